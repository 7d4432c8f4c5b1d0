import { describe, expect, test } from "vitest";
import type { Actor, Capability, Staff } from "@/lib/domain/actor";
import { filingStates, isOpen, type Filing, type FilingState } from "@/lib/domain/filing/filing";
import {
  actions,
  availableActions,
  decide,
  destination,
  workflow,
  type Action,
  type Step,
} from "@/lib/domain/filing/workflow";
import { wholeDraft } from "@/prisma/testing/whole-draft";

const staff = (accountId: string, ...capabilities: Capability[]): Staff => ({
  kind: "staff",
  accountId,
  personId: null,
  displayName: accountId,
  email: `${accountId}@demo.example`,
  grants: capabilities.map((capability) => ({ capability, field: "construction" })),
});

const people = {
  nobodyInParticular: {
    kind: "professional",
    accountId: "other",
    personId: "other-person",
    email: "other@demo.example",
  },
  applicant: { kind: "professional", accountId: "chan", personId: "chan-person", email: "chan@demo.example" },
  assignedReviewer: staff("lee", "examine", "decide"),
  secondReviewer: staff("ho", "examine", "decide"),
  examinerOnly: staff("examiner", "examine"),
  holder: staff("holder", "hold"),
  supervisor: staff("supervisor", "reverse"),
  taxReviewer: {
    ...staff("tam"),
    grants: [
      { capability: "examine", field: "tax" },
      { capability: "decide", field: "tax" },
      { capability: "hold", field: "tax" },
    ],
  },
  reviewerWithoutField: { ...staff("none"), grants: [{ capability: "examine", field: null }] },
  administrator: { ...staff("cheung"), grants: [{ capability: "view_statistics", field: null }] },
  clock: { kind: "clock" },
} as const satisfies Record<string, Actor>;
type Someone = keyof typeof people;

/** Where a filing stood before each of the ends that two people may take back. */
const before: Partial<Record<FilingState, readonly FilingState[]>> = {
  refused: ["second_check"],
  closed_no_response: ["awaiting_applicant"],
  approved: ["under_review", "second_check", "public_notice"],
};

/** A filing on which nothing but party and state stands in the way. */
function filing(state: FilingState, changes: Partial<Filing> = {}): Filing {
  return {
    ...wholeDraft,
    personId: "chan-person",
    state,
    version: 3,
    reviewerId: state === "draft" || state === "submitted" ? null : "lee",
    askedFrom: state === "awaiting_applicant" ? "under_review" : null,
    receivedOn: "2026-03-02",
    acceptedOn: "2026-03-03",
    dueOn: "2026-03-16",
    proposed: "approve",
    tookPart: ["lee"],
    decidedOn: state === "refused" ? "2026-03-09" : null,
    endedFrom: before[state]?.[0] ?? null,
    reopeningBy: state in before ? "another-supervisor" : null,
    requestOutcome: "close_no_response",
    ...changes,
  };
}

const inTime = "2026-03-10";
const tooLate = "2026-03-17";

describe("who may do what, in time, when an approval is proposed and no notice is asked for", () => {
  // Written by hand, and meant to be read by a person of the office.
  const expected: Record<Someone, Partial<Record<FilingState, Action[]>>> = {
    nobodyInParticular: {},
    applicant: {
      draft: ["submit"],
      submitted: ["withdraw"],
      under_review: ["withdraw"],
      awaiting_applicant: ["supplement", "extend_answer", "withdraw"],
      second_check: ["withdraw"],
      hearing: ["answer_hearing", "withdraw"],
      public_notice: ["withdraw"],
      refused: ["object"],
    },
    assignedReviewer: {
      submitted: ["accept", "decline_acceptance", "request_information"],
      under_review: ["take_over", "request_information", "approve_formal", "propose_approval", "propose_refusal"],
      public_notice: ["uphold_objection"],
    },
    secondReviewer: {
      submitted: ["accept", "decline_acceptance", "request_information"],
      under_review: ["take_over", "request_information", "approve_formal"],
      second_check: ["return", "approve"],
      public_notice: ["uphold_objection"],
    },
    examinerOnly: {
      submitted: ["accept", "decline_acceptance", "request_information"],
      under_review: ["take_over", "request_information"],
      public_notice: ["uphold_objection"],
    },
    holder: {
      submitted: ["hold"],
      under_review: ["hold"],
      awaiting_applicant: ["hold"],
      second_check: ["hold"],
      hearing: ["hold"],
      public_notice: ["hold"],
    },
    supervisor: {
      submitted: ["reassign"],
      under_review: ["reassign"],
      second_check: ["reassign"],
      approved: ["reopen"],
      refused: ["reopen"],
      closed_no_response: ["reopen"],
    },
    taxReviewer: {},
    reviewerWithoutField: {},
    administrator: {},
    clock: {},
  };

  for (const someone of Object.keys(people) as Someone[]) {
    test.each(filingStates)(`${someone} of a filing in %s`, (state) => {
      expect(availableActions(filing(state), people[someone], inTime)).toEqual(expected[someone][state] ?? []);
    });
  }
});

