import type { Names } from "@/lib/domain/person/names";
import type { InThree } from "@/lib/domain/verification/certificate-sheet";
import type { ProceedingAction, ProceedingState } from "./proceeding";
import type { ProceedingKind } from "./proceeding-reasons";

// Proceedings as they are shown.

/** One proceeding as a reader sees it, its words opened. */
export type ProceedingView = {
  id: string;
  kind: ProceedingKind;
  state: ProceedingState;
  version: number;
  reasonCode: string;
  /** Null where the holder's key was destroyed; the same of the words that follow. */
  words: string | null;
  effectiveOn: string;
  untilOn: string | null;
  fromTheStart: boolean;
  hearingUntil: string | null;
  proposedAt: Date;
  statement: string | null;
  answeredAt: Date | null;
  decidedAt: Date | null;
  note: string | null;
  holdsFrom: string | null;
  /** Who acted, for staff only. */
  proposedBy: string | null;
  decidedBy: string | null;
  /** What this reader may do with it today. */
  steps: ProceedingAction[];
};

/** A proceeding in a line, as the holder sees it. */
export type OwnProceeding = Pick<ProceedingView, "id" | "kind" | "state" | "hearingUntil" | "proposedAt">;

/** What a holder should know first: what is open, what was decided for a day to come, and what is over. */
export type ConcernsHolder = {
  open: OwnProceeding[];
  upcoming: { is: "suspended" | "revoked"; from: string } | null;
  over: OwnProceeding[];
};

/** What awaits a second person, in a line. */
export type WaitingProceeding = {
  id: string;
  number: string;
  kind: ProceedingKind;
  names: Names;
  qualification: InThree;
  proposedBy: string;
  effectiveOn: string;
};
