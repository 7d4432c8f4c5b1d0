import { describe, expect, test } from "vitest";
import type { Capability, Staff } from "@/lib/domain/actor";
import { mayRecord, offersOf, type ReviewAction } from "./examination";
import type { Filing } from "./filing";

const today = "2026-11-25";
const officer = (accountId: string, ...capabilities: Capability[]): Staff => ({
  kind: "staff",
  accountId,
  personId: null,
  displayName: accountId,
  email: `${accountId}@office.example`,
  grants: capabilities.map((capability) => ({ capability, field: "construction" })),
});
const lee = officer("lee", "examine", "decide");
const ho = officer("ho", "examine", "decide", "hold");

const filing: Filing = {
  id: "f",
  personId: "p",
  field: "construction",
  kind: "first",
  state: "under_review",
  version: 3,
  held: false,
  reviewerId: "lee",
  reviewerGone: false,
  askedFrom: null,
  receivedOn: "2026-11-23",
  acceptedOn: "2026-11-24",
  dueOn: "2026-12-08",
  daysUsed: 0,
  clockFrom: "2026-11-24",
  daysLeft: null,
  proposed: null,
  tookPart: ["lee"],
  decidedOn: null,
  objected: false,
  excluded: [],
  openBeside: false,
  reopened: false,
  endedFrom: null,
  reopeningBy: null,
  onRecord: true,
  registrationStands: true,
  complete: true,
  upToDate: true,
  rounds: 0,
  extraRound: false,
  extraDays: 0,
  entryOpen: true,
  allChecksMet: false,
  formalReady: false,
  lookAlikesRuled: true,
  filedTwice: false,
  noticeAsked: false,
  requestOutcome: null,
};

describe("findings", () => {
  test("are recorded by the reviewer who holds the filing, and by no colleague", () => {
    expect(mayRecord(filing, lee).ok).toBe(true);
    expect(mayRecord(filing, ho)).toMatchObject({ refusal: { code: "forbidden" } });
  });

  test("are recorded before acceptance by whoever looks, and by one once it is somebody's", () => {
    const submitted: Filing = { ...filing, state: "submitted", reviewerId: null };
    expect(mayRecord(submitted, ho).ok).toBe(true);
    expect(mayRecord({ ...submitted, reviewerId: "lee" }, ho).ok).toBe(false);
    expect(mayRecord({ ...filing, reviewerId: null }, ho).ok).toBe(false);
  });

  test.each(["awaiting_applicant", "second_check", "hearing", "public_notice", "approved", "refused"] as const)(
    "are not recorded in %s",
    (state) => {
      expect(mayRecord({ ...filing, state }, lee)).toMatchObject({ refusal: { code: "wrong_status" } });
    },
  );

  test("are not recorded on hold", () => {
    expect(mayRecord({ ...filing, held: true }, lee)).toMatchObject({ refusal: { condition: "not_held" } });
  });
});

describe("a step is offered or says why not", () => {
  const offer = (actor: Staff, it: Filing, action: ReviewAction) =>
    offersOf(it, actor, today).find((found) => found.action === action);

  test("with the condition that is not met", () => {
    expect(offer(lee, filing, "propose_approval")).toEqual({
      action: "propose_approval",
      offered: false,
      why: { is: "unmet", condition: "all_checks_met" },
    });
    expect(offer(lee, { ...filing, allChecksMet: true }, "propose_approval")?.offered).toBe(true);
  });

  test("with the person who takes it", () => {
    expect(offer(ho, filing, "propose_refusal")).toMatchObject({ why: { is: "party", party: "assigned_reviewer" } });
    const proposed: Filing = { ...filing, state: "second_check", proposed: "approve" };
    expect(offer(lee, proposed, "approve")).toMatchObject({ why: { is: "party", party: "second_reviewer" } });
    expect(offer(ho, proposed, "approve")?.offered).toBe(true);
  });

  test("with the state, before anything else", () => {
    expect(offer(ho, filing, "approve")).toMatchObject({ why: { is: "state" } });
    expect(offer(lee, filing, "accept")).toMatchObject({ why: { is: "state" } });
  });

  test("and nobody takes over what they hold", () => {
    expect(offer(lee, filing, "take_over")?.offered).toBe(false);
    expect(offer(ho, filing, "take_over")?.offered).toBe(true);
  });
});