test("the clock acts only when the day has passed, and as the request announced", () => {
  const after = (state: FilingState, changes: Partial<Filing> = {}) =>
    availableActions(filing(state, changes), people.clock, tooLate);
  expect(after("submitted")).toEqual(["deem_accepted"]);
  expect(after("awaiting_applicant")).toEqual(["close_no_response"]);
  expect(after("awaiting_applicant", { requestOutcome: "decide_on_file" })).toEqual(["decide_on_file"]);
  expect(after("hearing")).toEqual(["end_hearing"]);
  expect(after("public_notice")).toEqual(["end_notice"]);
  expect(after("under_review")).toEqual([]);
  expect(after("second_check")).toEqual([]);
  expect(after("awaiting_applicant", { held: true })).toEqual([]);
});

test("a supervisor allows a third request once the usual two were sent, one time and nobody else", () => {
  const allow = (changes: Partial<Filing>, actor: Actor = people.supervisor, state: FilingState = "under_review") => {
    const decision = decide(filing(state, changes), "allow_round", actor, inTime);
    return decision.ok || (decision.refusal.condition ?? decision.refusal.code);
  };
  expect(allow({ rounds: 2 })).toBe(true);
  expect(allow({ rounds: 2 }, people.supervisor, "submitted")).toBe(true);
  expect(allow({ rounds: 1 })).toBe("rounds_used");
  expect(allow({ rounds: 2, extraRound: true })).toBe("no_extra_round");
  expect(allow({ rounds: 3, extraRound: true })).toBe("no_extra_round");
  expect(allow({ rounds: 2 }, people.assignedReviewer)).toBe("forbidden");
  expect(allow({ rounds: 2 }, people.supervisor, "second_check")).toBe("wrong_status");
  expect(allow({ rounds: 2, held: true })).toBe("not_held");

  const ask = (changes: Partial<Filing>) =>
    decide(filing("under_review", changes), "request_information", people.assignedReviewer, inTime).ok;
  expect(ask({ rounds: 2, extraRound: true })).toBe(true);
  expect(ask({ rounds: 3, extraRound: true })).toBe(false);
});

test("two requests may be sent of a filing, and the time to answer extended once", () => {
  expect(availableActions(filing("submitted", { rounds: 1 }), people.examinerOnly, inTime)).toContain(
    "request_information",
  );
  expect(decide(filing("under_review", { rounds: 2 }), "request_information", people.assignedReviewer, inTime)).toEqual(
    {
      ok: false,
      refusal: { code: "unmet", condition: "rounds_left" },
    },
  );
  expect(decide(filing("awaiting_applicant", { extraDays: 3 }), "extend_answer", people.applicant, inTime)).toEqual({
    ok: false,
    refusal: { code: "unmet", condition: "not_extended" },
  });
});

test("on the last day itself a professional may still answer and the clock waits", () => {
  expect(availableActions(filing("awaiting_applicant"), people.applicant, "2026-03-16")).toContain("supplement");
  expect(availableActions(filing("awaiting_applicant"), people.clock, "2026-03-16")).toEqual([]);
  expect(availableActions(filing("awaiting_applicant"), people.applicant, tooLate)).toEqual(["withdraw"]);
});

