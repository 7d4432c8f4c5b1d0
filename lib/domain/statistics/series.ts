import { Temporal } from "temporal-polyfill";
import { lastDayOf } from "./past-day";

/** A count of people at the end of a day. */
export type Point = { on: string; value: number };

/** The months from the first to the last named, oldest first, months without anybody counted as none. */
export function everyMonth(
  counts: readonly { month: string; count: number }[],
  through: string,
): { month: string; count: number }[] {
  const first = counts[0];
  if (!first) return [];
  const known = new Map(counts.map(({ month, count }) => [month, count]));
  const from = Temporal.PlainYearMonth.from(first.month);
  const months = from.until(Temporal.PlainYearMonth.from(through), { largestUnit: "months" }).months + 1;
  return Array.from({ length: Math.max(0, months) }, (_, at) => {
    const month = from.add({ months: at }).toString();
    return { month, count: known.get(month) ?? 0 };
  });
}

/** The count as recorded here: at the end of each month since the first, and today. Nothing is drawn before the first. */
export function recordedPoints(
  baseline: number,
  counts: readonly { month: string; count: number }[],
  today: string,
): Point[] {
  let value = baseline;
  return everyMonth(counts, today.slice(0, 7)).map(({ month, count }) => {
    value += count;
    const last = lastDayOf(month);
    return { on: last < today ? last : today, value };
  });
}

/** The last months that are over, with how many were newly registered in each. */
export function completeMonths(
  counts: readonly { month: string; count: number }[],
  today: string,
  most: number,
): { month: string; count: number }[] {
  return everyMonth(counts, today.slice(0, 7)).slice(0, -1).slice(-most);
}
