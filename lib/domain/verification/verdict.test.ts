import { describe, expect, test } from "vitest";
import { standingOf, verdictOn, type RegistrationState } from "./verdict";

const today = "2026-11-22";
const registration = { state: "in_force" as RegistrationState, stateFrom: "2025-03-03", validUntil: "2028-03-02" };

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
      });
    },
  );

  test("sees since when one is suspended", () => {
    expect(standingOf({ ...registration, state: "suspended", stateFrom: "2026-11-01" }, today)).toEqual({
      is: "suspended",
      since: "2026-11-01",
    });
  });

  test.each(["lapsed", "cancelled", "revoked"] as const)(
    "sees how and when one was %s, whatever its last day was",
    (state) => {
      expect(standingOf({ ...registration, state, stateFrom: "2026-06-01" }, today)).toEqual({
        is: "ended",
        how: state,
        since: "2026-06-01",
      });
    },
  );

  test("sees the last day of an expired one, not the day on which that was written down", () => {
    const written = { state: "expired", stateFrom: "2026-11-02", validUntil: "2026-11-01" } as const;
    expect(standingOf(written, today)).toEqual({ is: "ended", how: "expired", since: "2026-11-01" });
  });
});

describe("whoever holds a paper that was issued again", () => {
  test("is told to ask for the newer one while the registration is valid", () => {
    expect(verdictOn({ is: "valid" }, true)).toEqual({ is: "replaced" });
    expect(verdictOn({ is: "valid" }, false)).toEqual({ is: "valid" });
  });

  test("is first told of a suspension or an end", () => {
    expect(verdictOn({ is: "suspended", since: today }, true)).toEqual({ is: "suspended", since: today });
    expect(verdictOn({ is: "ended", how: "revoked", since: today }, true)).toEqual({
      is: "ended",
      how: "revoked",
      since: today,
    });
  });
});
