import type { Db } from "@/lib/data/client";
import type { FindingResult, FoundAt } from "@/lib/domain/filing/checks";

export type NewFinding = {
  filingId: string;
  check: string;
  result: FindingResult;
  note: string;
  accountId: string;
  foundAt: Date;
  /** Where, how and when a register was looked up for it. */
  lookUp?: FoundAt;
};

/** Writes what was found of one check over what stood there, which stays as history; false when that was not the revision seen. */
export async function putFinding(db: Db, { lookUp, ...finding }: NewFinding, seenRevision: number): Promise<boolean> {
  const { filingId, check } = finding;
  if (seenRevision > 0) {
    const { count } = await db.finding.updateMany({
      where: { filingId, check, revision: seenRevision, superseded: false },
      data: { superseded: true },
    });
    if (count === 0) return false;
  }
  const { count } = await db.finding.createMany({
    data: {
      ...finding,
      revision: seenRevision + 1,
      ...(lookUp && { source: lookUp.source, lookedUp: lookUp.way, lookedUpAt: lookUp.at }),
    },
    skipDuplicates: true,
  });
  return count === 1;
}

/** What the newest finding of a check says, and where it was looked up; null where nothing was found or looked up yet. */
export async function findLookUp(
  db: Db,
  filingId: string,
  check: string,
): Promise<(FoundAt & { result: FindingResult }) | null> {
  const found = await db.finding.findFirst({
    where: { filingId, check, superseded: false },
    select: { result: true, source: true, lookedUp: true, lookedUpAt: true },
  });
  if (!found?.source || !found.lookedUp || !found.lookedUpAt) return null;
  return { result: found.result, way: found.lookedUp, source: found.source, at: found.lookedUpAt };
}
