import { describe, expect, test } from "vitest";
import type { Actor, Capability, Staff } from "@/lib/domain/actor";
import {
  concernsHolder,
  decideOnProceeding,
  earliestEffect,
  holdsFrom,
  measuresAfter,
  obstacleTo,
  proceedingStates,
  proceedingWorkflow,
  stepsOf,
  type Proceeding,
  type ProceedingAction,
} from "./proceeding";
import { proceedingKinds } from "./proceeding-reasons";

const today = "2026-11-23";
const staff = (
  accountId: string,
  capabilities: Capability[],
  field = "construction",
  personId: string | null = null,
): Staff => ({
  kind: "staff",
  accountId,
  personId,
  displayName: accountId,
  email: `${accountId}@office.example`,
  grants: capabilities.map((capability) => ({ capability, field })),
});

const parties: Record<string, Actor> = {
  proposer: staff("ho", ["revoke", "decide"]),
  "another who revokes": staff("au", ["revoke"]),
  "another who decides": staff("yip", ["decide"]),
  "an examiner": staff("lee", ["examine"]),
  "somebody of another field": staff("tam", ["revoke", "decide"], "tax"),
  "staff who hold it themselves": staff("me", ["revoke", "decide"], "construction", "p"),
  holder: { kind: "professional", accountId: "h", personId: "p", email: "holder@example.com" },
  "another professional": { kind: "professional", accountId: "o", personId: "q", email: "other@example.com" },
  clock: { kind: "clock" },
};
const seconds = ["another who revokes", "another who decides"];

const proceeding = (changes: Partial<Proceeding> = {}): Proceeding => ({
  id: "x",
  kind: "suspension",
  state: "second_check",
  version: 1,
  proposedBy: "ho",
  hearingUntil: "2026-11-30",
  holder: "p",
  field: "construction",
  hasEnded: false,
  ...changes,
});

// By hand: who takes which step from where.
const allowed: Record<ProceedingAction, { from: string[]; by: string[]; facts?: Partial<Proceeding> }> = {
  give_notice: { from: ["proposed"], by: ["proposer"] },
  put_forward: { from: ["proposed"], by: ["proposer"], facts: { kind: "lifting", hearingUntil: null } },
  answer: { from: ["hearing"], by: ["holder"] },
  end_hearing: { from: ["hearing"], by: ["clock"], facts: { hearingUntil: "2026-11-22" } },
  decide: { from: ["second_check"], by: seconds },
  drop: { from: ["second_check"], by: seconds },
  fall_away: { from: ["hearing", "second_check"], by: ["clock"], facts: { hasEnded: true } },
};

describe.each(Object.entries(allowed) as [ProceedingAction, (typeof allowed)[ProceedingAction]][])(
  "%s",
  (action, { from, by, facts }) => {
    test.each(proceedingStates)("from %s is open to those who may, and to nobody else", (state) => {
      for (const [name, actor] of Object.entries(parties)) {
        const decision = decideOnProceeding(proceeding({ ...facts, state }), action, actor, today);
        const expected = !by.includes(name) ? "forbidden" : from.includes(state) ? null : "wrong_status";
        expect(decision.ok ? null : decision.refusal.code, name).toBe(expected);
      }
    });
  },
);

test("a holder answers to the last day, and the clock ends the hearing on the next", () => {
  const it = proceeding({ state: "hearing" });
  const { holder, clock } = parties as { holder: Actor; clock: Actor };
  expect(stepsOf(it, holder, "2026-11-30")).toEqual(["answer"]);
  expect(stepsOf(it, clock, "2026-11-30")).toEqual([]);
  expect(stepsOf(it, holder, "2026-12-01")).toEqual([]);
  expect(stepsOf(it, clock, "2026-12-01")).toEqual(["end_hearing"]);
});

test("nobody is heard before something is given back, and everybody before something is taken", () => {
  const proposer = parties["proposer"] as Actor;
  const steps = proceedingKinds.map((kind) => stepsOf(proceeding({ kind, state: "proposed" }), proposer, today));
  expect(steps).toEqual([["give_notice"], ["give_notice"], ["put_forward"]]);
});

test("once a registration has ended nothing more is decided on it, and what was proposed may be dropped", () => {
  const second = parties["another who decides"] as Actor;
  expect(stepsOf(proceeding({ hasEnded: true }), second, today)).toEqual(["drop"]);
});

test("what takes effect waits until the holder was heard, and is never backdated", () => {
  expect(earliestEffect("2026-11-30", today)).toBe("2026-12-01");
  expect(earliestEffect(null, today)).toBe(today);
  expect(holdsFrom("2026-12-01", "2026-11-25")).toBe("2026-12-01");
  expect(holdsFrom("2026-12-01", "2026-12-08")).toBe("2026-12-08");
});

describe("a registration", () => {
  const running = {
    state: "in_force" as const,
    stateFrom: "2025-03-03",
    validUntil: "2028-03-02",
    suspension: null,
    ending: null,
  };
  const suspension = { from: "2026-11-10", until: null, reason: "under_inquiry" };
  const ending = { how: "revoked", from: "2026-12-10", reason: "serious_breach" } as const;

  test("is suspended once, lifted when suspended, revoked once, and left alone after its end", () => {
    const obstacles = (it: Parameters<typeof obstacleTo>[1]) =>
      proceedingKinds.map((kind) => obstacleTo(kind, it, today));
    expect(obstacles(running)).toEqual([null, null, "suspended"]);
    expect(obstacles({ ...running, state: "suspended", suspension })).toEqual(["not_suspended", null, null]);
    expect(obstacles({ ...running, ending })).toEqual([null, "no_end_decided", "suspended"]);
    expect(obstacles({ ...running, state: "revoked" })).toEqual(Array(3).fill("registration_runs"));
  });

  test("keeps what was decided before when something more is decided", () => {
    const revocation = { kind: "revocation", reasonCode: "serious_breach", untilOn: null } as const;
    expect(measuresAfter(revocation, { ...running, suspension }, "2026-12-10")).toEqual({ suspension, ending });
    const lifting = { kind: "lifting", reasonCode: "cured", untilOn: null } as const;
    expect(measuresAfter(lifting, { ...running, suspension, ending }, "2026-11-30")).toEqual({
      suspension: { ...suspension, until: "2026-11-29" },
      ending,
    });
    const dated = { ...suspension, until: "2026-12-10" };
    expect(measuresAfter(lifting, { ...running, suspension: dated, ending: null }, "2026-12-20")).toEqual({
      suspension: dated,
      ending: null,
    });
  });
});

test("a holder reads of what they may lose, and of what they get back once that is decided", () => {
  expect(concernsHolder({ kind: "suspension", state: "hearing" })).toBe(true);
  expect(concernsHolder({ kind: "lifting", state: "second_check" })).toBe(false);
  expect(concernsHolder({ kind: "lifting", state: "decided" })).toBe(true);
});

test("the picture in the documents shows the table as it is", async () => {
  const arrows = Object.entries(proceedingWorkflow).flatMap(([action, { from, to, by }]) =>
    from.map((state) => `  ${state} --> ${to}: ${action} (${by})`),
  );
  const ends = ["  decided --> [*]", "  dropped --> [*]"];
  const picture = ["stateDiagram-v2", "  [*] --> proposed: proposal", ...arrows, ...ends, ""].join("\n");
  await expect(picture).toMatchFileSnapshot(`${process.cwd()}/docs/proceeding.mmd`);
});
