import { Temporal } from "temporal-polyfill";

/** A job by its months, `YYYY-MM`, both included; one without an end goes on. */
export type Job = { from: string; to: string | null; sharePercent: number };

/** Months in which nobody was at work, both included. */
export type Gap = { from: string; to: string };

/**
 * How many months of practice these jobs make up to this day. Jobs at the same time count once, at the greatest share; part
 * of full time counts as that part of a month; a month counts once it is over.
 */
export function monthsOfPractice(jobs: readonly Job[], asOf: string): { months: number; gaps: Gap[] } {
  const end = Temporal.PlainDate.from(asOf).add({ days: 1 }).toPlainYearMonth().subtract({ months: 1 }).toString();
  const [start] = jobs.map((job) => job.from).sort();
  const shares = (start ? monthsFrom(start, end) : []).map((month) => ({ month, share: shareIn(month, jobs) }));
  const total = shares.reduce((sum, { share }) => sum + share, 0);
  return { months: total / 100, gaps: gapsAmong(shares) };
}

function monthsFrom(first: string, last: string): string[] {
  const start = Temporal.PlainYearMonth.from(first);
  const { months } = start.until(last, { largestUnit: "months" });
  return Array.from({ length: Math.max(0, months + 1) }, (_, n) => start.add({ months: n }).toString());
}

function shareIn(month: string, jobs: readonly Job[]): number {
  const held = jobs.filter((job) => job.from <= month && month <= (job.to ?? month));
  return Math.max(0, ...held.map((job) => job.sharePercent));
}

function gapsAmong(shares: readonly { month: string; share: number }[]): Gap[] {
  const gaps: Gap[] = [];
  shares.forEach(({ month, share }, at) => {
    if (share > 0) return;
    const open = at > 0 && shares[at - 1]?.share === 0 ? gaps.at(-1) : undefined;
    if (open) open.to = month;
    else gaps.push({ from: month, to: month });
  });
  return gaps;
}
