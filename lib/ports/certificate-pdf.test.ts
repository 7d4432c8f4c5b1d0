import { createCanvas } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, test } from "vitest";
import type { CertificateSheet } from "@/lib/domain/verification/certificate-sheet";
import { certificatePdf, unprintable } from "./certificate-pdf";
import { readQr } from "./testing/read-qr";

const address = "https://filing.example.org/verify/0123456789ABCDEFGHJKMNPQRS";
const inThree = (en: string, hant: string, hans: string) => ({ en, "zh-Hant": hant, "zh-Hans": hans });

const sheet: CertificateSheet = {
  office: inThree("Qianhai filing", "前海備案", "前海备案"),
  title: inThree("Registration certificate", "備案證明", "备案证明"),
  numberLabel: inThree("Registration number", "備案編號", "备案编号"),
  number: "QHR-000123-K",
  name: { chinese: "陳𨋢䶮𬬭", latin: "CHAN Tai Man" },
  statement: inThree("may practise in Qianhai", "可在前海執業", "可在前海执业"),
  rows: [
    {
      label: inThree("Professional qualification", "專業資格", "职业资格"),
      lines: [
        { lang: "en", text: "Registered Architect" },
        { lang: "zh-Hant", text: "註冊建築師" },
        { lang: "zh-Hans", text: "注册建筑师" },
      ],
    },
  ],
  watermark: null,
  check: inThree("Scan the code", "掃描二維碼", "扫描二维码"),
  address,
  code: "0123-4567-89AB-CDEF-GHJK-MNPQ-RS",
  footing: inThree("page 1 of 1", "第 1 頁，共 1 頁", "第 1 页，共 1 页"),
};

const issued = new Date("2025-03-03T02:00:00Z");

async function open(paper: CertificateSheet) {
  const bytes = await certificatePdf(paper, issued);
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  const text = items.map((item) => ("str" in item ? item.str : "")).join("");
  return { bytes, document, page, text };
}

// Two fonts of ten megabytes are opened for the first paper.
describe("a certificate on paper", { timeout: 30_000 }, () => {
  test("bears the whole name, rare characters included, and every word in three languages", async () => {
    const { text } = await open(sheet);
    const words = [
      "陳𨋢䶮𬬭",
      "CHAN Tai Man",
      "QHR-000123-K",
      "Registered Architect",
      "註冊建築師",
      "注册建筑师",
      sheet.code,
      "備案證明",
      "备案证明",
    ];
    for (const word of words) expect(text).toContain(word);
  });

  test("is one page that a reader can hear: tagged, with a language and a title", async () => {
    const { document } = await open(sheet);
    expect(document.numPages).toBe(1);
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: "Registration certificate QHR-000123-K", Language: "en" });
  });

  test("shows a picture of at least 25 mm that opens its check", async () => {
    const { page } = await open(sheet);
    const scale = 3;
    const viewport = page.getViewport({ scale });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const context = canvas.getContext("2d");
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    // The library is typed for a browser's canvas.
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
    const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
    const code = readQr({ width: canvas.width, height: canvas.height, data: pixels.data });
    expect(code.text).toBe(address);
    expect((code.width / scale / 72) * 25.4).toBeGreaterThanOrEqual(25);
  });

  test("keeps the longest scope and name on its one page", async () => {
    const long = "Architectural design and design consultancy for projects inside Qianhai, ".repeat(6);
    const chinese = "在前海範圍內，於備案業務範圍內從事建築設計及設計諮詢。".repeat(12);
    const label = inThree("Scope of practice", "執業範圍", "执业范围");
    const rows: CertificateSheet["rows"] = [
      ...Array.from({ length: 8 }, () => ({ label, lines: [{ lang: "en" as const, text: "Short" }] })),
      {
        label,
        lines: [
          { lang: "en", text: long },
          { lang: "zh-Hant", text: chinese },
        ],
      },
    ];
    const { document, text } = await open({ ...sheet, name: { chinese: null, latin: "A".repeat(60) }, rows });
    expect(document.numPages).toBe(1);
    expect(text).toContain(sheet.code);
  });

  test("is the same file each time it is asked for", async () => {
    const [one, other] = await Promise.all([certificatePdf(sheet, issued), certificatePdf(sheet, issued)]);
    expect(one.equals(other)).toBe(true);
  });
});

describe("a character that no font of ours has", () => {
  test("is named, so that no box is printed in its place", () => {
    expect(unprintable("陳大文 CHAN Tai-Man")).toEqual([]);
    expect(unprintable("𠮷田 Łukasz")).toEqual(["𠮷", "Ł"]);
  });

  test("stops the paper", async () => {
    await expect(async () =>
      certificatePdf({ ...sheet, name: { chinese: "𠮷", latin: null } }, issued),
    ).rejects.toThrow("neither font");
  });
});
