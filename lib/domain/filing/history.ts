import { workingDaysBetween, type WorkingCalendar } from "@/lib/domain/calendar/working-days";
import { ownerOf, type FilingState, type Owner } from "@/lib/domain/filing/filing";

/** A moment from which a filing was in a state. */
export type Stretch = { from: string; state: FilingState; held: boolean };

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
