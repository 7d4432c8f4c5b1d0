import {
  addWorkingDays,
  isPublished,
  officeDay,
  receiptDay,
  workingDaysBetween,
  type WorkingCalendar,
} from "@/lib/domain/calendar/working-days";
import { ownerOf, type Filing, type FilingState, type Owner } from "@/lib/domain/filing/filing";
import { destination, workflow, type Action } from "@/lib/domain/filing/workflow";

/**
 * Once it is reopened, a request that nobody answered may be answered for so many working days, and a notice that was over
 * stands for as many: nothing was left of either.
 */
const leastDaysReopened = 5;

/** Time limits of an authority, in working days. */
export type TimeLimits = {
  acceptanceDays: number;
  decisionDays: number;
  answerDays: number;
  hearingDays: number;
  noticeDays: number;
};

/** The part of a filing that says where it lies, since when and until when. */
export type Standing = {
  state: FilingState;
  held: boolean;
  receivedOn: string | null;
  acceptedOn: string | null;
  decidedOn: string | null;
  dueOn: string | null;
  dueProvisional: boolean;
  daysUsed: number;
  clockFrom: string | null;
  daysLeft: number | null;
  askedFrom: "submitted" | "under_review" | null;
  /** Working days by which the time to answer was extended. */
  extraDays: number;
};

/**
 * Where a filing stands after a step: the authority's clock runs only while the filing lies with it, and stops for the
 * professional, for a hearing, for a public notice and on hold (Rule 10).
 */
