import { readWorkingCalendar } from "@/lib/data/calendar";
import { database } from "@/lib/data/client";
import { findRegistrationOfFiling, listEventsOf, type FilingEvent } from "@/lib/data/filings";
import { findLookUp } from "@/lib/data/findings";
import type { Professional } from "@/lib/domain/actor";
import { officeDay, receiptDay, type WorkingCalendar } from "@/lib/domain/calendar/working-days";
import { messageEvent, type MessageEvent } from "@/lib/domain/case-message/case-message";
import { confirmationEvents, type ConfirmationEvent } from "@/lib/domain/confirmation/confirmation";
import type { FindingResult, FoundAt } from "@/lib/domain/filing/checks";
import { filingStates, type FilingState, type Owner } from "@/lib/domain/filing/filing";
import { daysWithEach, heldSince, stopsOf, type Stop, type Stretch } from "@/lib/domain/filing/history";
import { workflow, type EventType } from "@/lib/domain/filing/workflow";
import { ok, type Result } from "@/lib/domain/result";
import { readActualTimes, type ActualTimes } from "@/lib/services/actual-times";
import { fallenDecisions, type FallenDecision } from "@/lib/services/fallen-decisions";
import { viewMyFiling, type MyFiling } from "@/lib/services/view-my-filing";

export type StatusEvent = {
  seq: number;
  type: EventType | "registration_created" | ConfirmationEvent | MessageEvent;
  actor: "applicant" | "staff" | "clock";
  at: Date;
  dueOn: string | null;
  /** The day by which the decision was promised from then on, where it moved. */
  promised: string | null;
  /** Why, where that is told with the step. */
  reasons: string[];
};

export type MyStatus = {
  filing: MyFiling;
  /** Newest first. */
  events: StatusEvent[];
  /** Working days that the filing has lain with each side. */
  used: Record<Owner, number>;
  /** The day from which it lies with whoever holds it now. */
  since: string | null;
  /** Every stop of the authority's clock, the oldest first. */
  stops: Stop[];
  /** How long filings for the same entry took of late, where enough were decided. */
  actual: ActualTimes | null;
  /** What the reviewer found in the home register, where and how; null until somebody looked. */
  homeRegister: (FoundAt & { result: FindingResult }) | null;
  registration: string | null;
  /** Decisions that were taken back, the newest first. */
  fallen: FallenDecision[];
};

/** Where one's own filing stands and how it came there, with both clocks. */
export async function viewStatus(actor: Professional, address: string, now: Date): Promise<Result<MyStatus>> {
  const filing = await viewMyFiling(actor, address, now);
  if (!filing.ok) return filing;
  const { id, dates, today, entryCode, reopened } = filing.value;
  const [events, registration, calendar, actual, homeRegister, fallen] = await Promise.all([
    listEventsOf(database, id),
    findRegistrationOfFiling(database, id),
    readWorkingCalendar(database),
    readActualTimes(database, entryCode, today),
    findLookUp(database, id, "home_registration"),
    reopened ? fallenDecisions(actor, id) : [],
  ]);
  const stretches = stretchesOf(events, dates.receivedOn, calendar);
  return ok({
    filing: filing.value,
    events: events.flatMap((event, at) => shown(event, events.slice(at + 1))),
    used: daysWithEach(stretches, today, calendar),
    since: heldSince(stretches),
    stops: stopsOf(stretches, today, calendar),
    actual,
    homeRegister,
    registration,
    fallen,
  });
}

const shownTypes = new Set<string>([
  ...Object.values(workflow).map(({ event }) => event),
  "registration_created",
  ...confirmationEvents,
  messageEvent,
]);
const isShown = (type: string): type is StatusEvent["type"] => shownTypes.has(type);

function shown({ seq, type, actorKind, at, payload }: FilingEvent, earlier: readonly FilingEvent[]): StatusEvent[] {
  if (!isShown(type)) return [];
  const promised = dayIn(payload, "decideBy");
  const before = earlier.map((event) => dayIn(event.payload, "decideBy")).find((day) => day !== null);
  return [
    {
      seq,
      type,
      actor: actorKind,
      at,
      dueOn: dayIn(payload, "dueOn"),
      promised: promised === before ? null : promised,
      reasons: type === workflow.reopen.event ? reasonsIn(payload) : [],
    },
  ];
}

const dayIn = (payload: FilingEvent["payload"], key: string): string | null =>
  typeof payload[key] === "string" ? payload[key] : null;

// The oldest first; what arrives counts from the day on which it was received, not from the evening on which it was sent.
function stretchesOf(events: readonly FilingEvent[], receivedOn: string | null, calendar: WorkingCalendar): Stretch[] {
  return [...events].reverse().flatMap(({ type, toState, at, payload }) => {
    const state = stateOf(toState);
    if (!state) return [];
    return [{ from: dayOf(type, at), state, held: type === workflow.hold.event, reasons: reasonsIn(payload) }];
  });

  function dayOf(type: string, at: Date): string {
    if (type === workflow.submit.event && receivedOn) return receivedOn;
    return type === workflow.supplement.event ? receiptDay(at, calendar) : officeDay(at);
  }
}

const reasonsIn = ({ reasons }: FilingEvent["payload"]): string[] =>
  Array.isArray(reasons) ? reasons.filter((reason) => typeof reason === "string") : [];

const stateOf = (state: string | null): FilingState | undefined => filingStates.find((it) => it === state);
