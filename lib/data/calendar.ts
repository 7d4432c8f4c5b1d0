import type { Db } from "@/lib/data/client";
import { findOfficeFact } from "@/lib/data/office-facts";
import { workingCalendar, type CalendarDay, type WorkingCalendar } from "@/lib/domain/calendar/working-days";

let known: { edition: string; calendar: WorkingCalendar } | null = null;

/** The Mainland calendar as administrators keep it. */
export async function readWorkingCalendar(db: Db): Promise<WorkingCalendar> {
  // Every step needs it and it changes once a year: so it is read again only when the database says that it is another.
  const edition = await findOfficeFact(db, "calendar_edition");
  if (edition !== null && known?.edition === edition) return known.calendar;

  const [row] = await db.$queryRaw<{ days: CalendarDay[] | null }[]>`
    SELECT jsonb_agg(jsonb_build_object('date', "day", 'kind', "kind")) AS "days" FROM "calendar_day"`;
  const calendar = workingCalendar(row?.days ?? []);
  if (edition !== null) known = { edition, calendar };
  return calendar;
}