export function standingAfter(
  filing: Filing,
  action: Action,
  now: Date,
  limits: TimeLimits,
  calendar: WorkingCalendar,
  extraDays = 0,
): Standing {
  const today = officeDay(now);
  const state = destination(filing, workflow[action]);
  const stays: Standing = {
    state,
    held: filing.held,
    receivedOn: filing.receivedOn,
    acceptedOn: filing.acceptedOn,
    decidedOn: null,
    dueOn: filing.dueOn,
    dueProvisional: filing.dueOn !== null && !isPublished(filing.dueOn, calendar),
    daysUsed: filing.daysUsed,
    clockFrom: filing.clockFrom,
    daysLeft: null,
    askedFrom: state === "awaiting_applicant" ? filing.askedFrom : null,
    extraDays: state === "awaiting_applicant" ? filing.extraDays : 0,
  };
  const until = (from: string, days: number) => {
    const { date, provisional } = addWorkingDays(from, days, calendar);
    return { dueOn: date, dueProvisional: provisional };
  };
  const stopped = {
    daysUsed: filing.daysUsed + (filing.clockFrom ? workingDaysBetween(filing.clockFrom, today, calendar) : 0),
    clockFrom: null,
  };
  const limitIn = (at: FilingState) => (at === "submitted" ? limits.acceptanceDays : limits.decisionDays);
  // The day an answer counts as received is day 0 again; at least one day remains to the authority.
  const resumed = (at: FilingState, from: string) => ({
    clockFrom: from,
    ...until(from, Math.max(1, limitIn(at) - stopped.daysUsed)),
    daysUsed: stopped.daysUsed,
  });
  const ended = {
    dueOn: null,
    dueProvisional: false,
    clockFrom: null,
    daysUsed: stopped.daysUsed,
    held: false,
    askedFrom: null,
  };

  switch (action) {
    case "submit": {
      const receivedOn = receiptDay(now, calendar);
      return { ...stays, receivedOn, clockFrom: receivedOn, daysUsed: 0, ...until(receivedOn, limits.acceptanceDays) };
    }
    case "accept": {
      // Accepted on the very day of receipt, or on a day the office was closed, counts from the receipt.
      const acceptedOn = filing.receivedOn && filing.receivedOn > today ? filing.receivedOn : today;
      return { ...stays, acceptedOn, clockFrom: acceptedOn, daysUsed: 0, ...until(acceptedOn, limits.decisionDays) };
    }
    case "deem_accepted": {
      const acceptedOn = filing.receivedOn ?? today;
      return { ...stays, acceptedOn, clockFrom: acceptedOn, daysUsed: 0, ...until(acceptedOn, limits.decisionDays) };
    }
    case "request_information":
      return {
        ...stays,
        ...stopped,
        askedFrom: filing.state === "under_review" ? "under_review" : "submitted",
        extraDays: 0,
        ...until(today, limits.answerDays),
      };
    case "extend_answer":
      return { ...stays, extraDays, ...until(filing.dueOn ?? today, extraDays) };
    case "supplement":
      return { ...stays, ...resumed(state, receiptDay(now, calendar)) };
    case "decide_on_file":
      return {
        ...stays,
        ...resumed(state, today),
        acceptedOn: filing.acceptedOn ?? filing.receivedOn,
      };
    case "object": {
      const clockFrom = receiptDay(now, calendar);
      return { ...stays, clockFrom, daysUsed: 0, ...until(clockFrom, limits.decisionDays) };
    }
    case "reopen":
      // The days between its end and this one count against nobody.
      if (ownerOf(state) === "authority" && state !== "public_notice") return { ...stays, ...resumed(state, today) };
      return { ...stays, ...until(today, leastDaysReopened) };
    case "propose_refusal":
      return { ...stays, ...stopped, ...until(today, limits.hearingDays) };
    case "answer_hearing":
    case "end_hearing":
      return { ...stays, ...resumed(state, today) };
    case "give_notice":
      return { ...stays, ...stopped, ...until(today, limits.noticeDays) };
    case "uphold_objection":
      return { ...stays, ...resumed(state, today) };
    case "hold":
      return {
        ...stays,
        ...(ownerOf(state) === "authority" ? stopped : {}),
        held: true,
        dueOn: null,
        dueProvisional: false,
        daysLeft: filing.dueOn ? workingDaysBetween(today, filing.dueOn, calendar) : 0,
      };
    case "release":
      return {
        ...stays,
        held: false,
        clockFrom: ownerOf(state) === "authority" && state !== "public_notice" ? today : null,
        ...until(today, Math.max(1, filing.daysLeft ?? 1)),
      };
    case "approve":
    case "approve_formal":
    case "end_notice":
    case "refuse":
    case "decline_acceptance":
      return { ...stays, ...ended, decidedOn: today };
    case "close_no_response":
    case "withdraw":
      return { ...stays, ...ended };
    case "propose_approval":
    case "return":
    case "take_over":
    case "reassign":
    case "allow_round":
      return stays;
    case "requeue":
      // The one step besides withdrawal and release that goes through a hold, which stays as it was.
      return { ...stays, daysLeft: filing.daysLeft };
  }
}

/** Working days of the authority used so far, the running stretch included. */
export function daysUsedBy(
  filing: Pick<Filing, "daysUsed" | "clockFrom">,
  today: string,
  calendar: WorkingCalendar,
): number {
  return filing.daysUsed + (filing.clockFrom ? workingDaysBetween(filing.clockFrom, today, calendar) : 0);
}

/** Whose turn it is, on which of how many working days, and until when; what is overdue says by how many. */
export type Turn = {
  owner: Owner | null;
  dueOn: string | null;
  isProvisional: boolean;
  day: number | null;
  of: number | null;
  overdueBy: number;
  /** Working days that go on once a hold is released. */
  daysLeft: number | null;
};

type Running = Pick<Standing, "state" | "held" | "dueOn" | "daysUsed" | "clockFrom" | "daysLeft" | "askedFrom">;

