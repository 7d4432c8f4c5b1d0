import type { Actor } from "@/lib/domain/actor";
import { queueStates, reopenableStates, type Filing, type FilingState } from "@/lib/domain/filing/filing";
import { objectBy } from "@/lib/domain/filing/objection";
import { mostRounds, usualRounds } from "@/lib/domain/filing/rounds";
import { holds } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";

export type Party =
  | "applicant"
  | "reviewer"
  | "assigned_reviewer"
  | "second_reviewer"
  | "formal_officer"
  | "holder"
  | "supervisor"
  | "second_supervisor"
  | "clock";

export type Condition =
  | "complete_and_open"
  | "up_to_date"
  | "in_time"
  | "out_of_time"
  | "closing_announced"
  | "deciding_announced"
  | "all_checks_met"
  | "formal_ready"
  | "look_alikes_ruled"
  | "not_filed_twice"
  | "approval_proposed"
  | "refusal_proposed"
  | "notice_asked"
  | "no_notice"
  | "reviewer_gone"
  | "rounds_left"
  | "rounds_used"
  | "no_extra_round"
  | "not_extended"
  | "objection_in_time"
  | "not_objected"
  | "none_beside"
  | "reopening_proposed"
  | "on_record"
  | "registration_stands"
  | "held"
  | "not_held";

export type Step = {
  from: readonly FilingState[];
  /** `asked_from` is where the request was sent from, `ended_from` where it stood before it ended; `same` stays. */
  to: FilingState | "asked_from" | "ended_from" | "same";
  by: Party;
  /** All of them must hold. */
  when?: readonly Condition[];
  /** Who takes the step must say why. */
  reasons?: "required";
  /** Who becomes the reviewer: whoever takes the step, whom they name, or nobody until somebody takes it over. */
  assigns?: "actor" | "named" | "nobody";
  event: string;
};

