import PDFDocument, { type StructureElement } from "pdfkit";
import type { PaperSection, PaperSheet } from "@/lib/domain/verification/paper-sheet";
import { collected, fontNames, fontOf, runsOf, scriptFor, scripts, type FontName, type Weight } from "./pdf-fonts";

const page = { width: 595.28, height: 841.89, margin: 48, foot: 40 };
const whole = page.width - 2 * page.margin;
const label = 150;
const gap = 16;
const bottom = page.height - page.margin - page.foot;
const colours = { ink: "#14212b", soft: "#45535e", line: "#c9d2d9", brand: "#083a50" };

type Style = { size: number; weight?: Weight; colour?: string; x?: number; width?: number };

/** Words on as many pages as they need, as a tagged PDF with its fonts inside. A character that no font has shows as 〓. */
export function paperPdf(sheet: PaperSheet, madeAt: Date): Promise<Buffer> {
  const document = new PDFDocument({
    size: "A4",
    margin: page.margin,
    lang: sheet.lang,
    tagged: true,
    displayTitle: true,
    pdfVersion: "1.7",
    font: null,
    autoFirstPage: false,
    bufferPages: true,
    info: {
      Title: sheet.number ? `${sheet.title} ${sheet.number}` : sheet.title,
      Author: sheet.office,
      CreationDate: madeAt,
    },
  });
  for (const name of fontNames) document.registerFont(name, fontOf(name));
  document.addPage();
  const root = document.struct("Document");
  document.addStructure(root);

  const write = pen(document, sheet, root);
  write.line("P", sheet.office, { size: 9.5, weight: "bold", colour: colours.brand });
  write.line("H1", sheet.title, { size: 20, weight: "bold" });
  if (sheet.number) write.line("P", sheet.number, { size: 14, weight: "bold" });
  for (const text of sheet.intro) write.line("P", text, { size: 9.5 });
  for (const section of sheet.sections) drawSection(write, section);
  root.end();
  drawFeet(document, sheet, write);
  return collected(document);
}

type Pen = ReturnType<typeof pen>;

function pen(document: PDFDocument, { lang }: PaperSheet, root: StructureElement) {
  const printable = (text: string, weight: Weight) =>
    Array.from(text.replace(/\s+/g, " "), (sign) => (sign === " " || scriptFor(sign, lang, weight) ? sign : "〓")).join(
      "",
    );
  const put = (text: string, x: number, y: number, { size, weight = "regular", colour, width = whole }: Style) => {
    const runs = runsOf(printable(text, weight), lang, weight);
    document.fontSize(size).fillColor(colour ?? colours.ink);
    runs.forEach((run, at) => {
      const options = { width, lineGap: size * 0.2, continued: at < runs.length - 1 };
      document.font(run.font);
      if (at === 0) document.text(run.text, x, y, options);
      else document.text(run.text, options);
    });
    return runs.length === 0 ? 0 : document.y - y;
  };
  /** About how high words will stand; a mixed line differs by a hair. */
  const height = (text: string, { size, weight = "regular", width = whole }: Style) => {
    document.font(`${scripts[lang][0]}-${weight}` as FontName).fontSize(size);
    return document.heightOfString(text, { width, lineGap: size * 0.2 });
  };
  const state = { y: page.margin };
  const room = (needed: number) => {
    if (state.y + Math.min(needed, bottom - page.margin) <= bottom) return;
    document.addPage();
    state.y = page.margin;
  };
  const say = (tag: string, text: string, x: number, y: number, style: Style, parent = root) => {
    let taken = 0;
    parent.add(document.struct(tag, { lang }, () => (taken = put(text, x, y, style))));
    return taken;
  };
  const decorate = (draw: () => void) => {
    document.markContent("Artifact", { type: "Layout" });
    draw();
    document.endMarkedContent();
  };
  return {
    document,
    root,
    state,
    room,
    height,
    put,
    say,
    decorate,
    line(tag: string, text: string, style: Style) {
      room(height(text, style));
      state.y += say(tag, text, page.margin, state.y, style) + style.size * 0.35;
    },
  };
}

const value = { size: 9, x: page.margin + label + gap, width: whole - label - gap };
const head = { size: 9, weight: "bold" as const, width: label };

function drawSection(write: Pen, { title, notes = [], rows }: PaperSection): void {
  const { document, state, room, height, say, decorate, root } = write;
  room(60);
  state.y += 10;
  write.line("H2", title, { size: 13, weight: "bold" });
  for (const note of notes) write.line("P", note, { size: 9, colour: colours.soft });
  if (rows.length === 0) return;
  const table = document.struct("Table");
  root.add(table);
  for (const row of rows) {
    const left = height(row.label, head);
    room(Math.max(left, ...row.lines.map((text) => height(text, value))) + 8);
    decorate(() => document.rect(page.margin, state.y, whole, 0.5).fill(colours.line));
    state.y += 4;
    const line = document.struct("TR");
    table.add(line);
    const th = document.struct("TH", { scope: "Row" });
    const td = document.struct("TD");
    line.add(th);
    const top = state.y;
    const used = say("Span", row.label, page.margin, top, head, th);
    line.add(td);
    let isFirstPage = true;
    for (const text of row.lines) {
      const before = state.y;
      room(height(text, value));
      if (state.y < before) isFirstPage = false;
      state.y += say("Span", text, value.x, state.y, value, td);
    }
    [th, td, line].forEach((element) => element.end());
    state.y = (isFirstPage ? Math.max(state.y, top + used) : state.y) + 4;
  }
  table.end();
}

function drawFeet(document: PDFDocument, sheet: PaperSheet, { put, decorate }: Pen): void {
  const { start, count } = document.bufferedPageRange();
  for (let at = start; at < start + count; at++) {
    document.switchToPage(at);
    decorate(() =>
      put(`${sheet.footing} · ${at + 1} / ${count}`, page.margin, page.height - page.margin - 18, {
        size: 7.5,
        colour: colours.soft,
      }),
    );
  }
}
