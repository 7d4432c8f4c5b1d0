import { Temporal } from "temporal-polyfill";
import { addYears } from "@/lib/domain/calendar/working-days";
import type { EntryRules } from "@/lib/domain/filing/questions";

// What an entry demands of a person, in numbers: the same for the check before sign-in, the form and the examination.

/** Whether what was valid until this day is so no longer; on its last day it still is. */
export function hasEnded(lastDay: string, today: string): boolean {
  return lastDay < today;
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