test("whoever proposed, recorded a finding or decided before does not confirm", () => {
  const seen = filing("second_check", { tookPart: ["lee", "ho"] });
  expect(availableActions(seen, people.secondReviewer, inTime)).toEqual([]);
  expect(decide(seen, "approve", people.secondReviewer, inTime)).toEqual({ ok: false, refusal: { code: "forbidden" } });
});

test("a professional objects to a refusal once, within 28 days, while no other filing for the entry is open", () => {
  const may = (day: string, changes: Partial<Filing> = {}) =>
    decide(filing("refused", changes), "object", people.applicant, day);
  const unmet = (condition: string) => ({ ok: false, refusal: { code: "unmet", condition } });
  expect(may("2026-04-06").ok).toBe(true);
  expect(may("2026-04-07")).toEqual(unmet("objection_in_time"));
  expect(may(inTime, { objected: true })).toEqual(unmet("not_objected"));
  expect(may(inTime, { openBeside: true })).toEqual(unmet("none_beside"));
});

test("whoever had a part in a refusal neither examines nor decides after the objection to it", () => {
  const seen = (state: FilingState) =>
    filing(state, { objected: true, excluded: ["lee", "ho"], tookPart: ["lee", "ho"] });
  for (const state of ["under_review", "second_check", "public_notice"] as const) {
    expect(availableActions(seen(state), people.assignedReviewer, inTime)).toEqual([]);
    expect(availableActions(seen(state), people.secondReviewer, inTime)).toEqual([]);
  }
  expect(availableActions(seen("under_review"), people.examinerOnly, inTime)).toEqual([
    "take_over",
    "request_information",
  ]);
});

test("how a filing ended is taken back by two supervisors, and not while something stands in the way", () => {
  const reopen = (changes: Partial<Filing>, state: FilingState = "approved", actor: Actor = people.supervisor) => {
    const decision = decide(filing(state, changes), "reopen", actor, inTime);
    return decision.ok || (decision.refusal.condition ?? decision.refusal.code);
  };
  expect(reopen({})).toBe(true);
  expect(reopen({ reopeningBy: "supervisor" })).toBe("forbidden");
  expect(reopen({ reopeningBy: null })).toBe("reopening_proposed");
  expect(reopen({ excluded: ["supervisor"] }, "refused")).toBe("forbidden");
  expect(reopen({ registrationStands: false })).toBe("registration_stands");
  expect(reopen({ registrationStands: false }, "refused")).toBe(true);
  expect(reopen({ openBeside: true })).toBe("none_beside");
  expect(reopen({ onRecord: false })).toBe("on_record");
  expect(reopen({ endedFrom: null })).toBe("on_record");
  for (const state of ["not_accepted", "withdrawn", "under_review"] as const)
    expect(reopen({}, state)).toBe("wrong_status");
});

test("what was ended goes back to the very state before", () => {
  for (const [state, from] of Object.entries(before) as [FilingState, readonly FilingState[]][]) {
    for (const endedFrom of from) expect(destination(filing(state, { endedFrom }), workflow.reopen)).toBe(endedFrom);
  }
});

test("nobody acts on a filing of their own, whatever their rights", () => {
  const own = { ...people.secondReviewer, personId: "chan-person" };
  for (const state of filingStates) expect(availableActions(filing(state), own, inTime)).toEqual([]);
});

test("a stranger is told the same in every state", () => {
  for (const state of filingStates) {
    for (const action of actions) {
      expect(decide(filing(state), action, people.nobodyInParticular, inTime)).toEqual({
        ok: false,
        refusal: { code: "forbidden" },
      });
    }
  }
});

test("a held filing lets its professional withdraw and its holder release, and nothing else", () => {
  const held = { held: true, daysLeft: 3, dueOn: null };
  for (const state of filingStates.filter((it) => isOpen(it) && it !== "draft")) {
    expect(availableActions(filing(state, held), people.applicant, inTime)).toEqual(["withdraw"]);
    expect(availableActions(filing(state, held), people.holder, inTime)).toEqual(["release"]);
    expect(availableActions(filing(state, held), people.assignedReviewer, inTime)).toEqual([]);
    expect(availableActions(filing(state, held), people.secondReviewer, inTime)).toEqual([]);
    expect(availableActions(filing(state, held), people.clock, tooLate)).toEqual([]);
  }
});

