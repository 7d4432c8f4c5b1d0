import { database, transaction } from "@/lib/data/client";
import { findLastReconciliation, insertReconciliation, type Reconciliation } from "@/lib/data/reconciliations";
import { compareTallies, foldTallies } from "@/lib/data/statistics";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { wallTime } from "@/lib/ports/clock";

export type { Reconciliation };

const mostKept = 100;

/** Recounts once a day what every counter counts and keeps what was found; run again on the same day it does nothing. */
export async function reconcileNumbers(now: Date): Promise<void> {
  const day = officeDay(now);
  const last = await findLastReconciliation(database);
  if (last && last.day >= day) return;

  await transaction(foldTallies);
  const { compared, differences } = await compareTallies(database);
  await insertReconciliation(database, {
    day,
    checkedAt: wallTime(),
    compared,
    differences: differences.slice(0, mostKept),
  });
}

/** What the newest recount found, or null before the first. */
export function viewReconciliation(): Promise<Reconciliation | null> {
  return findLastReconciliation(database);
}
