import PDFDocument, { type StructureElement } from "pdfkit";
import { encode } from "uqr";
import { linesOf, type CertificateSheet, type InThree, type Line } from "@/lib/domain/verification/certificate-sheet";
import { collected, fontNames, fontOf, runsOf, scriptFor, scripts, type FontName, type Weight } from "./pdf-fonts";

/** The characters of a text that neither font has: with one of them no certificate is issued, for it would print a box. */
export function unprintable(text: string): string[] {
  return [...new Set(text)].filter(
    (character) =>
      character.trim() !== "" && !(["regular", "bold"] as const).every((weight) => scriptFor(character, "en", weight)),
  );
}

const page = { width: 595.28, height: 841.89, margin: 48 };
const column = { label: 150, gap: 18, value: page.width - 2 * page.margin - 168 };
const colours = { ink: "#14212b", soft: "#45535e", line: "#c9d2d9", brand: "#083a50", warning: "#f5e6c4" };
const millimetre = 72 / 25.4;
const picture = 30 * millimetre;

/** The certificate as a tagged PDF with both fonts inside. Throws where `unprintable` would have named a character. */
export function certificatePdf(sheet: CertificateSheet, issuedAt: Date): Promise<Buffer> {
  const document = new PDFDocument({
    size: "A4",
    margin: 0,
    lang: "en",
    tagged: true,
    displayTitle: true,
    pdfVersion: "1.7",
    font: null,
    autoFirstPage: false,
    info: { Title: `${sheet.title.en} ${sheet.number}`, Author: sheet.office.en, CreationDate: issuedAt },
  });
  for (const name of fontNames) document.registerFont(name, fontOf(name));
  document.addPage();

  const root = document.struct("Document");
  document.addStructure(root);
  const write = pen(document, root);
  if (sheet.watermark) drawWatermark(write, sheet.watermark);
  drawHead(write, sheet);
  drawFacts(write, sheet);
  drawCheck(write, sheet);
  root.end();

  return collected(document);
}

type Style = { size: number; weight?: Weight; colour?: string; width?: number; align?: "left" | "right" };
type Pen = ReturnType<typeof pen>;

/** What draws: words into the structure that readers hear, everything else beside it. */
function pen(document: PDFDocument, root: StructureElement) {
  /** Writes one line of words at a place, each run in a font that has it; gives the height it took. */
  const put = (
    { lang, text }: Line,
    x: number,
    y: number,
    { size, weight = "regular", colour = colours.ink, width = page.width - 2 * page.margin, align = "left" }: Style,
  ): number => {
    const runs = runsOf(text, lang, weight);
    document.fontSize(size).fillColor(colour);
    runs.forEach((run, at) => {
      const options = { width, align, lineGap: size * 0.2, continued: at < runs.length - 1 };
      document.font(run.font);
      if (at === 0) document.text(run.text, x, y, options);
      else document.text(run.text, options);
    });
    return document.y - y;
  };
  /** The same, as an element of the document's structure. */
  const say = (tag: string, line: Line, x: number, y: number, style: Style, parent = root): number => {
    let height = 0;
    parent.add(document.struct(tag, { lang: line.lang }, () => (height = put(line, x, y, style))));
    return height;
  };
  const decorate = (draw: () => void) => {
    document.markContent("Artifact", { type: "Layout" });
    draw();
    document.endMarkedContent();
  };
  const height = (line: Line, size: number, width: number) => {
    document.font(`${scripts[line.lang][0]}-regular` as FontName).fontSize(size);
    return document.heightOfString(line.text, { width, lineGap: size * 0.2 });
  };
  return { document, root, put, say, decorate, height };
}

function drawHead({ document, say, decorate }: Pen, sheet: CertificateSheet): void {
  const { margin, width } = page;
  decorate(() => {
    document.rect(0, 0, width, 8).fill(colours.brand);
  });
  const office = linesOf(sheet.office);
  say("P", { lang: "en", text: sheet.office.en }, margin, 34, {
    size: 10,
    weight: "bold",
    colour: colours.brand,
    width: 300,
  });
  office
    .slice(1)
    .forEach((line, at) => say("P", line, margin, 49 + at * 13, { size: 8.5, colour: colours.soft, width: 300 }));

  // One line each: a line of several runs cannot stand at the right.
  const right = { width: 190, align: "right" as const };
  const x = width - margin - right.width;
  linesOf(sheet.numberLabel).forEach((line, at) =>
    say("P", line, x, 34 + at * 11, { size: 8, colour: colours.soft, ...right }),
  );
  say("P", { lang: "en", text: sheet.number }, x, 70, { size: 15, weight: "bold", ...right });

  say("H1", { lang: "en", text: sheet.title.en }, margin, 92, { size: 22, weight: "bold" });
  say("P", { lang: "zh-Hant", text: sheet.title["zh-Hant"] }, margin, 122, { size: 13, weight: "bold", width: 200 });
  say("P", { lang: "zh-Hans", text: sheet.title["zh-Hans"] }, margin + 90, 122, {
    size: 13,
    weight: "bold",
    width: 200,
  });
}

