/** How an indicator may be read: FILING.md, section 12. */
export type Reading =
  /** A level that can be compared with its target. */
  | "level"
  /** The target is a sum over the period and the first value one year's: not on one scale. */
  | "over_period"
  /** The target is not above the first value, so it most likely counts additions. */
  | "additions";

const overPeriod = new Set([4, 5, 6]);
const doubtful = new Set([8]);

/** How the indicator with this number is to be read. */
export function readingOf(indicator: { number: number; baseline: number; targetHigh: number }): Reading {
  if (overPeriod.has(indicator.number)) return "over_period";
  return indicator.targetHigh <= indicator.baseline ? "additions" : "level";
}

/** Is the printed first value of this indicator in doubt? */
export function isDoubtful(number: number): boolean {
  return doubtful.has(number);
}

/** The share of the way from nothing to the target, in whole per cent; null where the numbers are not on one scale. */
export function shareOfTarget(reading: Reading, value: number, target: number): number | null {
  return reading === "level" && target > 0 ? Math.floor((100 * value) / target) : null;
}
