import type { EvidenceKey, PaperHalf } from "@/lib/domain/accreditation/evidence";
import type { ChineseRule, PaperLanguage } from "./chinese";
import type { DocumentHalf, FileFault, Verdict } from "./file";
import type { ScanSign } from "./signs";
import type { Verified } from "./wallet";

export type FileView = {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  pages: number;
  uploadedAt: Date;
  verdict: Verdict;
  /** SHA-256 of what was sent, in hex. */
  sha256: string;
  isReadable: boolean;
  /** Why it may be hard to read, as far as that could be measured. */
  signs: ScanSign[];
  /** That it is a copy of a paper that was verified for an earlier filing. */
  verified: Verified | null;
};
export type RefusedFile = { id: string; name: string; fault: FileFault; uploadedAt: Date };
export type PaperPartView = {
  half: DocumentHalf;
  current: FileView | null;
  /** Received, and not yet checked. */
  checking: { name: string; uploadedAt: Date } | null;
  /** The last try, where it was refused. */
  refused: RefusedFile | null;
  earlier: FileView[];
};
export type Reusable = {
  name: string;
  reference: string;
  verified: Verified;
  authority: Record<"en" | "zh-Hant" | "zh-Hans", string>;
};
export type PaperView = {
  key: EvidenceKey;
  isRequired: boolean;
  mayChange: boolean;
  /** When a Chinese version belongs to it, and what its owner said the original is written in. */
  chinese: { rule: ChineseRule; language: PaperLanguage | null };
  /** What its owner may use again in its place, where nothing is here yet. */
  reusable: Reusable | null;
  /** The original first, then the halves that go with it. */
  parts: PaperPartView[];
};
export type PapersView = {
  filingId: string;
  address: string;
  hasConsent: boolean;
  papers: PaperView[];
  used: { files: number; bytes: number };
};

export type PartState = "received" | "checking" | "refused" | "needed" | "optional";

/** Where one part of a paper stands, in a word. */
export function stateOfPart(part: PaperPartView, isRequired: boolean): PartState {
  if (part.checking) return "checking";
  if (part.refused) return "refused";
  if (part.current?.isReadable) return "received";
  return isRequired ? "needed" : "optional";
}

/** Is there a file of this part that counts, whatever became of a later try? */
export function isGiven(part: PaperPartView | undefined): boolean {
  return part?.current?.isReadable ?? false;
}

/** Where on a page this part of a paper stands. */
export function partAnchor(key: EvidenceKey, half: DocumentHalf): string {
  return `${key}-${half}`;
}

/** Under which key of the evidence words a half stands. */
export const wordsOfHalf = { translation: "zh_translation", notarisation: "notarisation" } as const satisfies Record<
  PaperHalf,
  EvidenceKey
>;