function drawFacts(write: Pen, sheet: CertificateSheet): void {
  const { document, say, decorate } = write;
  const { margin, width } = page;
  let y = 158;
  const rule = (weight: number) =>
    decorate(() => document.rect(margin, y, width - 2 * margin, weight).fill(colours.line));

  const { chinese, latin } = sheet.name;
  if (chinese) y += say("P", { lang: "zh-Hant", text: chinese }, margin, y, { size: 24, weight: "bold" });
  if (latin) y += say("P", { lang: "en", text: latin }, margin, y + 2, { size: 16, weight: "bold" }) + 2;
  y += 8;
  for (const line of linesOf(sheet.statement)) y += say("P", line, margin, y, { size: 9.5 });
  y += 10;
  rule(1.5);

  const size = sizeThatFits(write, sheet, page.height - 214 - y);
  const table = document.struct("Table");
  write.root.add(table);
  for (const { label, lines } of sheet.rows) {
    y += size * 0.7;
    const row = document.struct("TR");
    table.add(row);
    const head = document.struct("TH", { scope: "Row" });
    row.add(head);
    let left = y;
    linesOf(label).forEach((line, at) => {
      left += say(
        "Span",
        line,
        margin,
        left,
        {
          size: at === 0 ? size * 0.9 : size * 0.8,
          weight: at === 0 ? "bold" : "regular",
          colour: at === 0 ? colours.ink : colours.soft,
          width: column.label,
        },
        head,
      );
    });
    const cell = document.struct("TD");
    row.add(cell);
    let down = y;
    for (const line of lines) {
      down += say("Span", line, margin + column.label + column.gap, down, { size, width: column.value }, cell);
    }
    [head, cell, row].forEach((element) => element.end());
    y = Math.max(left, down) + size * 0.5;
    rule(0.5);
  }
  table.end();
}

/** The largest size in which all facts stand on the one page. */
function sizeThatFits(write: Pen, sheet: CertificateSheet, room: number): number {
  const sizes = [10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6];
  const needed = (size: number) =>
    sheet.rows.reduce((sum, { label, lines }) => {
      const labels = linesOf(label).reduce((height, line) => height + write.height(line, size * 0.85, column.label), 0);
      const values = lines.reduce((height, line) => height + write.height(line, size, column.value), 0);
      return sum + Math.max(labels, values) + size * 1.2;
    }, 0);
  return sizes.find((size) => needed(size) <= room) ?? 6;
}

function drawCheck({ document, root, say, decorate }: Pen, sheet: CertificateSheet): void {
  const { margin, width, height } = page;
  const top = height - 204;
  decorate(() => document.rect(margin, top, width - 2 * margin, 1.5).fill(colours.line));

  const x = width - margin - picture;
  root.add(
    document.struct("Figure", { lang: "en", alt: `${sheet.check.en} ${sheet.address}` }, () =>
      drawQr(document, sheet.address, x, top + 14),
    ),
  );
  let y = top + 16;
  const beside = { size: 9, width: x - margin - 24 };
  for (const line of linesOf(sheet.check)) y += say("P", line, margin, y, beside) + 2;
  say("P", { lang: "en", text: sheet.address.replace(/^https?:\/\//, "").replace(/\/[^/]*$/, "") }, margin, y + 4, {
    ...beside,
    size: 10,
    weight: "bold",
    colour: colours.brand,
  });
  say("P", { lang: "en", text: sheet.code }, margin, top + 14 + picture + 8, {
    size: 11,
    weight: "bold",
    width: width - 2 * margin,
    align: "right",
  });

  let foot = height - 62;
  for (const line of linesOf(sheet.footing)) foot += say("P", line, margin, foot, { size: 7.5, colour: colours.soft });
}

function drawQr(document: PDFDocument, address: string, x: number, y: number): void {
  // The white border of four modules belongs to the code; the paper around gives it.
  const { data, size } = encode(address, { ecc: "M", border: 0 });
  const module = picture / size;
  data.forEach((row, line) => {
    row.forEach((dark, at) => {
      // A hair wider than one module, so that no white line shows between two of them.
      if (dark) document.rect(x + at * module, y + line * module, module + 0.05, module + 0.05);
    });
  });
  document.fill("#000000");
}

function drawWatermark({ document, put, decorate }: Pen, words: InThree): void {
  decorate(() => {
    document.save().rotate(-35, { origin: [page.width / 2, page.height / 2] });
    let y = page.height / 2 - 90;
    for (const line of linesOf(words)) y += put(line, 110, y, { size: 54, weight: "bold", colour: colours.warning });
    document.restore();
  });
}
