import type { Actor } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar/working-days";
import { ok, refuse, type Result } from "@/lib/domain/result";
import {
  standingOf,
  type Measures,
  type RegistrationState,
  type StandingFacts,
} from "@/lib/domain/verification/verdict";

export const registrationStates = [
  "in_force",
  "suspended",
  "expired",
  "lapsed",
  "cancelled",
  "revoked",
] as const satisfies readonly RegistrationState[];

/** What the steps of a registration depend on. */
export type Registration = {
  id: string;
  state: RegistrationState;
  version: number;
  stateFrom: string;
  validUntil: string;
} & Measures;

type Step = {
  from: readonly RegistrationState[];
  to: RegistrationState;
  by: readonly Actor["kind"][];
  when: (registration: StandingFacts, today: string) => boolean;
  /** The day from which it holds, which may be before the day on which it is written. */
  on: (registration: StandingFacts, today: string) => string;
  event: string;
};

const hasEndedBy = (how: "expired" | "revoked") => (registration: StandingFacts, today: string) => {
  const standing = standingOf(registration, today);
  return standing.is === "ended" && standing.how === how;
};

// What holds today is written in the decision itself, what holds later by the clock.
const whoever = ["clock", "staff"] as const;

/**
 * The life of a registration after an approval made it. Whether a step is due follows from the dates that stand on it; what
 * two people decide, such as a suspension, is a proceeding of its own and sets those dates.
 */
export const registrationWorkflow = {
  expire: {
    from: ["in_force", "suspended"],
    to: "expired",
    by: ["clock"],
    when: hasEndedBy("expired"),
    on: ({ validUntil }) => addDays(validUntil, 1),
    event: "registration_expired",
  },
  revoke: {
    from: ["in_force", "suspended"],
    to: "revoked",
    by: whoever,
    when: hasEndedBy("revoked"),
    on: ({ ending }, today) => ending?.from ?? today,
    event: "registration_revoked",
  },
  suspend: {
    from: ["in_force"],
    to: "suspended",
    by: whoever,
    when: ({ suspension }, today) => suspension !== null && suspension.from <= today,
    on: ({ suspension }, today) => suspension?.from ?? today,
    event: "registration_suspended",
  },
  resume: {
    from: ["suspended"],
    to: "in_force",
    by: whoever,
    when: (registration, today) => standingOf(registration, today).is === "valid",
    on: ({ suspension }, today) => (suspension?.until ? addDays(suspension.until, 1) : today),
    event: "registration_resumed",
  },
} as const satisfies Record<string, Step>;

export type RegistrationAction = keyof typeof registrationWorkflow;

/** May this actor take this step of a registration today? */
export function decideOnRegistration(
  registration: Registration,
  action: RegistrationAction,
  actor: Actor,
  today: string,
): Result<Step> {
  const step: Step = registrationWorkflow[action];
  if (!step.by.includes(actor.kind)) return refuse({ code: "forbidden" });
  if (!step.from.includes(registration.state)) return refuse({ code: "wrong_status" });
  if (!step.when(registration, today)) return refuse({ code: "unmet", condition: "out_of_time" });
  return ok(step);
}

/** The step that the dates of a registration ask for today and that nobody has written yet; null where all is written. */
export function dueStep(registration: Registration, actor: Actor, today: string): RegistrationAction | null {
  const actions = Object.keys(registrationWorkflow) as RegistrationAction[];
  return actions.find((action) => decideOnRegistration(registration, action, actor, today).ok) ?? null;
}