/** Whose turn it is with a filing today, on which of how many working days, and until when. */
export function turnOf(
  filing: Running & Pick<Standing, "extraDays">,
  limits: TimeLimits,
  today: string,
  calendar: WorkingCalendar,
): Turn {
  const { state, held, dueOn, daysLeft, extraDays } = filing;
  const of = held ? null : limitOf(state, { ...limits, answerDays: limits.answerDays + extraDays });
  return {
    owner: held ? null : ownerOf(state),
    dueOn,
    isProvisional: dueOn !== null && !isPublished(dueOn, calendar),
    day: of === null ? null : daysUsedIn(filing, of, today, calendar),
    of,
    overdueBy: dueOn !== null && dueOn < today ? workingDaysBetween(dueOn, today, calendar) : 0,
    daysLeft: held ? daysLeft : null,
  };
}

/** The days promised of an open filing: taken into examination, where that is still to come, and decided. */
export type Promised = { acceptBy: string | null; decideBy: string; isProvisional: boolean };

/**
 * The working days promised as a filing stands now: what has stopped its clock, and what stops it still, has moved them.
 * While somebody else must act they count from the last day on which that is in time; nothing is promised on hold.
 */
export function promisedDays(filing: Running, limits: TimeLimits, calendar: WorkingCalendar): Promised | null {
  const { state, held, dueOn, daysUsed, askedFrom } = filing;
  if (held || dueOn === null) return null;
  const after = (day: string, days: number) => addWorkingDays(day, days, calendar).date;
  const decided = (acceptBy: string | null, decideBy: string): Promised => ({
    acceptBy,
    decideBy,
    isProvisional: !isPublished(decideBy, calendar),
  });
  // What is published to the public is approved on the working day after the notice has ended.
  const published = (day: string) => (limits.noticeDays > 0 ? after(day, limits.noticeDays + 1) : day);
  // What arrives on the last evening counts as received on the working day after it.
  const resumed = (limit: number) => after(dueOn, 1 + Math.max(1, limit - daysUsed));
  const accepted = (acceptBy: string) => decided(acceptBy, published(after(acceptBy, limits.decisionDays)));

  switch (state) {
    case "submitted":
      return accepted(dueOn);
    case "under_review":
    case "second_check":
      return decided(null, published(dueOn));
    case "awaiting_applicant":
      return askedFrom === "submitted"
        ? accepted(resumed(limits.acceptanceDays))
        : decided(null, published(resumed(limits.decisionDays)));
    case "hearing":
      return decided(null, resumed(limits.decisionDays));
    case "public_notice":
      return decided(null, after(dueOn, 1));
    case "draft":
    case "approved":
    case "refused":
    case "not_accepted":
    case "closed_no_response":
    case "withdrawn":
      return null;
  }
}

/** The sentence that says the promised day beside whose turn it is, where one is needed and can be kept. */
export function promiseSaid(turn: Turn, promised: Promised | null): "decision" | "after_answer" | null {
  if (!promised || (turn.owner === "authority" && turn.overdueBy > 0)) return null;
  if (turn.owner === "professional") return "after_answer";
  return promised.decideBy === turn.dueOn ? null : "decision";
}

function daysUsedIn(filing: Running, of: number, today: string, calendar: WorkingCalendar): number {
  const { state, dueOn } = filing;
  if (ownerOf(state) === "authority" && state !== "public_notice") return daysUsedBy(filing, today, calendar);
  // Only the authority's clock has a column of its own: what is not left of the limit is used.
  return dueOn === null || dueOn < today ? of : Math.max(0, of - workingDaysBetween(today, dueOn, calendar));
}

function limitOf(state: FilingState, limits: TimeLimits): number | null {
  switch (state) {
    case "submitted":
      return limits.acceptanceDays;
    case "under_review":
    case "second_check":
      return limits.decisionDays;
    case "awaiting_applicant":
      return limits.answerDays;
    case "hearing":
      return limits.hearingDays;
    case "public_notice":
      return limits.noticeDays;
    case "draft":
    case "approved":
    case "refused":
    case "not_accepted":
    case "closed_no_response":
    case "withdrawn":
      return null;
  }
}
