import type { Db } from "@/lib/data/client";

export type InThree = { en: string; "zh-Hant": string; "zh-Hans": string };
export type Stage = "proposal" | "confirmation" | "returned" | "formal" | "declined";

export type NewDecision = {
  filingId: string;
  filingVersion: number;
  stage: Stage;
  outcome: "approve" | "refuse";
  reasonCodes: string[];
  /** Sealed with the person's key. */
  note: Uint8Array<ArrayBuffer> | null;
  scope: InThree | null;
  seenHash: string;
  accountId: string;
  decidedAt: Date;
  supersedesId: string | null;
};

/** Keeps a decision, for good; a later one takes its place by naming it. */
export async function insertDecision(db: Db, { scope, ...decision }: NewDecision): Promise<void> {
  await db.decision.create({
    data: {
      ...decision,
      scopeEn: scope?.en ?? null,
      scopeZhHant: scope?.["zh-Hant"] ?? null,
      scopeZhHans: scope?.["zh-Hans"] ?? null,
    },
    select: { id: true },
  });
}

/** What a decision says of scope and reasons. */
export async function findDecisionTerms(
  db: Db,
  decisionId: string,
): Promise<{ scope: InThree | null; reasonCodes: string[] }> {
  const { scopeEn, scopeZhHant, scopeZhHans, reasonCodes } = await db.decision.findUniqueOrThrow({
    where: { id: decisionId },
    select: { scopeEn: true, scopeZhHant: true, scopeZhHans: true, reasonCodes: true },
  });
  const isWhole = scopeEn !== null && scopeZhHant !== null && scopeZhHans !== null;
  return { scope: isWhole ? { en: scopeEn, "zh-Hant": scopeZhHant, "zh-Hans": scopeZhHans } : null, reasonCodes };
}
