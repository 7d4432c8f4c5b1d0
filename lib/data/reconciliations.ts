import type { Db } from "@/lib/data/client";
import { dayColumn, plainDay } from "@/lib/data/days";
import type { TallyDifference } from "@/lib/data/statistics";

/** What a recount found on a day: how many counters were compared, and those that say something else than their rows. */
export type Reconciliation = { day: string; checkedAt: Date; compared: number; differences: TallyDifference[] };

/** Writes what a recount found; false where one was written for the day already. */
export async function insertReconciliation(db: Db, found: Reconciliation): Promise<boolean> {
  const { day, ...columns } = found;
  const { count } = await db.reconciliation.createMany({
    data: [{ ...columns, day: dayColumn(day) }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** What the newest recount found, or null before the first. */
export async function findLastReconciliation(db: Db): Promise<Reconciliation | null> {
  const row = await db.reconciliation.findFirst({ orderBy: { day: "desc" } });
  return row && { ...row, day: plainDay(row.day), differences: row.differences as TallyDifference[] };
}
