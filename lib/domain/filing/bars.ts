import { addYears } from "@/lib/domain/calendar/working-days";

/** For how many years an authority bars after a refusal, by its reason. */
export type BarLength = { reasonCode: string; years: number };
export type NewBar = { reasonCodes: string[]; from: string; until: string };

/** Why a bar may concern somebody: their own refusal, one under an account that was ruled theirs, or the same number. */
export type BarGround = "own" | "ruled_same" | "identity_number";
export type StandingBar = { until: string; reference: string | null; ground: BarGround };

/** Does a bar hold for this very person? Anybody can type a number: by itself it tells staff to look, and refuses nobody. */
export function barsThePerson({ ground }: Pick<StandingBar, "ground">): boolean {
  return ground !== "identity_number";
}

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
