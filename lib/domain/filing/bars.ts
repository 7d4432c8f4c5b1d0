import { addYears } from "@/lib/domain/calendar/working-days";

/** For how many years an authority bars after a refusal, by its reason. */
export type BarLength = { reasonCode: string; years: number };
export type NewBar = { reasonCodes: string[]; from: string; until: string };

/** The bar that follows from a refusal for these reasons, or null where none of them bars. The longest holds. */
export function barAfter(reasonCodes: readonly string[], lengths: readonly BarLength[], today: string): NewBar | null {
  const barring = lengths.filter(({ reasonCode }) => reasonCodes.includes(reasonCode));
  if (barring.length === 0) return null;
  const years = Math.max(...barring.map((it) => it.years));
  return {
    reasonCodes: barring.map(({ reasonCode }) => reasonCode).sort(),
    from: today,
    until: addYears(today, years),
  };
}
