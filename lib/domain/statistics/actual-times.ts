/** How many working days decided filings took: the half of them at most so many, and nine of ten. */
export type ActualTimes = { count: number; median: number; most: number };

/** Fewer than so many say nothing, and might say something of one person. */
export const fewestShown = 5;

/** The days over which decided filings are counted, today included. */
export const daysLookedBack = 90;

/** A count of people that may be shown; null where it is so small that it might speak of one. */
export function shownCount(people: number): number | null {
  return people < fewestShown ? null : people;
}

/** Median and 90th percentile of a tally of working days; null where too few were decided. */
export function actualTimes(tally: readonly { days: number; count: number }[]): ActualTimes | null {
  const sorted = [...tally].sort((a, b) => a.days - b.days);
  const count = sorted.reduce((sum, it) => sum + it.count, 0);
  if (count < fewestShown) return null;
  return { count, median: within(0.5), most: within(0.9) };

  // The smallest number of days within which at least this share of them was decided.
  function within(share: number): number {
    let seen = 0;
    const last = sorted.find((it) => (seen += it.count) >= Math.ceil(share * count));
    return last?.days ?? 0;
  }
}
