import type { Db } from "@/lib/data/client";
import type { Prisma } from "@/lib/data/generated/client";
import type { FindingResult } from "@/lib/domain/filing/checks";
import type { LookAlike, SameOrNot } from "@/lib/domain/filing/look-alikes";
import type { FilingKind, FilingState } from "@/lib/domain/filing/filing";
import type { AnswerValue } from "@/lib/domain/filing/questions";
import type { Registration } from "@/lib/domain/registration/workflow";

/** Everything a step of the workflow depends on, as one row of JSON. Sealed answers are present without their value. */
export type FilingRow = {
  id: string;
  reference: string | null;
  kind: FilingKind;
  personId: string;
  entryCode: string;
  entryVersionId: string | null;
  field: string;
  state: FilingState;
  version: number;
  held: boolean;
  daysLeft: number | null;
  reviewerId: string | null;
  reviewerGone: boolean;
  askedFrom: "submitted" | "under_review" | null;
  receivedOn: string | null;
  acceptedOn: string | null;
  dueOn: string | null;
  daysUsed: number;
  clockFrom: string | null;
  decidedOn: string | null;
  /** Of a refused, closed or approved filing: its person has another one open for the same entry. */
  openBeside: boolean;
  /** How it ended was reversed once. */
  reopened: boolean;
  /** Of a refused, closed or approved filing: how it came to that, and what rests on it. */
  ending: {
    from: FilingState | null;
    askedFrom: "submitted" | "under_review" | null;
    /** Working days by which the time to answer the last request was extended. */
    extraDays: number;
    /** What was filed has been erased. */
    erased: boolean;
    registration: (Registration & { number: string }) | null;
    /** That somebody wants it reopened. */
    reopening: { id: string; reasonCode: string; proposedById: string } | null;
  } | null;
  /** The objection to its refusal, with everybody who had a part in that. */
  objection: { excluded: string[] } | null;
  accountId: string | null;
  limits: {
    acceptanceDays: number;
    decisionDays: number;
    answerDays: number;
    hearingDays: number;
    noticeDays: number;
    validityYears: number;
  };
  entry: {
    versionId: string;
    evidence: string[];
    experienceYears: number | null;
    cleanRecordYears: number | null;
    filedBy: "professional" | "institution";
    confirmed: boolean;
    effectiveFrom: string | null;
    effectiveTo: string | null;
    /** Of a draft: its entry stands on the list no more, and this is what it said last. */
    withdrawn: boolean;
    /** Of a draft: what its entry asked when it was begun, where another version was published since. */
    before: { evidence: string[]; experienceYears: number | null; cleanRecordYears: number | null } | null;
    qualification: { en: string; "zh-Hant": string; "zh-Hans": string };
    scope: { en: string; "zh-Hant": string; "zh-Hans": string };
  };
  answers: { question: string; value: AnswerValue; revision: number }[];
  papers: {
    id: string;
    evidenceKey: string;
    half: "original" | "translation" | "notarisation";
    sha256: string;
    verdict: string;
  }[];
  consents: string[];
  findings: { check: string; result: FindingResult; revision: number; accountId: string }[];
  /** Everybody who ever recorded a finding or ruled on a look-alike, superseded ones included. */
  foundBy: string[];
  decisions: {
    id: string;
    stage: string;
    outcome: "approve" | "refuse";
    accountId: string;
    filingVersion: number;
    seenHash: string;
  }[];
  /** How often something was asked of its professional. */
  rounds: number;
  /** A supervisor allowed to ask once more than usual. */
  extraRound: boolean;
  /** Working days by which the time to answer the open request was extended. */
  extraDays: number;
  request: { id: string; outcome: "close_no_response" | "decide_on_file"; unanswered: number } | null;
  submissionHash: string | null;
  /** While under review: somebody has the same filing or number already, so that two people must look. */
  hasDuplicate: boolean;
  /** While it is examined: everybody else who may be its person. */
  lookAlikes: LookAlike[];
  /** The newest ruling on each. */
  rulings: { personId: string; ruling: SameOrNot; revision: number }[];
};

/** The facts of one filing, locked for the rest of the transaction, or null. */
export async function findFilingFacts(db: Db, filingId: string): Promise<FilingRow | null> {
  const rows = await db.$queryRaw<Facts[]>`SELECT "filing_facts_locked"(${filingId}::uuid) AS facts`;
  return rows[0]?.facts ?? null;
}

/** The facts of one filing as they stand, for a page that only shows them, or null. The migrations say where each is read. */
export async function readFilingFacts(db: Db, filingId: string): Promise<FilingRow | null> {
  const rows = await db.$queryRaw<Facts[]>`SELECT "whole_filing_facts"(${filingId}::uuid) AS facts`;
  return rows[0]?.facts ?? null;
}

type Facts = { facts: FilingRow | null };

/** What a step writes into a filing's own row. */
export type FilingChange = Prisma.FilingUncheckedUpdateManyInput;

/** Moves a filing that is still as it was seen; false when somebody else was first. */
export async function moveFiling(
  db: Db,
  seen: { id: string; version: number; state: FilingState },
  change: FilingChange,
): Promise<boolean> {
  const { count } = await db.filing.updateMany({
    where: { id: seen.id, version: seen.version, state: seen.state },
    data: { ...change, version: { increment: 1 } },
  });
  return count === 1;
}
