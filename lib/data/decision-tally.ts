import type { Db } from "@/lib/data/client";
import { dayColumn } from "@/lib/data/days";
import type { Field } from "@/lib/domain/accreditation/schema";

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

/** How many filings of each field were decided between two days, by the working days from receipt to decision. */
export async function readDecisionTallyOfFields(
  db: Db,
  from: string,
  to: string,
): Promise<{ field: Field; days: number; count: number }[]> {
  return db.$queryRaw`
    SELECT e."field_code" AS "field", t."days", sum(t."count")::int AS "count"
    FROM "decision_tally" t JOIN "list_entry" e ON e."code" = t."entry_code"
    WHERE t."decided_on" BETWEEN ${dayColumn(from)}::date AND ${dayColumn(to)}::date
    GROUP BY 1, 2 HAVING sum(t."count") > 0`;
}
