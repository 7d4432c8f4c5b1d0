/** A job by its months, `YYYY-MM`, both included; one without an end goes on. */
export type Job = { from: string; to: string | null; sharePercent: number };

/** Months in which nobody was at work, both included. */
export type Gap = { from: string; to: string };

/**
 * How many months of practice these jobs make up to this day. Jobs at the same time count once, at the greatest share; part
 * of full time counts as that part of a month; a month counts once it is over. It runs in the browser as well, while
 * somebody types, and so needs no calendar beyond its own.
 */
export function monthsOfPractice(jobs: readonly Job[], asOf: string): { months: number; gaps: Gap[] } {
  const last = lastMonthOver(asOf);
  const [start] = jobs.map((job) => job.from).sort();
  const shares = (start ? monthsFrom(start, last) : []).map((month) => ({ month, share: shareIn(month, jobs) }));
  const total = shares.reduce((sum, { share }) => sum + share, 0);
  return { months: total / 100, gaps: gapsAmong(shares) };
}

/** The last month that is over at the end of a day, counted from the year 0. */
function lastMonthOver(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return year * 12 + month - 1 - (date === daysIn(year, month) ? 0 : 1);
}

function daysIn(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeapYear ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function monthsFrom(first: string, last: number): string[] {
  const [year = 0, month = 0] = first.split("-").map(Number);
  const start = year * 12 + month - 1;
  return Array.from({ length: Math.max(0, last - start + 1) }, (_, n) => written(start + n));
}

const written = (count: number) =>
  `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;

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
