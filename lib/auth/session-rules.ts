import { env } from "@/lib/env";
import type { Person } from "@/lib/domain/actor";

const minutes = (count: number) => count * 60_000;

/** How long a session lasts unused and at all, and how many one account may have open. */
export const sessionRules: Record<Person["kind"], { idle: number; absolute: number; cap: number }> = {
  professional: { idle: minutes(30), absolute: minutes(12 * 60), cap: 5 },
  staff: { idle: minutes(15), absolute: minutes(8 * 60), cap: 2 },
};

/** How long somebody counts as having just shown who they are. */
export const freshFor = minutes(15);

/** How seldom the time of the last visit is written. */
export const seenEvery = minutes(1);

/** The cap on open sessions; the demonstration has none, since everybody shares its people. */
export function capFor(kind: Person["kind"]): number {
  return env.demo ? Number.MAX_SAFE_INTEGER : sessionRules[kind].cap;
}

/** The moment this long before another. */
export function before(now: Date, length: number): Date {
  return new Date(now.getTime() - length);
}

/** The moment this long after another. */
export function after(now: Date, length: number): Date {
  return new Date(now.getTime() + length);
}
