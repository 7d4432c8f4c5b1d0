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

/** Writes what was found of one check in the place of what stood there; false when that was not the revision seen. */
export async function putFinding(db: Db, finding: NewFinding, seenRevision: number): Promise<boolean> {
  const { filingId, check, ...found } = finding;
  if (seenRevision === 0) {
    const { count } = await db.finding.createMany({ data: finding, skipDuplicates: true });
    return count === 1;
  }
  const { count } = await db.finding.updateMany({
    where: { filingId, check, revision: seenRevision },
    data: { ...found, revision: { increment: 1 } },
  });
  return count === 1;
}
