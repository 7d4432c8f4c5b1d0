import type { Actor } from "@/lib/domain/actor";
import { ok, refuse, type Result } from "@/lib/domain/result";
import type { RegistrationState } from "@/lib/domain/verification/verdict";

export const registrationStates = [
  "in_force",
  "suspended",
  "expired",
  "lapsed",
  "cancelled",
  "revoked",
] as const satisfies readonly RegistrationState[];

/** What the steps of a registration depend on. */
export type Registration = { id: string; state: RegistrationState; version: number; validUntil: string };

type Step = {
  from: readonly RegistrationState[];
  to: RegistrationState;
  by: Actor["kind"];
  when?: (registration: Registration, today: string) => boolean;
  event: string;
};

/**
 * The life of a registration after an approval made it. What two people decide on one, such as a suspension, is a
 * proceeding of its own and adds its steps here.
 */
export const registrationWorkflow = {
  expire: {
    from: ["in_force", "suspended"],
    to: "expired",
    by: "clock",
    when: ({ validUntil }, today) => validUntil < today,
    event: "registration_expired",
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
  if (actor.kind !== step.by) return refuse({ code: "forbidden" });
  if (!step.from.includes(registration.state)) return refuse({ code: "wrong_status" });
  if (step.when && !step.when(registration, today)) return refuse({ code: "unmet", condition: "out_of_time" });
  return ok(step);
}
