/** One text in the three languages that stand beside each other on a certificate. */
export type InThree = { en: string; "zh-Hant": string; "zh-Hans": string };
export type SheetLanguage = keyof InThree;
export const sheetLanguages = ["en", "zh-Hant", "zh-Hans"] as const satisfies readonly SheetLanguage[];

/** A text with its language; the right shapes of its characters depend on it. */
export type Line = { lang: SheetLanguage; text: string };

/** Everything that stands on a certificate, for the screen and for paper alike. It bears no number of an identity document. */
export type CertificateSheet = {
  office: InThree;
  title: InThree;
  numberLabel: InThree;
  number: string;
  name: { chinese: string | null; latin: string | null };
  statement: InThree;
  rows: readonly { label: InThree; lines: readonly Line[] }[];
  /** Stands across the paper while the registration is suspended. */
  watermark: InThree | null;
  check: InThree;
  /** What the picture opens, and its code in letters. */
  address: string;
  code: string;
  /** The last line of the page: which paper this is. */
  footing: InThree;
};

/** A text once per language, the Chinese once where both scripts write it alike. */
export function linesOf(text: InThree): Line[] {
  return sheetLanguages
    .filter((lang) => lang !== "zh-Hans" || text["zh-Hans"] !== text["zh-Hant"])
    .map((lang) => ({ lang, text: text[lang] }));
}
