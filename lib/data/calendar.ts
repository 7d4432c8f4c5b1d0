import type { Db } from "@/lib/data/client";
import { workingCalendar, type WorkingCalendar } from "@/lib/domain/calendar/working-days";
import { plainDay } from "@/lib/data/days";

/** The Mainland calendar as administrators keep it. */
export async function readWorkingCalendar(db: Db): Promise<WorkingCalendar> {
  const days = await db.calendarDay.findMany();
  return workingCalendar(days.map(({ day, kind }) => ({ date: plainDay(day), kind })));
}
