import { readWorkingCalendar } from "@/lib/data/calendar";
import { database, transaction } from "@/lib/data/client";
import { moveOfficeClock as moveClock } from "@/lib/data/office-clock";
import { addWorkingDays, officeDay } from "@/lib/domain/calendar/working-days";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { endOldDrafts } from "@/lib/services/end-old-drafts";
import { runOfficeClock, type ClockRound } from "@/lib/services/run-office-clock";

export type ClockMoved = { to: string; round: ClockRound };

const dayInSeconds = 24 * 60 * 60;
const furthest = 3 * 366;

/** Moves the demonstration's office forward to the same time of a later day, and takes at once the steps that fall due on the way. */
export async function moveOfficeClock(
  _visitor: unknown,
  asked: { workingDays: number } | { to: string },
  now: Date,
): Promise<Result<ClockMoved>> {
  const today = officeDay(now);
  const to =
    "to" in asked ? asked.to : addWorkingDays(today, asked.workingDays, await readWorkingCalendar(database)).date;
  const days = (Date.parse(to) - Date.parse(today)) / (dayInSeconds * 1000);
  if (days <= 0) return refuse({ code: "invalid_input", fields: { to: "validation.date_future" } });
  if (days > furthest) return refuse({ code: "invalid_input", fields: { to: "validation.date" } });

  await transaction((db) => moveClock(db, days * dayInSeconds));
  const then = new Date(now.getTime() + days * dayInSeconds * 1000);
  const round = await runOfficeClock(then);
  await endOldDrafts(then);
  return ok({ to, round });
}

/** The page that says what moving the clock did. */
export function reportPath({ to, round }: ClockMoved): string {
  const taken = Object.entries(round).filter(([, count]) => count > 0);
  return `/demo/clock?${new URLSearchParams([["moved", to], ...taken.map(([step, count]) => [step, String(count)])])}`;
}
