import type { Db } from "@/lib/data/client";
import { workingCalendar, type CalendarDay, type WorkingCalendar } from "@/lib/domain/calendar/working-days";

/** The Mainland calendar as administrators keep it. */
export async function readWorkingCalendar(db: Db): Promise<WorkingCalendar> {
  // Every step reads it whole, so it comes as one value.
  const [row] = await db.$queryRaw<{ days: CalendarDay[] | null }[]>`
    SELECT jsonb_agg(jsonb_build_object('date', "day", 'kind', "kind")) AS "days" FROM "calendar_day"`;
  return workingCalendar(row?.days ?? []);
}
