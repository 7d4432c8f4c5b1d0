import { readWorkingCalendar } from "@/lib/data/calendar";
import { database } from "@/lib/data/client";
import { findRegistrationOfFiling, listEventsOf, type FilingEvent } from "@/lib/data/filings";
import type { Professional } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { filingStates, type FilingState, type Owner } from "@/lib/domain/filing/filing";
import { daysWithEach, type Stretch } from "@/lib/domain/filing/history";
import { workflow, type EventType } from "@/lib/domain/filing/workflow";
import { ok, type Result } from "@/lib/domain/result";
import { viewMyFiling, type MyFiling } from "@/lib/services/view-my-filing";

export type StatusEvent = {
  seq: number;
  type: EventType | "registration_created";
  actor: "applicant" | "staff" | "clock";
  at: Date;
  dueOn: string | null;
};

export type MyStatus = {
  filing: MyFiling;
  /** Newest first. */
  events: StatusEvent[];
  /** Working days that the filing has lain with each side. */
  used: Record<Owner, number>;
  registration: string | null;
};

/** Where one's own filing stands and how it came there, with both clocks. */
export async function viewStatus(actor: Professional, address: string, now: Date): Promise<Result<MyStatus>> {
  const filing = await viewMyFiling(actor, address, now);
  if (!filing.ok) return filing;
  const { id, dates, today } = filing.value;
  const [events, registration, calendar] = await Promise.all([
    listEventsOf(database, id),
    findRegistrationOfFiling(database, id),
    readWorkingCalendar(database),
  ]);
  return ok({
    filing: filing.value,
    events: events.flatMap(shown),
    used: daysWithEach(stretchesOf(events, dates.receivedOn), today, calendar),
    registration,
  });
}

const shownTypes = new Set<string>([...Object.values(workflow).map(({ event }) => event), "registration_created"]);
const isShown = (type: string): type is StatusEvent["type"] => shownTypes.has(type);

function shown({ seq, type, actorKind, at, payload }: FilingEvent): StatusEvent[] {
  const dueOn = typeof payload["dueOn"] === "string" ? payload["dueOn"] : null;
  return isShown(type) ? [{ seq, type, actor: actorKind, at, dueOn }] : [];
}

// The oldest first; a filing counts from the day on which it was received, not from the evening on which it was sent.
function stretchesOf(events: readonly FilingEvent[], receivedOn: string | null): Stretch[] {
  return [...events].reverse().flatMap(({ type, toState, at }) => {
    const state = stateOf(toState);
    if (!state) return [];
    const from = type === "filing_submitted" && receivedOn ? receivedOn : officeDay(at);
    return [{ from, state, held: type === "filing_held" }];
  });
}

const stateOf = (state: string | null): FilingState | undefined => filingStates.find((it) => it === state);
