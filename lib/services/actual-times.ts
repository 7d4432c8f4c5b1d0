import type { Db } from "@/lib/data/client";
import { readDecisionTally } from "@/lib/data/decision-tally";
import { addDays } from "@/lib/domain/calendar/working-days";
import { actualTimes, daysLookedBack, type ActualTimes } from "@/lib/domain/statistics/actual-times";

export type { ActualTimes };

/** How long filings for an entry took that were decided of late, from receipt to decision; null where they are too few. */
export async function readActualTimes(db: Db, entryCode: string, today: string): Promise<ActualTimes | null> {
  return actualTimes(await readDecisionTally(db, entryCode, addDays(today, 1 - daysLookedBack), today));
}
