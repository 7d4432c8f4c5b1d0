export type RegistrationState = "in_force" | "suspended" | "expired" | "lapsed" | "cancelled" | "revoked";

export const endings = ["expired", "lapsed", "cancelled", "revoked"] as const;
export type Ending = (typeof endings)[number];

export const standings = ["valid", "suspended", "ended"] as const;

/**
 * Where a registration stands on a day; an ending says how, and from which day on. `reason` is the class of reason that
 * the register names, where the authority decided.
 */
export type Standing =
  | { is: "valid" }
  | { is: "suspended"; since: string; until: string | null; reason: string | null }
  | { is: "ended"; how: Ending; since: string; reason: string | null };

/** What a certificate is worth on a day. */
export type Verdict = Standing | { is: "replaced" } | { is: "unknown" };

/** What was decided on a registration, with its days: it holds from them on, whether or not a job has written so. */
export type Measures = {
  suspension: { from: string; until: string | null; reason: string | null } | null;
  ending: { how: "cancelled" | "revoked"; from: string; reason: string | null } | null;
};
export type StandingFacts = { state: RegistrationState; stateFrom: string; validUntil: string } & Measures;

/**
 * Where a registration stands on a day, from its dates: it is past its last day, suspended or revoked from the very day
 * on, whether or not a job has written so. `since` of an expiry is the last day itself.
 */
export function standingOf(facts: StandingFacts, today: string): Standing {
  const { state, stateFrom, validUntil, suspension, ending } = facts;
  switch (state) {
    case "expired":
      return { is: "ended", how: "expired", since: validUntil < stateFrom ? validUntil : stateFrom, reason: null };
    case "lapsed":
    case "cancelled":
    case "revoked":
      return { is: "ended", how: state, since: stateFrom, reason: ending?.reason ?? null };
    case "in_force":
    case "suspended":
      if (ending && ending.from <= today && ending.from <= validUntil) {
        return { is: "ended", how: ending.how, since: ending.from, reason: ending.reason };
      }
      if (validUntil < today) return { is: "ended", how: "expired", since: validUntil, reason: null };
      if (suspension && runsOn(suspension, today)) {
        return { is: "suspended", since: suspension.from, until: suspension.until, reason: suspension.reason };
      }
      return { is: "valid" };
  }
}

/** What a paper is worth: a replaced one stands for a registration that is otherwise in order. */
export function verdictOn(standing: Standing, isReplaced: boolean): Verdict {
  return standing.is === "valid" && isReplaced ? { is: "replaced" } : standing;
}

function runsOn({ from, until }: { from: string; until: string | null }, day: string): boolean {
  return from <= day && (until === null || day <= until);
}
