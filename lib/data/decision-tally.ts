import type { Db } from "@/lib/data/client";
import { dayColumn } from "@/lib/data/days";

/** How many filings for an entry were decided between two days, by the working days from receipt to decision. */
export async function readDecisionTally(
  db: Db,
  entryCode: string,
  from: string,
  to: string,
): Promise<{ days: number; count: number }[]> {
  const rows = await db.decisionTally.groupBy({
    by: ["days"],
    where: { entryCode, decidedOn: { gte: dayColumn(from), lte: dayColumn(to) } },
    _sum: { count: true },
  });
  return rows.map(({ days, _sum }) => ({ days, count: _sum.count ?? 0 }));
}
