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
  const last = seenRevision > 0 ? seenRevision : await lastRevision(db, filingId, check);
  if (last === null) return false;
  const { count } = await db.finding.createMany({
    data: {
      ...finding,
      revision: last + 1,
      ...(lookUp && { source: lookUp.source, lookedUp: lookUp.way, lookedUpAt: lookUp.at }),
    },
    skipDuplicates: true,
  });
  return count === 1;
}

/** The last revision of a check of which nothing is found any more, 0 where nothing ever was; null while a finding stands. */
async function lastRevision(db: Db, filingId: string, check: string): Promise<number | null> {
  const last = await db.finding.findFirst({
    where: { filingId, check },
    orderBy: { revision: "desc" },
    select: { revision: true, superseded: true },
  });
  if (!last) return 0;
  return last.superseded ? last.revision : null;
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

/** Leaves what was found of a filing as history: every check is made anew. */
export async function supersedeFindings(db: Db, filingId: string): Promise<void> {
  await db.finding.updateMany({ where: { filingId, superseded: false }, data: { superseded: true } });
}
