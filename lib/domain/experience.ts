/** A job by its months, `YYYY-MM`, both included; one without an end goes on. */
export type Job = { from: string; to: string | null; sharePercent: number };

/** Months in which nobody was at work, both included. */
export type Gap = { from: string; to: string };

/**
 * How many months of practice these jobs make up to this day. Jobs at the same time count once, at the greatest share; part
 * of full time counts as that part of a month; a month counts once it is over.
 */
export function monthsOfPractice(jobs: readonly Job[], asOf: string): { months: number; gaps: Gap[] } {
  const end = lastMonthOver(asOf);
  const [start] = jobs.map((job) => job.from).sort();
  const shares = (start ? monthsFrom(start, end) : []).map((month) => ({ month, share: shareIn(month, jobs) }));
  const total = shares.reduce((sum, { share }) => sum + share, 0);
  return { months: total / 100, gaps: gapsAmong(shares) };
}

// Months are counted from the year 0 on: forms reckon along while somebody types, and bring no calendar for it.
const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthOf = (number: number) =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;

function lastMonthOver(day: string): string {
  const number = numberOf(day);
  const daysInMonth = new Date(Date.UTC(Math.floor(number / 12), (number % 12) + 1, 0)).getUTCDate();
  return monthOf(Number(day.slice(8)) === daysInMonth ? number : number - 1);
}

function monthsFrom(first: string, last: string): string[] {
  const start = numberOf(first);
  return Array.from({ length: Math.max(0, numberOf(last) - start + 1) }, (_, n) => monthOf(start + n));
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
