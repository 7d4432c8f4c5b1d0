import type { Db } from "@/lib/data/client";
import type { FindingResult } from "@/lib/domain/filing/checks";

export type NewFinding = {
  filingId: string;
  check: string;
  result: FindingResult;
  note: string;
  accountId: string;
  foundAt: Date;
};

/** Writes what was found of one check over what stood there, which stays as history; false when that was not the revision seen. */
export async function putFinding(db: Db, finding: NewFinding, seenRevision: number): Promise<boolean> {
  const { filingId, check } = finding;
  if (seenRevision > 0) {
    const { count } = await db.finding.updateMany({
      where: { filingId, check, revision: seenRevision, superseded: false },
      data: { superseded: true },
    });
    if (count === 0) return false;
  }
  const { count } = await db.finding.createMany({
    data: { ...finding, revision: seenRevision + 1 },
    skipDuplicates: true,
  });
  return count === 1;
}
