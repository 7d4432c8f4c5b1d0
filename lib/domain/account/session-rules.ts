import type { Person } from "@/lib/domain/actor";

const minutes = (count: number) => count * 60_000;

/** How long a session lasts unused and at all, how many one account may have open, and when its end is announced (ms). */
export const sessionRules: Record<Person["kind"], { idle: number; absolute: number; cap: number; announced: number }> =
  {
    professional: { idle: minutes(30), absolute: minutes(12 * 60), cap: 5, announced: minutes(5) },
    staff: { idle: minutes(15), absolute: minutes(8 * 60), cap: 2, announced: minutes(2) },
  };

/** How long somebody counts as having just shown who they are. */
export const freshFor = minutes(15);

/** How seldom the time of the last visit is written. */
export const seenEvery = minutes(1);

/** The moment this long before another. */
export function before(moment: Date, length: number): Date {
  return new Date(moment.getTime() - length);
}

/** The moment this long after another. */
export function after(moment: Date, length: number): Date {
  return new Date(moment.getTime() + length);
}