/** The whole life of a filing. Nothing else states a step's states, party, condition or event a second time. */
export const workflow = {
  submit: {
    from: ["draft"],
    to: "submitted",
    by: "applicant",
    when: ["complete_and_open", "up_to_date"],
    event: "filing_submitted",
  },
  accept: { from: ["submitted"], to: "under_review", by: "reviewer", assigns: "actor", event: "filing_accepted" },
  deem_accepted: {
    from: ["submitted"],
    to: "under_review",
    by: "clock",
    when: ["out_of_time"],
    event: "filing_deemed_accepted",
  },
  decline_acceptance: {
    from: ["submitted"],
    to: "not_accepted",
    by: "reviewer",
    reasons: "required",
    event: "acceptance_declined",
  },
  take_over: { from: ["under_review"], to: "same", by: "reviewer", assigns: "actor", event: "filing_taken_over" },
  reassign: {
    // While the applicant has the word nothing moves: what they send would be stale.
    from: ["submitted", "under_review", "second_check"],
    to: "same",
    by: "supervisor",
    reasons: "required",
    assigns: "named",
    event: "filing_reassigned",
  },
  requeue: {
    from: ["submitted", "under_review"],
    to: "same",
    by: "clock",
    when: ["reviewer_gone"],
    assigns: "nobody",
    event: "filing_requeued",
  },
  request_information: {
    from: ["submitted", "under_review"],
    to: "awaiting_applicant",
    by: "reviewer",
    when: ["rounds_left"],
    assigns: "actor",
    event: "information_requested",
  },
  // Why it is allowed is said in words, which stay among the staff.
  allow_round: {
    from: ["submitted", "under_review"],
    to: "same",
    by: "supervisor",
    when: ["no_extra_round", "rounds_used"],
    event: "extra_round_allowed",
  },
  supplement: {
    from: ["awaiting_applicant"],
    to: "asked_from",
    by: "applicant",
    when: ["in_time", "complete_and_open"],
    event: "filing_supplemented",
  },
  extend_answer: {
    from: ["awaiting_applicant"],
    to: "same",
    by: "applicant",
    when: ["in_time", "not_extended"],
    event: "answer_extended",
  },
  close_no_response: {
    from: ["awaiting_applicant"],
    to: "closed_no_response",
    by: "clock",
    when: ["out_of_time", "closing_announced"],
    event: "filing_closed",
  },
  decide_on_file: {
    from: ["awaiting_applicant"],
    to: "under_review",
    by: "clock",
    when: ["out_of_time", "deciding_announced"],
    event: "filing_decided_on_file",
  },
  approve_formal: {
    from: ["under_review"],
    to: "approved",
    by: "formal_officer",
    when: ["formal_ready", "look_alikes_ruled", "no_notice"],
    event: "filing_approved",
  },
  propose_approval: {
    from: ["under_review"],
    to: "second_check",
    by: "assigned_reviewer",
    when: ["all_checks_met", "look_alikes_ruled", "not_filed_twice"],
    reasons: "required",
    event: "approval_proposed",
  },
  propose_refusal: {
    from: ["under_review"],
    to: "hearing",
    by: "assigned_reviewer",
    when: ["look_alikes_ruled"],
    reasons: "required",
    event: "refusal_proposed",
  },
  answer_hearing: {
    from: ["hearing"],
    to: "second_check",
    by: "applicant",
    when: ["in_time"],
    event: "hearing_answered",
  },
  end_hearing: { from: ["hearing"], to: "second_check", by: "clock", when: ["out_of_time"], event: "hearing_ended" },
  return: {
    from: ["second_check"],
    to: "under_review",
    by: "second_reviewer",
    reasons: "required",
    event: "proposal_returned",
  },
  approve: {
    from: ["second_check"],
    to: "approved",
    by: "second_reviewer",
    when: ["approval_proposed", "no_notice"],
    event: "filing_approved",
  },
  give_notice: {
    from: ["second_check"],
    to: "public_notice",
    by: "second_reviewer",
    when: ["approval_proposed", "notice_asked"],
    event: "public_notice_given",
  },
  refuse: {
    from: ["second_check"],
    to: "refused",
    by: "second_reviewer",
    when: ["refusal_proposed"],
    reasons: "required",
    event: "filing_refused",
  },
  object: {
    from: ["refused"],
    to: "under_review",
    by: "applicant",
    when: ["objection_in_time", "not_objected", "none_beside"],
    assigns: "nobody",
    event: "refusal_objected",
  },
  // Back to the very state before, with the days that were left then: see `decideOnProposing` for whoever asks for it.
  reopen: {
    from: reopenableStates,
    to: "ended_from",
    by: "second_supervisor",
    when: ["reopening_proposed", "on_record", "registration_stands", "none_beside"],
    reasons: "required",
    event: "filing_reopened",
  },
  end_notice: { from: ["public_notice"], to: "approved", by: "clock", when: ["out_of_time"], event: "filing_approved" },
  uphold_objection: {
    from: ["public_notice"],
    to: "under_review",
    by: "reviewer",
    assigns: "actor",
    reasons: "required",
    event: "objection_upheld",
  },
  hold: {
    from: queueStates,
    to: "same",
    by: "holder",
    when: ["not_held"],
    reasons: "required",
    event: "filing_held",
  },
  release: { from: queueStates, to: "same", by: "holder", when: ["held"], event: "filing_released" },
  // A draft is deleted, not withdrawn: nobody else ever saw it.
  withdraw: { from: queueStates, to: "withdrawn", by: "applicant", event: "filing_withdrawn" },
} as const satisfies Record<string, Step>;

export type Action = keyof typeof workflow;
export const actions = Object.keys(workflow) as Action[];
export type EventType = (typeof workflow)[Action]["event"];

/** The steps that a hold does not stop. */
const throughHold: ReadonlySet<Action> = new Set(["withdraw", "release", "requeue"]);

// Nobody acts on a filing of their own.
const isSomebodyElse = (actor: Actor, filing: Filing) => actor.kind === "staff" && actor.personId !== filing.personId;

// Whoever had a part in a refusal has none in what follows the objection to it.
const isImpartial = (actor: Actor, filing: Filing) =>
  actor.kind === "staff" && isSomebodyElse(actor, filing) && !filing.excluded.includes(actor.accountId);

