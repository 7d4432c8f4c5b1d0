import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { reviewDays } from "@/lib/domain/account/staff";
import type { Capability, Staff } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar/working-days";
import { wallTime } from "@/lib/ports/clock";
import { acceptFiling } from "@/lib/services/accept-filing";
import { holdFiling } from "@/lib/services/hold-filing";
import { recordFinding } from "@/lib/services/record-finding";
import { requestInformation } from "@/lib/services/request-information";
import { runOfficeClock } from "@/lib/services/run-office-clock";
import { answerItem, supplementFiling } from "@/lib/services/supplement-filing";
import { takeOverFiling } from "@/lib/services/take-over-filing";
import { filingNow, monday, openOffice, seen, staff, submittedFiling } from "@/prisma/testing/review-office";
import {
  archiveColleague,
  confirmReview,
  confirmRight,
  dropRight,
  giveRight,
  reactivateColleague,
  takeBackRights,
} from "./manage-people";
import { viewColleague, viewPeople } from "./view-people";

let cheung: Staff;
let ng: Staff;
let lee: Staff;

beforeAll(openOffice);
beforeEach(async () => {
  cheung = await staff("Cheung", ["manage_people"], null);
  ng = await staff("Ng", ["manage_people"], null);
  lee = await staff("Lee", ["examine"]);
});

const grantsOf = (who: Staff) =>
  database.grant.findMany({
    where: { accountId: who.accountId },
    select: { id: true, capability: true, fieldCode: true },
  });
const rightsOf = async (who: Staff) =>
  (await grantsOf(who)).map(({ capability, fieldCode }) => `${capability}:${fieldCode ?? ""}`).sort();
const proposalsFor = (who: Staff) => database.grantProposal.findMany({ where: { accountId: who.accountId } });
const give = (actor: Staff, to: Staff, capability: Capability, ...fields: string[]) =>
  giveRight(actor, { accountId: to.accountId, capability, fields }, monday);
const takeBack = async (actor: Staff, from: Staff, capability: Capability) => {
  const grants = (await grantsOf(from)).filter((grant) => grant.capability === capability).map(({ id }) => id);
  return takeBackRights(actor, { accountId: from.accountId, grants });
};
const of = (who: Staff) => ({ accountId: who.accountId });
const trailOf = async (who: Staff) =>
  (await database.auditEntry.findMany({ where: { object: `account:${who.accountId}` }, orderBy: { seq: "asc" } })).map(
    ({ actorId, action, fields }) => ({ actorId, action, fields }),
  );
const refused = (code: string) => ({ ok: false, refusal: { code } });

async function signIn(who: Staff) {
  const session = { idHash: randomUUID(), accountId: who.accountId, device: "Chrome on Linux" };
  const now = wallTime();
  await database.session.create({
    data: {
      ...session,
      createdAt: now,
      lastSeenAt: now,
      authenticatedAt: now,
      expiresAt: new Date(now.getTime() + 60_000),
    },
  });
  return async () => (await database.session.findUniqueOrThrow({ where: { idHash: session.idHash } })).endedAt === null;
}

