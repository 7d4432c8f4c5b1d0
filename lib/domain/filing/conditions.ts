import { Temporal } from "temporal-polyfill";
import { addYears } from "@/lib/domain/calendar/working-days";
import type { EntryRules } from "@/lib/domain/filing/questions";

// What an entry demands of a person, in numbers: the same for the check before sign-in, the form and the examination.

/** Whether what was valid until this day is so no longer; on its last day it still is. */
export function hasEnded(lastDay: string, today: string): boolean {
  return lastDay < today;
}

/** How many months of practice an entry asks for; 0 where it asks for none. */
export function monthsAskedBy({ experienceYears }: Pick<EntryRules, "experienceYears">): number {
  return (experienceYears ?? 0) * 12;
}

/** How many months of practice are still missing; 0 where there are enough. A part of a month that is missing is a month. */
export function monthsMissing(rules: Pick<EntryRules, "experienceYears">, practised: number): number {
  return Math.max(0, Math.ceil(monthsAskedBy(rules) - practised));
}

/** The month in which so many months are complete for somebody who goes on at full time, `YYYY-MM`. */
export function monthAfter(today: string, months: number): string {
  return Temporal.PlainDate.from(today).toPlainYearMonth().add({ months }).toString();
}

/** How far back a record must be clean: a number of years, for ever, or not at all. */
export function cleanRecordOf(rules: Pick<EntryRules, "evidence" | "cleanRecordYears">): number | "ever" | null {
  if (rules.cleanRecordYears) return rules.cleanRecordYears;
  return rules.evidence.includes("no_discipline") ? "ever" : null;
}

/** The first day on which a measure of this day stands in the way no longer. */
export function clearFrom(latest: string, years: number): string {
  return addYears(latest, years);
}