export const isParty: Record<Party, (actor: Actor, filing: Filing) => boolean> = {
  applicant: (actor, filing) => actor.kind === "professional" && actor.personId === filing.personId,
  reviewer: (actor, filing) => isImpartial(actor, filing) && holds(actor, "examine", filing.field),
  assigned_reviewer: (actor, filing) =>
    isParty.reviewer(actor, filing) && actor.kind === "staff" && actor.accountId === filing.reviewerId,
  // Four eyes: whoever proposed, recorded a finding or decided before does not confirm.
  second_reviewer: (actor, filing) =>
    isSomebodyElse(actor, filing) &&
    holds(actor, "decide", filing.field) &&
    actor.kind === "staff" &&
    !filing.tookPart.includes(actor.accountId),
  formal_officer: (actor, filing) => isImpartial(actor, filing) && holds(actor, "decide", filing.field),
  holder: (actor, filing) => isSomebodyElse(actor, filing) && holds(actor, "hold", filing.field),
  supervisor: (actor, filing) => isSomebodyElse(actor, filing) && holds(actor, "reverse", filing.field),
  // Two people take back how a filing ended, and none of them had a part in a refusal that was objected to.
  second_supervisor: (actor, filing) =>
    isImpartial(actor, filing) &&
    holds(actor, "reverse", filing.field) &&
    actor.kind === "staff" &&
    actor.accountId !== filing.reopeningBy,
  clock: (actor) => actor.kind === "clock",
};

export const isMet: Record<Condition, (filing: Filing, today: string) => boolean> = {
  complete_and_open: (filing) => filing.complete && filing.entryOpen,
  up_to_date: (filing) => filing.upToDate,
  in_time: (filing, today) => filing.dueOn !== null && today <= filing.dueOn,
  out_of_time: (filing, today) => filing.dueOn !== null && today > filing.dueOn,
  closing_announced: (filing) => filing.requestOutcome === "close_no_response",
  deciding_announced: (filing) => filing.requestOutcome === "decide_on_file",
  all_checks_met: (filing) => filing.allChecksMet,
  formal_ready: (filing) => filing.formalReady,
  look_alikes_ruled: (filing) => filing.lookAlikesRuled,
  not_filed_twice: (filing) => !filing.filedTwice,
  approval_proposed: (filing) => filing.proposed === "approve",
  refusal_proposed: (filing) => filing.proposed === "refuse",
  notice_asked: (filing) => filing.noticeAsked,
  no_notice: (filing) => !filing.noticeAsked,
  reviewer_gone: (filing) => filing.reviewerGone,
  rounds_left: (filing) => filing.rounds < mostRounds(filing),
  rounds_used: (filing) => filing.rounds >= usualRounds,
  no_extra_round: (filing) => !filing.extraRound,
  not_extended: (filing) => filing.extraDays === 0,
  objection_in_time: (filing, today) => filing.decidedOn !== null && today <= objectBy(filing.decidedOn),
  not_objected: (filing) => !filing.objected,
  none_beside: (filing) => !filing.openBeside,
  reopening_proposed: (filing) => filing.reopeningBy !== null,
  on_record: (filing) => filing.onRecord && filing.endedFrom !== null,
  registration_stands: (filing) => filing.state !== "approved" || filing.registrationStands,
  held: (filing) => filing.held,
  not_held: (filing) => !filing.held,
};

/** May this actor take this step today? The party is asked before the state, so a stranger learns nothing. */
export function decide(filing: Filing, action: Action, actor: Actor, today: string): Result<Step> {
  const step: Step = workflow[action];
  if (!isParty[step.by](actor, filing)) return refuse({ code: "forbidden" });
  if (!step.from.includes(filing.state)) return refuse({ code: "wrong_status" });
  if (filing.held && !throughHold.has(action)) return refuse({ code: "unmet", condition: "not_held" });
  const unmet = step.when?.find((condition) => !isMet[condition](filing, today));
  return unmet ? refuse({ code: "unmet", condition: unmet }) : ok(step);
}

/** Every step this actor may take today, in the table's order. */
export function availableActions(filing: Filing, actor: Actor, today: string): Action[] {
  return actions.filter((action) => decide(filing, action, actor, today).ok);
}

/** The state this step leads to from here. */
export function destination(filing: Filing, step: Step): FilingState {
  if (step.to === "same") return filing.state;
  if (step.to === "asked_from") return filing.askedFrom ?? "under_review";
  if (step.to === "ended_from") return filing.endedFrom ?? filing.state;
  return step.to;
}
