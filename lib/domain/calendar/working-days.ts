import { Temporal } from "temporal-polyfill";

/** The Mainland calendar: what its published years say about days off and about weekends that are worked. */
export type WorkingCalendar = {
  years: ReadonlySet<number>;
  daysOff: ReadonlySet<string>;
  workingWeekends: ReadonlySet<string>;
};

export type CalendarDay = { date: string; kind: "day_off" | "working_weekend" };

export const officeZone = "Asia/Shanghai";
const closing = Temporal.PlainTime.from("18:00");

/** The calendar that these days make; a year counts as published once it has a day in it. */
export function workingCalendar(days: readonly CalendarDay[]): WorkingCalendar {
  const of = (kind: CalendarDay["kind"]) => new Set(days.filter((day) => day.kind === kind).map((day) => day.date));
  return {
    years: new Set(days.map((day) => yearOf(day.date))),
    daysOff: of("day_off"),
    workingWeekends: of("working_weekend"),
  };
}

/** Whether Mainland offices work on this day. */
export function isWorkingDay(date: string, calendar: WorkingCalendar): boolean {
  if (calendar.workingWeekends.has(date)) return true;
  return !calendar.daysOff.has(date) && Temporal.PlainDate.from(date).dayOfWeek <= 5;
}

/** Is the calendar of this day's year published? What lies beyond is provisional. */
export function isPublished(date: string, calendar: WorkingCalendar): boolean {
  return calendar.years.has(yearOf(date));
}

/** The n-th working day after `from`; provisional when a day on the way lies in a year not yet published. */
export function addWorkingDays(
  from: string,
  n: number,
  calendar: WorkingCalendar,
): { date: string; provisional: boolean } {
  let date = from;
  let provisional = false;
  for (let left = n; left > 0;) {
    date = addDays(date, 1);
    provisional ||= !isPublished(date, calendar);
    if (isWorkingDay(date, calendar)) left -= 1;
  }
  return { date, provisional };
}

/** How many working days follow `from`, up to and including `to`. */
export function workingDaysBetween(from: string, to: string, calendar: WorkingCalendar): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(date, calendar)) count += 1;
  }
  return count;
}

/** The date in the office at this instant. */
export function officeDay(instant: Date): string {
  return inOffice(instant).toPlainDate().toString();
}

/** The instant at which a day begins in the office. */
export function startOfDay(date: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(officeZone).epochMilliseconds);
}

/** The day on which what arrives at this instant counts as received. */
export function receiptDay(instant: Date, calendar: WorkingCalendar): string {
  const today = officeDay(instant);
  const isLate = Temporal.PlainTime.compare(inOffice(instant).toPlainTime(), closing) > 0;
  return isLate || !isWorkingDay(today, calendar) ? addWorkingDays(today, 1, calendar).date : today;
}

/** The day so many calendar days later, or earlier for a negative number. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The same day so many years later; 29 February becomes the 28th where there is none. */
export function addYears(date: string, years: number): string {
  return Temporal.PlainDate.from(date).add({ years }).toString();
}

/** Sorts days from the earliest to the latest. */
export function compareDays(a: string, b: string): number {
  return Temporal.PlainDate.compare(a, b);
}

const inOffice = (instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(officeZone);

const yearOf = (date: string) => Number(date.slice(0, 4));
