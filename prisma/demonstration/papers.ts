import path from "node:path";
import { openSync, type Font } from "fontkit";
import PDFDocument from "pdfkit";
import sharp from "sharp";
import { drawPage } from "@/lib/ports/file-inspection";

/** The few files that stand for every paper of the demonstration, each marked as a sample. */
export type SamplePapers = Record<
  "card" | "certificate" | "letter" | "attested",
  { name: string; content: Uint8Array }
>;

/** The sample that stands for a paper. */
export function sampleFor(evidenceKey: string): keyof SamplePapers {
  if (evidenceKey.startsWith("id_")) return "card";
  if (evidenceKey.endsWith("_permit")) return "attested";
  return /certificate|pass|qualification|fitness|check|standing/.test(evidenceKey) ? "certificate" : "letter";
}

/** Draws the samples, the same each time. */
export async function drawSamplePapers(): Promise<SamplePapers> {
  const fonts = { hk: openFont("hk", "HK"), sc: openFont("sc", "SC") };
  const card = await pdf(fonts, ["身份證明文件", "身份证明文件", "Identity document"]);
  return {
    card: { name: "sample-identity-document.png", content: await pictureOf(card) },
    certificate: {
      name: "sample-certificate.pdf",
      content: await pdf(fonts, ["註冊證明書", "注册证书", "Certificate of registration"]),
    },
    letter: { name: "sample-letter.pdf", content: await pdf(fonts, ["證明信", "证明信", "Letter of confirmation"]) },
    attested: {
      name: "sample-attested-copy.pdf",
      content: await pdf(fonts, ["核證副本", "经核证复印件", "Certified true copy"]),
    },
  };
}

type Fonts = Record<"hk" | "sc", Font>;

const ink = "#14212b";
const soft = "#45535e";
const signal = "#b3261e";

function openFont(folder: string, name: string): Font {
  const file = `noto-sans-${folder}/400Regular/NotoSans${name}_400Regular.ttf`;
  return openSync(path.join(process.cwd(), "node_modules/@expo-google-fonts", file));
}

/** One page with a title in three languages that says plainly what it is. */
async function pdf(fonts: Fonts, [hant, hans, english]: [string, string, string]): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: "A4",
    margin: 0,
    lang: "zh-Hant",
    tagged: false,
    displayTitle: true,
    pdfVersion: "1.7",
    font: null,
    autoFirstPage: false,
    info: { Title: english, Author: "Demonstration office", CreationDate: new Date("2025-01-02T01:00:00Z") },
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => document.once("end", resolve).once("error", reject));

  document.registerFont("hk", fonts.hk).registerFont("sc", fonts.sc).addPage();
  const line = (script: keyof Fonts, text: string, y: number, size: number, colour: string) =>
    document.font(script).fontSize(size).fillColor(colour).text(text, 60, y, { width: 475, align: "center" });
  for (const [x, y, width, height] of [
    [40, 40, 515, 2],
    [40, 800, 515, 2],
    [40, 40, 2, 760],
    [553, 40, 2, 762],
  ] as const) {
    document.rect(x, y, width, height).fill(soft);
  }
  line("hk", "示範樣本", 84, 16, signal);
  line("sc", "示范样本", 108, 16, signal);
  line("hk", "DEMONSTRATION SAMPLE", 134, 14, signal);
  line("hk", hant, 270, 30, ink);
  line("sc", hans, 320, 30, ink);
  line("hk", english, 375, 26, ink);
  line("hk", "本文件純屬虛構，不具法律效力。", 640, 12, soft);
  line("sc", "本文件纯属虚构，不具法律效力。", 664, 12, soft);
  line("hk", "This paper is invented and has no legal effect.", 688, 12, soft);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

async function pictureOf(document: Uint8Array): Promise<Uint8Array> {
  const page = await drawPage(document, "application/pdf", { page: 1, zoom: 100, turn: 0 });
  if (!page) throw new Error("The sample picture could not be drawn.");
  return sharp(page).resize(700).png({ palette: true, colours: 16 }).toBuffer();
}