describe("giving rights", () => {
  test("an administrator gives a right field by field; its holder signs in anew, and the trail says who gave what", async () => {
    const isSignedIn = await signIn(lee);
    expect(await give(cheung, lee, "examine", "tax", "construction")).toMatchObject({ ok: true });
    expect(await rightsOf(lee)).toEqual(["examine:construction", "examine:tax"]);
    expect(await isSignedIn()).toBe(false);
    expect(await trailOf(lee)).toEqual([{ actorId: cheung.accountId, action: "give_right", fields: ["examine:tax"] }]);
    expect(await give(cheung, lee, "examine", "tax")).toMatchObject(refused("unmet"));
  });

  test("a right is given in fields that there are, and in one at least where it is bound to fields", async () => {
    expect(await give(cheung, lee, "hold")).toMatchObject(refused("invalid_input"));
    expect(await give(cheung, lee, "hold", "constructoin")).toMatchObject(refused("invalid_input"));
    expect(await give(cheung, lee, "audit", "tax")).toMatchObject({ ok: true });
    expect(await rightsOf(lee)).toEqual(["audit:", "examine:construction"]);
  });

  test("nobody gives themselves a right, takes one of their own, or archives themselves", async () => {
    expect(await give(cheung, cheung, "audit")).toEqual(refused("forbidden"));
    expect(await takeBack(cheung, cheung, "manage_people")).toEqual(refused("forbidden"));
    expect(await archiveColleague(cheung, of(cheung), monday)).toEqual(refused("forbidden"));
    expect(await confirmReview(cheung, of(cheung), monday)).toEqual(refused("forbidden"));
    expect(await trailOf(cheung)).toEqual([]);
  });

  test("whoever does not look after people finds nobody, whatever they say they may", async () => {
    const boasting: Staff = { ...lee, grants: [{ capability: "manage_people", field: null }] };
    for (const actor of [lee, boasting]) {
      expect(await give(actor, ng, "audit")).toEqual(refused("not_found"));
      expect(await takeBack(actor, ng, "manage_people")).toEqual(refused("not_found"));
      expect(await archiveColleague(actor, of(ng), monday)).toEqual(refused("not_found"));
      expect(await reactivateColleague(actor, of(ng), monday)).toEqual(refused("not_found"));
      expect(await confirmReview(actor, of(ng), monday)).toEqual(refused("not_found"));
    }
    await give(cheung, ng, "decide", "tax");
    const [proposal] = await proposalsFor(ng);
    expect(await confirmRight(lee, { proposalId: proposal?.id ?? "" })).toEqual(refused("not_found"));
    expect(await dropRight(lee, { proposalId: proposal?.id ?? "" })).toEqual(refused("not_found"));
    expect(await viewPeople(lee, "active", monday)).toEqual(refused("not_found"));
    expect(await viewColleague(lee, ng.accountId, monday)).toEqual(refused("not_found"));
  });

  test("an account of somebody who files is nobody's colleague", async () => {
    const { applicant } = await submittedFiling();
    const accountId = applicant.accountId;
    expect(await giveRight(cheung, { accountId, capability: "audit", fields: [] }, monday)).toEqual(
      refused("not_found"),
    );
    expect(await archiveColleague(cheung, { accountId }, monday)).toEqual(refused("not_found"));
    expect(await viewColleague(cheung, accountId, monday)).toEqual(refused("not_found"));
  });
});