test("what somebody had in hand who has left waits for another reviewer, held or not; what waits for others stays", () => {
  for (const state of filingStates) {
    const may = (changes: Partial<Filing> = {}) =>
      decide(filing(state, { reviewerId: "lee", reviewerGone: true, ...changes }), "requeue", people.clock, inTime);
    const isInHand = state === "submitted" || state === "under_review";
    expect(may().ok, state).toBe(isInHand);
    expect(may({ held: true, daysLeft: 3, dueOn: null }).ok, state).toBe(isInHand);
    expect(may({ reviewerGone: false }).ok, state).toBe(false);
    const left = filing(state, { reviewerGone: true });
    expect(decide(left, "requeue", people.supervisor, inTime)).toEqual({ ok: false, refusal: { code: "forbidden" } });
  }
});

test("a refusal that was proposed can be refused or returned, never approved", () => {
  const seen = filing("second_check", { proposed: "refuse" });
  expect(availableActions(seen, people.secondReviewer, inTime)).toEqual(["return", "refuse"]);
});

test("where the authority publishes a notice, an approval goes through it", () => {
  expect(availableActions(filing("second_check", { noticeAsked: true }), people.secondReviewer, inTime)).toEqual([
    "return",
    "give_notice",
  ]);
  expect(availableActions(filing("under_review", { noticeAsked: true }), people.secondReviewer, inTime)).not.toContain(
    "approve_formal",
  );
});

test("a professional cannot submit what is incomplete, or for an entry that takes no filings", () => {
  const unmet = { ok: false, refusal: { code: "unmet", condition: "complete_and_open" } };
  expect(decide(filing("draft", { complete: false }), "submit", people.applicant, inTime)).toEqual(unmet);
  expect(decide(filing("draft", { entryOpen: false }), "submit", people.applicant, inTime)).toEqual(unmet);
});

test("a professional cannot submit what has lapsed since it was answered, and may still answer what is asked of a filing", () => {
  const lapsed = { upToDate: false };
  expect(decide(filing("draft", lapsed), "submit", people.applicant, inTime)).toEqual({
    ok: false,
    refusal: { code: "unmet", condition: "up_to_date" },
  });
  expect(decide(filing("awaiting_applicant", lapsed), "supplement", people.applicant, inTime).ok).toBe(true);
});

test("a reviewer cannot propose an approval while a check is open, nor decide alone what is not ready", () => {
  const open = filing("under_review", { allChecksMet: false, formalReady: false });
  expect(availableActions(open, people.assignedReviewer, inTime)).toEqual([
    "take_over",
    "request_information",
    "propose_refusal",
  ]);
});

test("every open state has a way on for whoever owns it, and of the ended ones those that may be taken back", () => {
  const steps: Step[] = Object.values(workflow);
  for (const state of filingStates) {
    expect(steps.some((step) => step.from.includes(state))).toBe(isOpen(state) || state in before);
  }
});

test("the picture in the documents shows the table as it is", async () => {
  await expect(mermaidOf(workflow)).toMatchFileSnapshot(`${process.cwd()}/docs/filing.mmd`);
});

/** A Mermaid state diagram of a workflow table, one arrow for each step and state. */
function mermaidOf(table: Record<string, Step>): string {
  const arrows = Object.entries(table).flatMap(([action, step]) => {
    const label = `${action} (${step.by})`;
    if (step.to === "same") return [];
    return step.from.flatMap((from) => endsOf(step.to, from).map((to) => `  ${from} --> ${to}: ${label}`));
  });
  const ends = filingStates.filter((state) => !Object.values(table).some((step) => step.from.includes(state)));
  return ["stateDiagram-v2", "  [*] --> draft", ...arrows, ...ends.map((state) => `  ${state} --> [*]`), ""].join("\n");
}

function endsOf(to: Step["to"], from: FilingState): readonly FilingState[] {
  if (to === "same") return [from];
  if (to === "asked_from") return ["submitted", "under_review"];
  return to === "ended_from" ? (before[from] ?? []) : [to];
}
