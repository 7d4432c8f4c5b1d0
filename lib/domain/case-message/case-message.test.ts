import { expect, test } from "vitest";
import type { Capability, Person } from "@/lib/domain/actor";
import { filingStates, type FilingState } from "@/lib/domain/filing/filing";
import { mayWrite, speaks, type Correspondence } from "./case-message";

const chan: Person = { kind: "professional", accountId: "chan", personId: "person", email: "chan@people.example" };
const staff = (accountId: string, ...capabilities: Capability[]): Person => ({
  kind: "staff",
  accountId,
  personId: null,
  displayName: accountId,
  email: `${accountId}@office.example`,
  grants: capabilities.map((capability) => ({ capability, field: "construction" })),
});
const lee = staff("lee", "examine");
const ho = staff("ho", "examine", "decide", "hold");
const yip = staff("yip", "decide");

const filing = (differing: Partial<Correspondence> = {}): Correspondence => ({
  state: "under_review",
  held: false,
  field: "construction",
  reviewerId: "lee",
  objection: null,
  ...differing,
});

const open: readonly FilingState[] = [
  "submitted",
  "under_review",
  "awaiting_applicant",
  "second_check",
  "hearing",
  "public_notice",
];

test("both sides write while a filing runs, and neither before it was sent or after its end", () => {
  for (const state of filingStates) {
    for (const who of [chan, lee]) {
      expect(mayWrite(filing({ state }), who).ok, `${who.accountId} in ${state}`).toBe(open.includes(state));
    }
  }
});

test("a hold keeps both sides from writing", () => {
  for (const who of [chan, lee]) {
    expect(mayWrite(filing({ held: true }), who)).toMatchObject({ refusal: { condition: "not_held" } });
  }
});

test("for the office speaks whoever examines the filing, or any examiner of the field while nobody does", () => {
  expect([lee, ho, yip].map((who) => speaks(filing(), who))).toEqual([true, false, false]);
  expect([lee, ho, yip].map((who) => speaks(filing({ reviewerId: null }), who))).toEqual([true, true, false]);
  expect(speaks(filing({ field: "tax", reviewerId: null }), ho)).toBe(false);
  expect(mayWrite(filing(), ho)).toMatchObject({ refusal: { code: "forbidden" } });
});

test("after an objection nobody speaks for the office who had a part in the refusal", () => {
  const examinedAnew = filing({ reviewerId: null, objection: { excluded: ["lee"] } });
  expect([lee, ho].map((who) => speaks(examinedAnew, who))).toEqual([false, true]);
  expect(mayWrite(examinedAnew, lee)).toMatchObject({ refusal: { code: "forbidden" } });
  expect(mayWrite(examinedAnew, chan).ok).toBe(true);
});
