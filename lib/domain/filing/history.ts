import { workingDaysBetween, type WorkingCalendar } from "@/lib/domain/calendar/working-days";
import { ownerOf, type FilingState, type Owner } from "@/lib/domain/filing/filing";

/** A moment from which a filing was in a state, and the reasons that were given for it. */
export type Stretch = { from: string; state: FilingState; held: boolean; reasons: readonly string[] };

/** How many working days a filing has lain with each side so far; nobody's clock runs while it is on hold. */
export function daysWithEach(
  stretches: readonly Stretch[],
  today: string,
  calendar: WorkingCalendar,
): Record<Owner, number> {
  const days = { professional: 0, authority: 0 };
  stretches.forEach(({ from, state, held }, at) => {
    const owner = ownerOf(state);
    const until = stretches[at + 1]?.from ?? today;
    if (owner && !held && state !== "draft") days[owner] += workingDaysBetween(from, until, calendar);
  });
  return days;
}

/** Since when a filing lies with whoever holds it now; null before it was submitted. */
export function heldSince(stretches: readonly Stretch[]): string | null {
  const now = stretches.at(-1);
  if (!now) return null;
  const before = stretches.findLastIndex(
    ({ state, held }) => held !== now.held || ownerOf(state) !== ownerOf(now.state),
  );
  return stretches[before + 1]?.from ?? null;
}

/** Why the authority's clock stood still. */
export const stopCauses = ["hold", "request", "hearing", "public_notice"] as const;
export type StopCause = (typeof stopCauses)[number];

/** A time in which the authority's clock stood still: from when to when, for how many working days, and why. */
export type Stop = {
  cause: StopCause;
  from: string;
  /** Null while it still stands. */
  until: string | null;
  days: number;
  reasons: readonly string[];
};

/** Every stop of the authority's clock, the oldest first. */
export function stopsOf(stretches: readonly Stretch[], today: string, calendar: WorkingCalendar): Stop[] {
  const stops: Stop[] = [];
  stretches.forEach((stretch, at) => {
    const cause = causeOf(stretch);
    if (!cause) return;
    const { from, reasons } = stretch;
    const until = stretches[at + 1]?.from ?? null;
    const before = stretches[at - 1];
    const last = stops.at(-1);
    // More time to answer is the same stop, going on.
    if (last && before && causeOf(before) === cause) {
      stops[stops.length - 1] = { ...last, until, days: workingDaysBetween(last.from, until ?? today, calendar) };
    } else {
      stops.push({ cause, from, until, days: workingDaysBetween(from, until ?? today, calendar), reasons });
    }
  });
  return stops;
}

const causes: Partial<Record<FilingState, StopCause>> = {
  awaiting_applicant: "request",
  hearing: "hearing",
  public_notice: "public_notice",
};

const causeOf = ({ state, held }: Stretch): StopCause | null => (held ? "hold" : (causes[state] ?? null));
