import type { Actor } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar/working-days";
import { holds } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { standingOf, type Measures, type StandingFacts } from "@/lib/domain/verification/verdict";
import type { ProceedingKind } from "./proceeding-reasons";

export const proceedingStates = ["proposed", "hearing", "second_check", "decided", "dropped"] as const;
export type ProceedingState = (typeof proceedingStates)[number];

/** What the steps of a proceeding depend on. */
export type Proceeding = {
  id: string;
  kind: ProceedingKind;
  state: ProceedingState;
  version: number;
  proposedBy: string;
  /** The last day on which the holder may answer; null where they are not heard. */
  hearingUntil: string | null;
  holder: string;
  field: string;
  /** The registration has come to its end meanwhile. */
  hasEnded: boolean;
};

export type ProceedingParty = "proposer" | "holder" | "second_person" | "clock";
type Condition = "hears" | "hears_nobody" | "in_time" | "out_of_time" | "stands" | "has_ended";

type Step = {
  from: readonly ProceedingState[];
  to: ProceedingState;
  by: ProceedingParty;
  when: readonly Condition[];
  event: string;
};

/** The whole life of a proceeding. */
export const proceedingWorkflow = {
  give_notice: {
    from: ["proposed"],
    to: "hearing",
    by: "proposer",
    when: ["hears", "stands"],
    event: "proceeding_opened",
  },
  put_forward: {
    from: ["proposed"],
    to: "second_check",
    by: "proposer",
    when: ["hears_nobody", "stands"],
    event: "proceeding_opened",
  },
  answer: { from: ["hearing"], to: "second_check", by: "holder", when: ["in_time"], event: "proceeding_answered" },
  end_hearing: {
    from: ["hearing"],
    to: "second_check",
    by: "clock",
    when: ["out_of_time", "stands"],
    event: "proceeding_hearing_ended",
  },
  decide: { from: ["second_check"], to: "decided", by: "second_person", when: ["stands"], event: "proceeding_decided" },
  drop: { from: ["second_check"], to: "dropped", by: "second_person", when: [], event: "proceeding_dropped" },
  fall_away: {
    from: ["hearing", "second_check"],
    to: "dropped",
    by: "clock",
    when: ["has_ended"],
    event: "proceeding_fell_away",
  },
} as const satisfies Record<string, Step>;
export type ProceedingAction = keyof typeof proceedingWorkflow;

/** May somebody open a proceeding on a registration of this field? Whoever revokes there, and nobody on their own. */
export function mayOpen(actor: Actor, { field, holder }: Pick<Proceeding, "field" | "holder">): boolean {
  return actor.kind === "staff" && actor.personId !== holder && holds(actor, "revoke", field);
}

const isParty: Record<ProceedingParty, (actor: Actor, it: Proceeding) => boolean> = {
  proposer: (actor, it) => actor.kind === "staff" && actor.accountId === it.proposedBy && mayOpen(actor, it),
  holder: (actor, it) => actor.kind === "professional" && actor.personId === it.holder,
  // Four eyes: whoever proposes does not decide, and nobody decides on what is theirs.
  second_person: (actor, it) =>
    actor.kind === "staff" &&
    actor.accountId !== it.proposedBy &&
    actor.personId !== it.holder &&
    (holds(actor, "revoke", it.field) || holds(actor, "decide", it.field)),
  clock: (actor) => actor.kind === "clock",
};

const isMet: Record<Condition, (it: Proceeding, today: string) => boolean> = {
  hears: ({ kind }) => kind !== "lifting",
  hears_nobody: ({ kind }) => kind === "lifting",
  in_time: ({ hearingUntil }, today) => hearingUntil !== null && today <= hearingUntil,
  out_of_time: ({ hearingUntil }, today) => hearingUntil !== null && hearingUntil < today,
  stands: ({ hasEnded }) => !hasEnded,
  has_ended: ({ hasEnded }) => hasEnded,
};

/** May this actor take this step of a proceeding today? */
export function decideOnProceeding(
  proceeding: Proceeding,
  action: ProceedingAction,
  actor: Actor,
  today: string,
): Result<Step> {
  const step: Step = proceedingWorkflow[action];
  if (!isParty[step.by](actor, proceeding)) return refuse({ code: "forbidden" });
  if (!step.from.includes(proceeding.state)) return refuse({ code: "wrong_status" });
  const unmet = step.when.find((condition) => !isMet[condition](proceeding, today));
  return unmet ? refuse({ code: "unmet", condition: unmet }) : ok(step);
}

/** What this actor may do with a proceeding today. */
export function stepsOf(proceeding: Proceeding, actor: Actor, today: string): ProceedingAction[] {
  const actions = Object.keys(proceedingWorkflow) as ProceedingAction[];
  return actions.filter((action) => decideOnProceeding(proceeding, action, actor, today).ok);
}

/** Does a holder read of this proceeding? Of what is to be given back to them, only once it was decided. */
export function concernsHolder({ kind, state }: Pick<Proceeding, "kind" | "state">): boolean {
  return kind !== "lifting" || state === "decided";
}

/** The day from which a decision holds: as announced, and never backdated where it was decided later. */
export function holdsFrom(effectiveOn: string, today: string): string {
  return effectiveOn < today ? today : effectiveOn;
}

/** The first day on which what is proposed may take effect: once its holder could be heard to the end. */
export function earliestEffect(hearingUntil: string | null, today: string): string {
  return hearingUntil === null ? today : addDays(hearingUntil, 1);
}

/** Why nothing of this kind may be begun or decided on a registration today, or null where it may. */
export function obstacleTo(kind: ProceedingKind, registration: StandingFacts, today: string): Obstacle | null {
  if (standingOf(registration, today).is === "ended") return "registration_runs";
  const { suspension, ending } = registration;
  const isSuspended = suspension !== null && (suspension.until === null || today <= suspension.until);
  if (kind === "suspension" && isSuspended) return "not_suspended";
  if (kind === "lifting" && !isSuspended) return "suspended";
  if (kind === "revocation" && ending !== null) return "no_end_decided";
  return null;
}
export type Obstacle = "registration_runs" | "not_suspended" | "suspended" | "no_end_decided";

/** What stands on a registration once a proposal was decided, with the day from which it holds. */
export function measuresAfter(
  { kind, reasonCode, untilOn }: { kind: ProceedingKind; reasonCode: string; untilOn: string | null },
  { state, suspension, ending }: Pick<StandingFacts, "state" | keyof Measures>,
  from: string,
): Measures {
  switch (kind) {
    case "suspension":
      return { suspension: { from, until: untilOn, reason: reasonCode }, ending };
    case "revocation":
      return { suspension, ending: { how: "revoked", from, reason: reasonCode } };
    case "lifting": {
      const eve = addDays(from, -1);
      if (!suspension || eve >= suspension.from) {
        // What is given back early is never taken for longer.
        const until = suspension?.until && suspension.until < eve ? suspension.until : eve;
        return { suspension: suspension && { ...suspension, until }, ending };
      }
      // One that has begun today lasts the day; one that has not begun never does.
      return { suspension: state === "suspended" ? { ...suspension, until: suspension.from } : null, ending };
    }
  }
}
