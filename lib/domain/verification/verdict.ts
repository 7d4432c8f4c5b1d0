export type RegistrationState = "in_force" | "suspended" | "expired" | "lapsed" | "cancelled" | "revoked";

export const endings = ["expired", "lapsed", "cancelled", "revoked"] as const;
export type Ending = (typeof endings)[number];

export const standings = ["valid", "suspended", "ended"] as const;

/** Where a registration stands on a day; an ending says how, and from which day on. */
export type Standing =
  { is: "valid" } | { is: "suspended"; since: string } | { is: "ended"; how: Ending; since: string };

/** What a certificate is worth on a day. */
export type Verdict = Standing | { is: "replaced" } | { is: "unknown" };

export type StandingFacts = { state: RegistrationState; stateFrom: string; validUntil: string };

/**
 * Where a registration stands on a day, from its dates: it is past its last day whether or not a job has written so.
 * `since` of an expiry is the last day itself.
 */
export function standingOf({ state, stateFrom, validUntil }: StandingFacts, today: string): Standing {
  switch (state) {
    case "expired":
      return { is: "ended", how: "expired", since: validUntil < stateFrom ? validUntil : stateFrom };
    case "lapsed":
    case "cancelled":
    case "revoked":
      return { is: "ended", how: state, since: stateFrom };
    case "in_force":
    case "suspended":
      if (validUntil < today) return { is: "ended", how: "expired", since: validUntil };
      return state === "in_force" ? { is: "valid" } : { is: "suspended", since: stateFrom };
  }
}

/** What a paper is worth: a replaced one stands for a registration that is otherwise in order. */
export function verdictOn(standing: Standing, isReplaced: boolean): Verdict {
  return standing.is === "valid" && isReplaced ? { is: "replaced" } : standing;
}
