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
/** One of the files of a part, with what was sent in its place before and since. */
export type PlaceView = {
  place: number;
  current: FileView | null;
  /** Received, and not yet checked. */
  checking: { name: string; uploadedAt: Date } | null;
  /** The last try, where it was refused. */
  refused: RefusedFile | null;
  earlier: FileView[];
};
export type PaperPartView = {
  half: DocumentHalf;
  /** In the order in which the files were added. */
  places: PlaceView[];
  /** There is room for another file. */
  hasRoom: boolean;
};
export type Reusable = {
  /** Of the first file, and how many there are besides. */
  name: string;
  more: number;
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

/** Where one part of a paper stands, in a word: what is still open about one of its files comes first. */
export function stateOfPart(part: PaperPartView, isRequired: boolean): PartState {
  if (part.places.some(({ checking }) => checking)) return "checking";
  if (part.places.some(({ refused }) => refused)) return "refused";
  if (isGiven(part)) return "received";
  return isRequired ? "needed" : "optional";
}

/** The files that stand in a part, in their order. */
export function filesIn(part: PaperPartView | undefined): FileView[] {
  return part?.places.flatMap(({ current }) => current ?? []) ?? [];
}

/** Is there a file of this part that counts, whatever became of other tries? */
export function isGiven(part: PaperPartView | undefined): boolean {
  return filesIn(part).some(({ isReadable }) => isReadable);
}

/** Is there anything to say of this part? */
export function isBegun({ places }: PaperPartView): boolean {
  return places.some(({ current, checking, refused }) => current ?? checking ?? refused);
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
