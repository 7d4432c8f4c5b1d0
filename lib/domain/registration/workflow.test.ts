import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { decideOnRegistration, registrationStates, registrationWorkflow, type Registration } from "./workflow";

const clock: Actor = { kind: "clock" };
const holder: Actor = { kind: "professional", accountId: "a", personId: "p", email: "holder@example.com" };
const ended = (state: Registration["state"]): Registration => ({
  id: "r",
  state,
  version: 1,
  validUntil: "2026-11-21",
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

test("the picture in the documents shows the table as it is", async () => {
  const arrows = Object.entries(registrationWorkflow).flatMap(([action, { from, to, by }]) =>
    from.map((state) => `  ${state} --> ${to}: ${action} (${by})`),
  );
  const picture = ["stateDiagram-v2", "  [*] --> in_force: approval", ...arrows, "  expired --> [*]", ""].join("\n");
  await expect(picture).toMatchFileSnapshot(`${process.cwd()}/docs/registration.mmd`);
});
