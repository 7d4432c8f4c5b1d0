import path from "node:path";
import { openSync, type Font } from "fontkit";
import type PDFDocument from "pdfkit";
import type { SheetLanguage } from "@/lib/domain/verification/certificate-sheet";

export type Weight = "regular" | "bold";
type Script = "hk" | "sc";
export type FontName = `${Script}-${Weight}`;

const files: Record<FontName, string> = {
  "hk-regular": "noto-sans-hk/400Regular/NotoSansHK_400Regular.ttf",
  "hk-bold": "noto-sans-hk/700Bold/NotoSansHK_700Bold.ttf",
  "sc-regular": "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  "sc-bold": "noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
};

// Opened once and kept: only the characters of one paper go into its file.
const opened = new Map<FontName, Font>();

/** One of the four fonts. */
export function fontOf(name: FontName): Font {
  const known = opened.get(name);
  if (known) return known;
  const font = openSync(path.join(process.cwd(), "node_modules/@expo-google-fonts", files[name]));
  opened.set(name, font);
  return font;
}

/** Which font a language is written in, and which one helps out. */
export const scripts: Record<SheetLanguage, readonly Script[]> = {
  en: ["hk", "sc"],
  "zh-Hant": ["hk", "sc"],
  "zh-Hans": ["sc", "hk"],
};

/** The names of all of them. */
export const fontNames = Object.keys(files) as FontName[];

/** A text cut into runs, each in the first font of its language that has its characters; throws where none has one. */
export function runsOf(text: string, lang: SheetLanguage, weight: Weight): { font: FontName; text: string }[] {
  const runs: { font: FontName; text: string }[] = [];
  for (const character of text) {
    const script = scriptFor(character, lang, weight);
    if (!script) throw new RangeError("A character of this paper is in neither font.");
    const font: FontName = `${script}-${weight}`;
    const last = runs.at(-1);
    if (last?.font === font) last.text += character;
    else runs.push({ font, text: character });
  }
  return runs;
}

/** The first font of a language that has a character, or undefined. */
export function scriptFor(character: string, lang: SheetLanguage, weight: Weight): Script | undefined {
  const codePoint = character.codePointAt(0) ?? 0;
  return scripts[lang].find((script) => fontOf(`${script}-${weight}`).hasGlyphForCodePoint(codePoint));
}

/** The bytes of a paper that is finished. */
export function collected(document: PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
    document.end();
  });
}
