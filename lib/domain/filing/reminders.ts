import { workingDaysBetween, type WorkingCalendar } from "@/lib/domain/calendar/working-days";

/** Besides at half time, the professional is reminded when so many working days are left. */
const reminderMarks = [7, 2] as const;

/** The open request as its reminders see it: plain days. */
export type Awaited = {
  sentOn: string;
  /** The last day as the request says it. */
  until: string;
  /** The last day as it counts now: a hold moves it. */
  dueOn: string;
};

/** At how many working days left a reminder is due by now, the nearest one where several are; null before the first. */
export function reminderDue(
  { sentOn, until, dueOn }: Awaited,
  today: string,
  calendar: WorkingCalendar,
): number | null {
  if (today > dueOn) return null;
  const all = workingDaysBetween(sentOn, until, calendar);
  const left = workingDaysBetween(today, dueOn, calendar);
  // Whoever was given no more than two days is not reminded on the day they are asked.
  const marks = [Math.floor(all / 2), ...reminderMarks].filter((mark) => mark < all);
  return marks.sort((a, b) => a - b).find((mark) => left <= mark) ?? null;
}
