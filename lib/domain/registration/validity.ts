import { addDays, addYears } from "@/lib/domain/calendar/working-days";

export type Validity = { from: string; until: string };

/**
 * From the day of the decision for so many whole years, its eve included, and never past the last day of the home
 * registration: a filing rests on it. Null when the home registration has already ended, since nothing is valid then.
 */
export function validityFrom(decidedOn: string, years: number, homeUntil: string | null): Validity | null {
  const eve = addDays(addYears(decidedOn, years), -1);
  const until = homeUntil !== null && homeUntil < eve ? homeUntil : eve;
  return until < decidedOn ? null : { from: decidedOn, until };
}
