import {
  addWorkingDays,
  officeDay,
  receiptDay,
  workingDaysBetween,
  type WorkingCalendar,
} from "@/lib/domain/calendar/working-days";
import { ownerOf, type Filing, type FilingState } from "@/lib/domain/filing/filing";
import { destination, workflow, type Action } from "@/lib/domain/filing/workflow";

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
    dueProvisional: false,
    daysUsed: filing.daysUsed,
    clockFrom: filing.clockFrom,
    daysLeft: null,
    askedFrom: state === "awaiting_applicant" ? filing.askedFrom : null,
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
  const ended = { dueOn: null, clockFrom: null, daysUsed: stopped.daysUsed, held: false, askedFrom: null };

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
        ...until(today, limits.answerDays),
      };
    case "supplement":
      return { ...stays, ...resumed(state, receiptDay(now, calendar)) };
    case "decide_on_file":
      return {
        ...stays,
        ...resumed(state, today),
        acceptedOn: filing.acceptedOn ?? filing.receivedOn,
      };
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
      return stays;
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
