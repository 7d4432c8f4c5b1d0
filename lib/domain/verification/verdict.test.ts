import { describe, expect, test } from "vitest";
import { standingOf, verdictOn, type StandingFacts } from "./verdict";

const today = "2026-11-22";
const registration: StandingFacts = {
  state: "in_force",
  stateFrom: "2025-03-03",
  validUntil: "2028-03-02",
  suspension: null,
  ending: null,
};

describe("whoever reads the register", () => {
  test("sees a registration as valid up to and on its last day", () => {
    expect(standingOf(registration, today)).toEqual({ is: "valid" });
    expect(standingOf({ ...registration, validUntil: today }, today)).toEqual({ is: "valid" });
  });

  test.each(["in_force", "suspended"] as const)(
    "sees one that was %s as expired after its last day, before any job says so",
    (state) => {
      expect(standingOf({ ...registration, state, validUntil: "2026-11-21" }, today)).toEqual({
        is: "ended",
        how: "expired",
        since: "2026-11-21",
        reason: null,
      });
    },
  );

  test("sees since when one is suspended", () => {
    const suspension = { from: "2026-11-01", until: null, reason: "under_inquiry" };
    expect(standingOf({ ...registration, state: "suspended", suspension }, today)).toEqual({
      is: "suspended",
      since: "2026-11-01",
      until: null,
      reason: "under_inquiry",
    });
  });

  test("sees a suspension from its first day to its last, whatever a job has written", () => {
    const suspension = { from: "2026-11-01", until: "2026-11-30", reason: null };
    const standingOn = (day: string, state: "in_force" | "suspended") =>
      standingOf({ ...registration, state, suspension }, day).is;
    for (const state of ["in_force", "suspended"] as const) {
      expect(["2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01"].map((day) => standingOn(day, state))).toEqual([
        "valid",
        "suspended",
        "suspended",
        "valid",
      ]);
    }
  });

  test("sees a revocation from its day on, over a suspension and before any job says so", () => {
    const suspension = { from: "2026-11-01", until: null, reason: null };
    const ending = { how: "revoked", from: "2026-11-22", reason: "serious_breach" } as const;
    const both = { ...registration, suspension, ending };
    expect(standingOf(both, "2026-11-21").is).toBe("suspended");
    expect(standingOf(both, "2026-11-22")).toEqual({
      is: "ended",
      how: "revoked",
      since: "2026-11-22",
      reason: "serious_breach",
    });
  });

  test.each(["lapsed", "cancelled", "revoked"] as const)(
    "sees how and when one was %s, whatever its last day was",
    (state) => {
      expect(standingOf({ ...registration, state, stateFrom: "2026-06-01" }, today)).toEqual({
        is: "ended",
        how: state,
        since: "2026-06-01",
        reason: null,
      });
    },
  );

  test("sees the last day of an expired one, not the day on which that was written down", () => {
    const written = { ...registration, state: "expired", stateFrom: "2026-11-02", validUntil: "2026-11-01" } as const;
    expect(standingOf(written, today)).toEqual({ is: "ended", how: "expired", since: "2026-11-01", reason: null });
  });
});

describe("whoever holds a paper that was issued again", () => {
  test("is told to ask for the newer one while the registration is valid", () => {
    expect(verdictOn({ is: "valid" }, true)).toEqual({ is: "replaced" });
    expect(verdictOn({ is: "valid" }, false)).toEqual({ is: "valid" });
  });

  test("is first told of a suspension or an end", () => {
    const suspended = { is: "suspended", since: today, until: null, reason: null } as const;
    const revoked = { is: "ended", how: "revoked", since: today, reason: "serious_breach" } as const;
    expect(verdictOn(suspended, true)).toEqual(suspended);
    expect(verdictOn(revoked, true)).toEqual(revoked);
  });
});