describe("rights that take two administrators", () => {
  test("one proposes and another confirms: neither the proposer nor whoever it is for", async () => {
    await give(cheung, ng, "decide", "tax");
    expect(await rightsOf(ng)).toEqual(["manage_people:"]);
    const proposalId = (await proposalsFor(ng))[0]?.id ?? "";
    expect(await confirmRight(cheung, { proposalId })).toEqual(refused("forbidden"));
    expect(await confirmRight(ng, { proposalId })).toEqual(refused("forbidden"));
    expect(await dropRight(ng, { proposalId })).toEqual(refused("forbidden"));
    expect(await proposalsFor(ng)).toHaveLength(1);

    const third = await staff("Third", ["manage_people"], null);
    const isSignedIn = await signIn(ng);
    expect(await confirmRight(third, { proposalId })).toEqual({ ok: true, value: of(ng) });
    expect(await rightsOf(ng)).toEqual(["decide:tax", "manage_people:"]);
    expect(await isSignedIn()).toBe(false);
    expect(await trailOf(ng)).toEqual([
      { actorId: cheung.accountId, action: "propose_right", fields: ["decide:tax"] },
      { actorId: third.accountId, action: "confirm_right", fields: ["decide:tax"] },
    ]);
  });

  test("of two who answer the same proposal at once, the second is told that it is gone", async () => {
    await give(cheung, lee, "manage_people");
    const proposalId = (await proposalsFor(lee))[0]?.id ?? "";
    const answers = await Promise.all([confirmRight(ng, { proposalId }), dropRight(cheung, { proposalId })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual(refused("stale"));
    expect(await trailOf(lee)).toHaveLength(2);
  });

  test("the same is proposed once, and goes with whoever proposed it or whomever it was for", async () => {
    await give(cheung, lee, "revoke", "tax", "legal");
    expect(await give(ng, lee, "revoke", "tax")).toMatchObject(refused("unmet"));
    expect(await proposalsFor(lee)).toHaveLength(2);
    await archiveColleague(ng, of(cheung), monday);
    expect(await proposalsFor(lee)).toEqual([]);

    await give(ng, lee, "revoke", "tax");
    await archiveColleague(ng, of(lee), monday);
    expect(await proposalsFor(lee)).toEqual([]);
  });

  test("whoever looks after people no more has nothing confirmed that they proposed", async () => {
    await give(cheung, lee, "revoke", "tax");
    expect(await takeBack(ng, cheung, "manage_people")).toMatchObject({ ok: true });
    expect(await proposalsFor(lee)).toEqual([]);
  });
});

describe("taking rights back", () => {
  test("takes one administrator and works at once; from a page that is out of date nothing is taken", async () => {
    await give(cheung, lee, "examine", "tax");
    const [first, second] = (await grantsOf(lee)).map(({ id }) => id);
    const isSignedIn = await signIn(lee);
    await takeBackRights(ng, { ...of(lee), grants: [first ?? ""] });
    expect(await isSignedIn()).toBe(false);
    expect(await takeBackRights(cheung, { ...of(lee), grants: [first ?? "", second ?? ""] })).toEqual(refused("stale"));
    expect(await grantsOf(lee)).toHaveLength(1);
    const [other] = await grantsOf(ng);
    expect(await takeBackRights(cheung, { ...of(lee), grants: [other?.id ?? ""] })).toEqual(refused("stale"));
    expect(await rightsOf(ng)).toEqual(["manage_people:"]);
  });

  test("of two administrators who take each other's at once, one is left", async () => {
    const answers = await Promise.all([takeBack(cheung, ng, "manage_people"), takeBack(ng, cheung, "manage_people")]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect([...(await rightsOf(cheung)), ...(await rightsOf(ng))]).toEqual(["manage_people:"]);
  });

  test("of two administrators who archive each other at once, one is left", async () => {
    const answers = await Promise.all([
      archiveColleague(cheung, of(ng), monday),
      archiveColleague(ng, of(cheung), monday),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual(refused("not_found"));
  });
});

describe("archiving", () => {
  test("ends every session and right, and puts what they held back into the queue at once, on hold or not", async () => {
    const ho = await staff("Ho", ["hold"]);
    const [submitted, plain, held, asked] = await Promise.all([1, 2, 3, 4].map(() => submittedFiling()));
    if (!submitted || !plain || !held || !asked) throw new Error("Four were submitted.");
    await database.filing.update({ where: { id: submitted.filingId }, data: { reviewerId: lee.accountId } });
    for (const { filingId } of [plain, held, asked]) await acceptFiling(lee, await seen(filingId), monday);
    await holdFiling(ho, { ...(await seen(held.filingId)), reason: "under_investigation" }, monday);
    const toFind = { filingId: asked.filingId, check: "names", result: "missing", note: "", revision: 0 } as const;
    expect(await recordFinding(lee, toFind, monday)).toMatchObject({ ok: true });
    const missing = { outcome: "close_no_response" as const, checks: ["names"], texts: ["Say more."] };
    await requestInformation(lee, { ...(await seen(asked.filingId)), ...missing }, monday);
    const before = await filingNow(plain.filingId);
    const isSignedIn = await signIn(lee);

    expect(await viewColleague(cheung, lee.accountId, monday)).toMatchObject({
      value: { held: { open: 4, toQueue: 3 } },
    });
    expect(await archiveColleague(cheung, of(lee), monday)).toEqual({ ok: true, value: of(lee) });
    expect(await isSignedIn()).toBe(false);
    expect(await grantsOf(lee)).toEqual([]);
    expect(await filingNow(plain.filingId)).toEqual({ ...before, reviewerId: null, version: before.version + 1 });
    for (const { filingId } of [submitted, held]) expect(await filingNow(filingId)).toMatchObject({ reviewerId: null });
    expect(await filingNow(held.filingId)).toMatchObject({ held: true });
    expect(await database.event.count({ where: { filingId: plain.filingId, type: "filing_requeued" } })).toBe(1);

    // What waits for the applicant comes back with the answer.
    expect(await filingNow(asked.filingId)).toMatchObject({ reviewerId: lee.accountId });
    const item = await database.requestItem.findFirstOrThrow({ where: { request: { filingId: asked.filingId } } });
    await answerItem(asked.applicant, { filingId: asked.filingId, itemId: item.id, answer: "Here it is." }, monday);
    expect(await supplementFiling(asked.applicant, await seen(asked.filingId), monday)).toMatchObject({ ok: true });
    expect((await runOfficeClock(monday)).requeued).toBe(1);
    expect((await runOfficeClock(monday)).requeued).toBe(0);
    expect(await filingNow(asked.filingId)).toMatchObject({ state: "under_review", reviewerId: null });

    const yip = await staff("Yip", ["examine"]);
    expect(await takeOverFiling(yip, await seen(plain.filingId), monday)).toMatchObject({ ok: true });
  });

  test("is done once, and undone without giving a right back", async () => {
    const answers = await Promise.all([cheung, ng].map((actor) => archiveColleague(actor, of(lee), monday)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual(refused("stale"));
    expect(await give(cheung, lee, "audit")).toEqual(refused("stale"));
    expect(await reactivateColleague(ng, of(lee), monday)).toMatchObject({ ok: true });
    expect(await reactivateColleague(ng, of(lee), monday)).toEqual(refused("stale"));
    expect(await rightsOf(lee)).toEqual([]);
    expect((await trailOf(lee)).map(({ action }) => action)).toEqual(["archive_staff", "reactivate_staff"]);
  });
});

test("rights that nobody looked through for 90 days are due, until an administrator says that they are right", async () => {
  const later = new Date(`${addDays("2026-11-23", reviewDays + 1)}T02:00:00Z`);
  await database.account.update({ where: { id: lee.accountId }, data: { reviewedAt: monday } });
  const due = async () => {
    const view = await viewPeople(cheung, "due", later);
    return view.ok ? view.value.people.some(({ id }) => id === lee.accountId) : null;
  };
  expect(await due()).toBe(true);
  expect(await confirmReview(cheung, of(lee), later)).toMatchObject({ ok: true });
  expect(await due()).toBe(false);
});

test("an administrator sees who gave what, and which proposals wait for them", async () => {
  await give(cheung, lee, "decide", "construction");
  const own = await viewColleague(cheung, lee.accountId, monday);
  expect(own).toMatchObject({
    value: { proposed: [{ capability: "decide", field: "construction", mayConfirm: false }] },
  });
  const seenByNg = await viewColleague(ng, lee.accountId, monday);
  expect(seenByNg).toMatchObject({ value: { isSelf: false, proposed: [{ mayConfirm: true, proposedBy: "Cheung" }] } });
  expect(seenByNg).toMatchObject({
    value: {
      history: [{ action: "propose_right", by: "Cheung", rights: [{ capability: "decide", field: "construction" }] }],
    },
  });
  expect(await viewPeople(ng, "active", monday)).toMatchObject({
    value: {
      waiting: expect.arrayContaining([expect.objectContaining({ accountId: lee.accountId, mayConfirm: true })]),
    },
  });
});
