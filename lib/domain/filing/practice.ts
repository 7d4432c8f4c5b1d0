import { monthsOfPractice, type Gap } from "@/lib/domain/experience";
import type { EntryRules, Job } from "@/lib/domain/filing/questions";

// What a list of posts comes to, and what an entry asks of it: the same while somebody types, in the self-test and in the
// examination. It runs in the browser as well, and stays light.

/** The part of a post that counts. */
export type PostTime = Pick<Job, "from" | "to" | "share">;

/** The practice that a list of posts makes by a day, in whole months, and the gaps in it. */
export function practiceBy(posts: readonly PostTime[], today: string): { months: number; gaps: Gap[] } {
  const jobs = posts.map(({ from, to, share }) => ({ from, to: to || null, sharePercent: Number(share) }));
  const { months, gaps } = monthsOfPractice(jobs, today);
  return { months: Math.floor(months), gaps };
}

/** How many months of practice an entry asks for; 0 where it asks for none. */
export function monthsAskedBy({ experienceYears }: Pick<EntryRules, "experienceYears">): number {
  return (experienceYears ?? 0) * 12;
}

/** How many months of practice are still missing; 0 where there are enough. A part of a month that is missing is a month. */
export function monthsMissing(rules: Pick<EntryRules, "experienceYears">, practised: number): number {
  return Math.max(0, Math.ceil(monthsAskedBy(rules) - practised));
}
