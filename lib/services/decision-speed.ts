import type { Db } from "@/lib/data/client";
import { readDecisionTallyOfFields } from "@/lib/data/decision-tally";
import { fields, type Field } from "@/lib/domain/accreditation/schema";
import { addDays } from "@/lib/domain/calendar/working-days";
import { actualTimes, daysLookedBack, type ActualTimes } from "@/lib/domain/statistics/actual-times";

/** How many filings were decided of late and how long they took; no times where they are too few to say. */
export type Speed = { decided: number; times: ActualTimes | null };

/** The days over which filings count as decided of late. */
export const lateDays = (today: string) => ({ from: addDays(today, 1 - daysLookedBack), to: today });

/** How long filings took that were decided of late: all of them, and those of each field. */
export async function readSpeed(db: Db, today: string): Promise<{ all: Speed; byField: (Speed & { field: Field })[] }> {
  const { from, to } = lateDays(today);
  const tally = await readDecisionTallyOfFields(db, from, to);
  return {
    all: speedOf(tally),
    byField: fields.map((field) => ({ field, ...speedOf(tally.filter((it) => it.field === field)) })),
  };
}

function speedOf(tally: readonly { days: number; count: number }[]): Speed {
  return { decided: tally.reduce((sum, { count }) => sum + count, 0), times: actualTimes(tally) };
}
