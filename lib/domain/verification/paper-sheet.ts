import type { SheetLanguage } from "@/lib/domain/verification/certificate-sheet";

/** A paper of words in one language, of as many pages as it needs: what a screen says, to keep. */
export type PaperSheet = {
  lang: SheetLanguage;
  office: string;
  title: string;
  /** The number it goes by, or null. */
  number: string | null;
  intro: readonly string[];
  sections: readonly PaperSection[];
  /** Stands at the foot of every page, before its number. */
  footing: string;
};

export type PaperSection = {
  title: string;
  notes?: readonly string[];
  rows: readonly { label: string; lines: readonly string[] }[];
};
