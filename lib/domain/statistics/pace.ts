import { Temporal } from "temporal-polyfill";

/** Fewer months than these say nothing about the months to come. */
export const monthsForPace = 6;

/** How many people a month were newly registered, on average over these months; null when they are too few to tell. */
export function pacePerMonth(monthlyCounts: readonly number[]): number | null {
  if (monthlyCounts.length < monthsForPace) return null;
  return monthlyCounts.reduce((sum, count) => sum + count, 0) / monthlyCounts.length;
}

/** How many people are missing to the target; none once it is reached. */
export function gapTo(target: number, registered: number): number {
  return Math.max(0, target - registered);
}

/** The month in which the target is reached if the pace holds, counted from the month now ended; null when it cannot be told. */
export function projectedMonth(
  progress: { target: number; registered: number; asOfMonth: string },
  monthlyCounts: readonly number[],
): string | null {
  const pace = pacePerMonth(monthlyCounts);
  if (pace === null || pace <= 0) return null;
  const months = Math.ceil(gapTo(progress.target, progress.registered) / pace);
  return Temporal.PlainYearMonth.from(progress.asOfMonth).add({ months }).toString();
}
