import type { JsonObject } from "@/lib/data/client";
import type { WorkingCalendar } from "@/lib/domain/calendar/working-days";
import { promiseSaid, turnOf, type Promised, type Standing, type TimeLimits } from "@/lib/domain/filing/time-limits";

type Standings = Pick<
  Standing,
  "state" | "held" | "dueOn" | "daysUsed" | "clockFrom" | "daysLeft" | "askedFrom" | "extraDays"
>;

/** What a mail says of where a filing stands on a day: the same as its page. */
export function whereItStands(
  standing: Standings,
  { field, limits }: { field: string; limits: TimeLimits },
  today: string,
  promised: Promised | null,
  calendar: WorkingCalendar,
): JsonObject {
  const turn = turnOf(standing, limits, today, calendar);
  const said = promiseSaid(turn, promised);
  return {
    sentence: standing.held ? "held" : standing.state,
    field,
    date: standing.dueOn,
    day: turn.day,
    of: turn.of,
    ...(said && promised && { promise: said, decideBy: promised.decideBy }),
    isProvisional: turn.isProvisional || (said !== null && promised?.isProvisional === true),
  };
}
