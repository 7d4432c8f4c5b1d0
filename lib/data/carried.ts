import type { Db } from "@/lib/data/client";

export type SentFiling = { id: string; reference: string; entryCode: string; submittedAt: Date };

/** The filings of a person that were ever sent in, the latest first. */
export async function listSentFilings(db: Db, personId: string, limit: number): Promise<SentFiling[]> {
  const filings = await db.filing.findMany({
    where: { personId, reference: { not: null }, submittedAt: { not: null } },
    orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
    take: limit,
    select: { id: true, reference: true, entryCode: true, submittedAt: true },
  });
  return filings.flatMap(({ reference, submittedAt, ...filing }) =>
    reference !== null && submittedAt !== null ? [{ ...filing, reference, submittedAt }] : [],
  );
}

/** What reviewers found in order in filings that were approved and whose registration was not revoked. */
export async function listMetFindings(
  db: Db,
  filingIds: readonly string[],
): Promise<{ filingId: string; check: string; foundAt: Date }[]> {
  return db.finding.findMany({
    where: {
      filingId: { in: [...filingIds] },
      result: "met",
      superseded: false,
      filing: { state: "approved", NOT: { registration: { state: "revoked" } } },
    },
    select: { filingId: true, check: true, foundAt: true },
  });
}
