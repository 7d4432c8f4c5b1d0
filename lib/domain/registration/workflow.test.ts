import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { decideOnRegistration, dueStep, registrationStates, registrationWorkflow, type Registration } from "./workflow";

const clock: Actor = { kind: "clock" };
const holder: Actor = { kind: "professional", accountId: "a", personId: "p", email: "holder@example.com" };
const ended = (state: Registration["state"]): Registration => ({
  id: "r",
  state,
  version: 1,
  stateFrom: "2025-11-22",
  validUntil: "2026-11-21",
  suspension: null,
  ending: null,
});

describe("a registration past its last day", () => {
  test.each(registrationStates)("that is %s expires only if it had not ended", (state) => {
    const isOpen = state === "in_force" || state === "suspended";
    expect(decideOnRegistration(ended(state), "expire", clock, "2026-11-22").ok).toBe(isOpen);
  });

  test("is ended by the clock and by nobody else", () => {
    expect(decideOnRegistration(ended("in_force"), "expire", holder, "2026-11-22")).toEqual({
      ok: false,
      refusal: { code: "forbidden" },
    });
  });
});

test("nothing expires on its last day", () => {
  expect(decideOnRegistration(ended("in_force"), "expire", clock, "2026-11-21").ok).toBe(false);
});

describe("what was decided for a day", () => {
  const running: Registration = { ...ended("in_force"), validUntil: "2028-01-01" };
  const suspension = { from: "2026-12-01", until: "2026-12-31", reason: null };
  const revocation = { how: "revoked" as const, from: "2026-12-10", reason: "serious_breach" };

  test.each([
    ["2026-11-30", "in_force", null],
    ["2026-12-01", "in_force", "suspend"],
    ["2026-12-31", "suspended", null],
    ["2027-01-01", "suspended", "resume"],
    // Nobody wrote anything for a while: first the one, then the other.
    ["2027-01-01", "in_force", "suspend"],
  ] as const)("on %s, a registration written as %s asks for %s", (today, state, step) => {
    expect(dueStep({ ...running, state, suspension }, clock, today)).toBe(step);
  });

  test("an end comes before anything else, from either state", () => {
    const both = { ...running, suspension, ending: revocation };
    expect(dueStep(both, clock, "2026-12-09")).toBe("suspend");
    expect(dueStep(both, clock, "2026-12-10")).toBe("revoke");
    expect(dueStep({ ...both, state: "suspended" }, clock, "2026-12-10")).toBe("revoke");
    expect(dueStep({ ...both, state: "revoked" }, clock, "2026-12-10")).toBeNull();
  });

  test("a registration that expires before its revocation expires", () => {
    expect(dueStep({ ...running, validUntil: "2026-12-09", ending: revocation }, clock, "2026-12-10")).toBe("expire");
  });

  test("is written by the clock, or by whoever decided it, and never by the holder", () => {
    expect(dueStep({ ...running, ending: revocation }, holder, "2026-12-10")).toBeNull();
  });
});

test("the picture in the documents shows the table as it is", async () => {
  const arrows = Object.entries(registrationWorkflow).flatMap(([action, { from, to, by }]) =>
    from.map((state) => `  ${state} --> ${to}: ${action} (${by.join(" or ")})`),
  );
  const ends = ["  expired --> [*]", "  revoked --> [*]"];
  const picture = ["stateDiagram-v2", "  [*] --> in_force: approval", ...arrows, ...ends, ""].join("\n");
  await expect(picture).toMatchFileSnapshot(`${process.cwd()}/docs/registration.mmd`);
});
