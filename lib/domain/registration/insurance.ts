import { addDays } from "@/lib/domain/calendar/working-days";

/** So many days before its insurance ends a holder is told, and once more when it has ended. */
export const insuranceMarks = [30, 7] as const;
/** A lapse is told of for so many days, should the clock have stood still meanwhile. */
export const lapseDays = 90;

export type InsuranceMark = (typeof insuranceMarks)[number] | "ended";

/** What is to be said on a day of insurance that runs until another; null while there is nothing to say. */
export function insuranceMark(until: string, today: string): InsuranceMark | null {
  if (until < today) return "ended";
  return [...insuranceMarks].reverse().find((days) => until <= addDays(today, days)) ?? null;
}
