import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { compareTallies } from "@/lib/data/statistics";
import type { Staff } from "@/lib/domain/actor";
import { addDays, officeDay } from "@/lib/domain/calendar/working-days";
import type { Result } from "@/lib/domain/result";
import {
  architect,
  filingNow,
  findAll,
  monday,
  openOffice,
  seen,
  staff,
  submittedFiling,
  type Submitted,
} from "@/prisma/testing/review-office";
import { acceptFiling } from "./accept-filing";
import { answerHearing } from "./answer-hearing";
import { approveFormally } from "./approve-formally";
import { confirmDecision } from "./confirm-decision";
import { declineAcceptance } from "./decline-acceptance";
import { objectToRefusal } from "./object-to-refusal";
import { proposeApproval, proposeRefusal } from "./propose-decision";
import { dropReopening, proposeReopening, reopenFiling } from "./reopen-filing";
import { requestInformation } from "./request-information";
import { runOfficeClock } from "./run-office-clock";
import { settleRegistrations } from "./settle-registration";
import { startFiling } from "./start-filing";
import { answerItem, supplementFiling } from "./supplement-filing";
import { takeOverFiling } from "./take-over-filing";
import { verifyCertificate } from "./verify-certificate";
import { viewReopenings, listReopeningsFor } from "./view-reopening";
import { viewStatus } from "./view-status";

const later = (days: number) => new Date(monday.getTime() + days * 86_400_000);
const friday = later(4);
const code = (result: Result<unknown>) => (result.ok ? "ok" : (result.refusal.condition ?? result.refusal.code));

let lee: Staff;
let ho: Staff;
let yip: Staff;
/** Supervisors who neither examine nor decide. */
let kwok: Staff;
let lam: Staff;
let scope: { scope_en: string; scope_zh_hant: string; scope_zh_hans: string };

beforeAll(async () => {
  await openOffice();
  lee = await staff("Lee Ka Fai", ["examine", "decide"]);
  ho = await staff("Ho Mei Yee", ["examine", "decide", "hold", "reverse"]);
  yip = await staff("Yip Wai Yee", ["examine", "decide"]);
  kwok = await staff("Kwok Shuk Fan", ["reverse"]);
  lam = await staff("Lam Chi Keung", ["reverse"]);
  const entry = await database.listEntryVersion.findFirstOrThrow({
    where: { entryCode: architect, state: "published" },
  });
  scope = { scope_en: entry.scopeEn, scope_zh_hant: entry.scopeZhHant, scope_zh_hans: entry.scopeZhHans };
});

let cards = 300_000;
/** Accepted by Lee on a Monday, and every check met. */
async function examined(): Promise<Submitted> {
  const filing = await submittedFiling(monday, { identity_number: `C${String(++cards)}0` });
  expect(code(await acceptFiling(lee, await seen(filing.filingId), monday))).toBe("ok");
  await findAll(lee, filing.filingId);
  return filing;
}

async function refused(): Promise<Submitted> {
  const filing = await examined();
  const { filingId, applicant } = filing;
  const proposed = { ...(await seen(filingId)), reasons: ["false_statement" as const], note: "Not on the register." };
  expect(code(await proposeRefusal(lee, proposed, monday))).toBe("ok");
  expect(code(await answerHearing(applicant, { ...(await seen(filingId)), statement: "It is." }, monday))).toBe("ok");
  expect(code(await confirmDecision(ho, { ...(await seen(filingId)), note: "" }, monday))).toBe("ok");
  return filing;
}

async function approved(): Promise<Submitted> {
  const filing = await examined();
  expect(code(await proposeApproval(lee, { ...(await seen(filing.filingId)), ...scope, note: "" }, monday))).toBe("ok");
  expect(code(await confirmDecision(ho, { ...(await seen(filing.filingId)), note: "" }, monday))).toBe("ok");
  return filing;
}

async function closed(): Promise<Submitted> {
  const filing = await submittedFiling(monday, { identity_number: `C${String(++cards)}0` });
  const { filingId } = filing;
  expect(code(await acceptFiling(lee, await seen(filingId), monday))).toBe("ok");
  await findAll(lee, filingId, monday, { names: "missing" });
  const asked = { outcome: "close_no_response" as const, checks: ["names"], texts: ["Which spelling holds?"] };
  expect(code(await requestInformation(lee, { ...(await seen(filingId)), ...asked }, monday))).toBe("ok");
  const dueOn = (await filingNow(filingId)).dueOn?.toISOString().slice(0, 10) ?? "";
  await runOfficeClock(new Date(`${addDays(dueOn, 1)}T02:00:00Z`));
  expect((await filingNow(filingId)).state).toBe("closed_no_response");
  return filing;
}

const propose = async (actor: Staff, filingId: string, now = friday) =>
  proposeReopening(actor, { ...(await seen(filingId)), reason: "fact_overlooked", words: "Page 2 was not read." }, now);

async function proposal(filingId: string): Promise<{ filingId: string; version: number; reopeningId: string }> {
  const { id } = await database.reopening.findFirstOrThrow({ where: { filingId, state: "proposed" } });
  return { ...(await seen(filingId)), reopeningId: id };
}
const agree = async (actor: Staff, filingId: string, now = friday) =>
  reopenFiling(actor, await proposal(filingId), now);

async function reopened(filing: Submitted, now = friday): Promise<Submitted> {
  expect(code(await propose(kwok, filing.filingId, now))).toBe("ok");
  expect(code(await agree(lam, filing.filingId, now))).toBe("ok");
  return filing;
}

const verdictOf = async (filingId: string, number: string, now: Date) => {
  const { code: typed } = await database.certificate.findFirstOrThrow({ where: { registration: { number } } });
  const verified = await verifyCertificate({ network: `net-${filingId}` }, typed, now);
  return verified.ok && verified.value.verdict;
};

describe("a refusal that two supervisors take back", () => {
  let filing: Submitted;
  beforeEach(async () => {
    filing = await refused();
  });

  test("is awaiting its second check again, with its reviewer and the days that were left", async () => {
    await reopened(filing, later(28));
    const now = await filingNow(filing.filingId);
    // No working day was used before it was refused, so all ten are left, from the day on which it was reopened.
    expect(now).toMatchObject({ state: "second_check", reviewerId: lee.accountId, held: false });
    expect(now.dueOn?.toISOString().slice(0, 10)).toBe("2027-01-04");
    const { decidedOn, daysUsed } = await database.filing.findUniqueOrThrow({ where: { id: filing.filingId } });
    expect({ decidedOn, daysUsed }).toEqual({ decidedOn: null, daysUsed: 0 });
  });

  test("bars nobody any more, and both decisions stay on record in their order", async () => {
    await reopened(filing);
    const { liftedOn } = await database.bar.findFirstOrThrow({ where: { filingId: filing.filingId } });
    expect(liftedOn?.toISOString().slice(0, 10)).toBe(officeDay(friday));

    // Whoever refused it does not confirm a second time; somebody else does, and this decision takes the other's place.
    const again = async (actor: Staff) =>
      confirmDecision(actor, { ...(await seen(filing.filingId)), note: "" }, friday);
    expect(code(await again(ho))).toBe("forbidden");
    expect(code(await again(yip))).toBe("ok");
    const decisions = await database.decision.findMany({
      where: { filingId: filing.filingId },
      orderBy: { filingVersion: "asc" },
    });
    expect(decisions.map(({ stage, accountId }) => [stage, accountId])).toEqual([
      ["proposal", lee.accountId],
      ["confirmation", ho.accountId],
      ["confirmation", yip.accountId],
    ]);
    expect(decisions[2]?.supersedesId).toBe(decisions[1]?.id);
    expect(await database.bar.count({ where: { filingId: filing.filingId, liftedOn: null } })).toBe(1);
  });

  test("stays to be read by whoever filed, with the reasons it was refused for", async () => {
    await reopened(filing);
    const status = await viewStatus(filing.applicant, filing.reference, friday);
    expect(status.ok && status.value.fallen).toEqual([
      {
        outcome: "refuse",
        decidedOn: officeDay(monday),
        takenBackOn: officeDay(friday),
        reasons: { reasonCodes: ["false_statement"], note: "Not on the register." },
      },
    ]);
  });

  test("tells the applicant why and until when, and its reviewer", async () => {
    await reopened(filing);
    const status = await viewStatus(filing.applicant, filing.reference, friday);
    expect(status.ok && status.value.events[0]).toMatchObject({
      type: "filing_reopened",
      reasons: ["fact_overlooked"],
    });
    const mails = await database.mail.findMany({
      where: { dedupeKey: { startsWith: filing.filingId }, template: { startsWith: "filing_reopened" } },
    });
    expect(mails.map(({ accountId, template }) => [template, accountId]).sort()).toEqual([
      ["filing_reopened", filing.applicant.accountId],
      ["filing_reopened_to_reviewer", lee.accountId],
    ]);
  });

  test("may be refused and reopened a second time", async () => {
    await reopened(filing);
    expect(code(await confirmDecision(yip, { ...(await seen(filing.filingId)), note: "" }, friday))).toBe("ok");
    await reopened(filing, later(5));
    expect((await filingNow(filing.filingId)).state).toBe("second_check");
    expect(await database.reopening.count({ where: { filingId: filing.filingId, state: "reopened" } })).toBe(2);
  });

  test("is objected to all the same while only one supervisor wants it reopened, and their wish is overtaken", async () => {
    const open = await seen(filing.filingId);
    expect(code(await propose(kwok, filing.filingId))).toBe("ok");
    const wish = await proposal(filing.filingId);
    expect(code(await objectToRefusal(filing.applicant, { ...open, grounds: "It is proven." }, friday))).toBe("ok");
    expect(code(await reopenFiling(lam, { ...wish, ...(await seen(filing.filingId)) }, friday))).toBe("wrong_status");
    const { state, decidedById } = await database.reopening.findUniqueOrThrow({ where: { id: wish.reopeningId } });
    expect({ state, decidedById }).toEqual({ state: "overtaken", decidedById: null });
  });

  test("is not reopened by somebody who had a part in it once it was objected to", async () => {
    const grounds = "It is proven.";
    expect(code(await objectToRefusal(filing.applicant, { ...(await seen(filing.filingId)), grounds }, friday))).toBe(
      "ok",
    );
    const sze = await staff("Sze Man Kit", ["examine", "decide"]);
    expect(code(await takeOverFiling(yip, await seen(filing.filingId), friday))).toBe("ok");
    const refusal = { ...(await seen(filing.filingId)), reasons: ["papers_not_proven" as const], note: "Page 2." };
    expect(code(await proposeRefusal(yip, refusal, friday))).toBe("ok");
    const statement = { ...(await seen(filing.filingId)), statement: "See." };
    expect(code(await answerHearing(filing.applicant, statement, friday))).toBe("ok");
    expect(code(await confirmDecision(sze, { ...(await seen(filing.filingId)), note: "" }, friday))).toBe("ok");

    expect(code(await propose(ho, filing.filingId))).toBe("forbidden");
    expect(code(await propose(kwok, filing.filingId))).toBe("ok");
    expect(code(await agree(ho, filing.filingId))).toBe("forbidden");
    expect((await listReopeningsFor(ho)).map(({ reference }) => reference)).not.toContain(filing.reference);
    expect(code(await agree(lam, filing.filingId))).toBe("ok");
  });

  test("waits until another filing for the same entry is out of the way", async () => {
    await database.bar.updateMany({ where: { filingId: filing.filingId }, data: { liftedOn: monday } });
    expect(code(await propose(kwok, filing.filingId))).toBe("ok");
    expect(code(await startFiling(filing.applicant, { entry: architect }, friday))).toBe("ok");
    expect(code(await agree(lam, filing.filingId))).toBe("none_beside");
    const other = await database.filing.findFirstOrThrow({
      where: { personId: filing.applicant.personId, state: "draft" },
    });
    await database.filing.delete({ where: { id: other.id } });
    expect(code(await agree(lam, filing.filingId))).toBe("ok");
  });
});

describe("an approval that two supervisors take back", () => {
  test("ends the registration in that moment: nobody verifies it, counts it or finds a name under it", async () => {
    const filing = await approved();
    const { number } = await database.registration.findUniqueOrThrow({ where: { filingId: filing.filingId } });
    expect(await verdictOf(filing.filingId, number, friday)).toEqual({ is: "valid" });
    const entries = () => database.entryTally.aggregate({ where: { entryCode: architect }, _sum: { count: true } });
    const before = await entries();

    await reopened(filing);
    expect((await filingNow(filing.filingId)).state).toBe("second_check");
    expect(await verdictOf(filing.filingId, number, friday)).toEqual({
      is: "ended",
      how: "revoked",
      since: officeDay(friday),
      reason: null,
    });
    const registration = await database.registration.findUniqueOrThrow({ where: { number } });
    expect(registration).toMatchObject({ state: "revoked", isVoid: true, filingId: null, published: false });
    const person = await database.person.findUniqueOrThrow({ where: { id: filing.applicant.personId } });
    expect(person).toMatchObject({ firstRegisteredOn: null, validUntil: null });
    expect((await compareTallies(database)).differences).toEqual([]);
    expect((await entries())._sum.count).toBe((before._sum.count ?? 0) - 1);
    expect(
      await database.event.count({ where: { registrationId: registration.id, type: "registration_revoked" } }),
    ).toBe(1);
  });

  test("may be approved again by two others, under a new number and a new certificate", async () => {
    const filing = await approved();
    const first = await database.registration.findUniqueOrThrow({ where: { filingId: filing.filingId } });
    await reopened(filing);
    expect(code(await confirmDecision(yip, { ...(await seen(filing.filingId)), note: "" }, friday))).toBe("ok");
    const second = await database.registration.findUniqueOrThrow({ where: { filingId: filing.filingId } });
    expect(second.number).not.toBe(first.number);
    expect(await verdictOf(filing.filingId, second.number, friday)).toEqual({ is: "valid" });
    expect((await compareTallies(database)).differences).toEqual([]);
    const person = await database.person.findUniqueOrThrow({ where: { id: filing.applicant.personId } });
    expect(person.firstRegisteredOn?.toISOString().slice(0, 10)).toBe(officeDay(friday));
  });

  test("goes back to the examination where one officer approved it, and one is not enough again", async () => {
    const filing = await examined();
    expect(code(await approveFormally(lee, await seen(filing.filingId), monday))).toBe("ok");
    await reopened(filing);
    expect(await filingNow(filing.filingId)).toMatchObject({ state: "under_review", reviewerId: lee.accountId });
    expect(code(await approveFormally(lee, await seen(filing.filingId), friday))).toBe("formal_ready");
  });

  test("goes back to the public notice where there was one, which stands for five more working days", async () => {
    const { authorityCode } = await database.field.findFirstOrThrow({ where: { code: "construction" } });
    const give = (noticeDays: number) =>
      database.authority.update({ where: { code: authorityCode }, data: { noticeDays } });
    await give(5);
    try {
      const filing = await approved();
      await runOfficeClock(later(14));
      expect((await filingNow(filing.filingId)).state).toBe("approved");
      await reopened(filing, later(14));
      const now = await filingNow(filing.filingId);
      expect({ state: now.state, dueOn: now.dueOn?.toISOString().slice(0, 10) }).toEqual({
        state: "public_notice",
        dueOn: "2026-12-14",
      });
      await runOfficeClock(later(22));
      expect((await filingNow(filing.filingId)).state).toBe("approved");
    } finally {
      await give(0);
    }
  });

  test("is not taken back once its registration has run out, whether or not the clock wrote that down", async () => {
    const filing = await approved();
    const longAfter = new Date("2029-11-26T02:00:00Z");
    expect(code(await propose(kwok, filing.filingId, longAfter))).toBe("registration_stands");
    await settleRegistrations(longAfter);
    expect(code(await propose(kwok, filing.filingId, longAfter))).toBe("registration_stands");
  });
});

describe("a filing that was closed without answer", () => {
  test("asks the very same again, for five working days, and goes on where it was asked from", async () => {
    const filing = await closed();
    const now = later(40);
    await reopened(filing, now);
    const { filingId, applicant } = filing;
    expect(await database.filing.findUniqueOrThrow({ where: { id: filingId } })).toMatchObject({
      state: "awaiting_applicant",
      askedFrom: "under_review",
      reviewerId: lee.accountId,
    });
    const requests = await database.request.findMany({ where: { filingId }, include: { items: true } });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ state: "sent", round: 1 });
    expect(requests[0]?.dueOn).toEqual((await filingNow(filingId)).dueOn);
    expect(requests[0]?.dueOn.toISOString().slice(0, 10)).toBe("2027-01-08");

    const itemId = requests[0]?.items[0]?.id ?? "";
    expect(code(await answerItem(applicant, { filingId, itemId, answer: "The first." }, now))).toBe("ok");
    expect(code(await supplementFiling(applicant, await seen(filingId), now))).toBe("ok");
    expect((await filingNow(filingId)).state).toBe("under_review");
  });

  test("is closed again, by the clock alone, when nobody answers then either", async () => {
    const filing = await closed();
    await reopened(filing, later(40));
    await runOfficeClock(later(60));
    expect((await filingNow(filing.filingId)).state).toBe("closed_no_response");
  });
});

describe("two different people", () => {
  let filing: Submitted;
  beforeEach(async () => {
    filing = await refused();
  });

  test("it takes: whoever proposes does not agree, and learns so before anything is written", async () => {
    expect(code(await propose(kwok, filing.filingId))).toBe("ok");
    expect(code(await agree(kwok, filing.filingId))).toBe("forbidden");
    expect(code(await propose(kwok, filing.filingId))).toBe("not_proposed_yet");
    expect((await listReopeningsFor(kwok)).map(({ reference }) => reference)).not.toContain(filing.reference);
    expect((await listReopeningsFor(lam)).map(({ reference }) => reference)).toContain(filing.reference);
    expect((await filingNow(filing.filingId)).state).toBe("refused");
  });

  test("not even the database lets one person, or nobody, take it back", async () => {
    const { id, version } = await database.filing.findUniqueOrThrow({ where: { id: filing.filingId } });
    const step = { state: "second_check", decidedOn: null, dueOn: friday, version: version + 1 } as const;
    await expect(database.filing.update({ where: { id }, data: step })).rejects.toThrow("nobody reopened this filing");
    expect(code(await propose(kwok, filing.filingId))).toBe("ok");
    const alone = {
      state: "reopened",
      decidedById: kwok.accountId,
      decidedAt: friday,
      filingVersion: version,
    } as const;
    await expect(database.reopening.updateMany({ where: { filingId: id }, data: alone })).rejects.toThrow(
      "reopening_decided",
    );
  });

  test("at once agree to one reopening, and propose one", async () => {
    const version = await seen(filing.filingId);
    const wish = { ...version, reason: "fact_overlooked" as const, words: "Page 2." };
    const proposed = await Promise.all([proposeReopening(kwok, wish, friday), proposeReopening(lam, wish, friday)]);
    expect(proposed.map(code).sort()).toEqual(["not_proposed_yet", "ok"]);

    const input = await proposal(filing.filingId);
    const third = await staff("Mok Wing Sze", ["reverse"]);
    const agreed = await Promise.all([reopenFiling(ho, input, friday), reopenFiling(third, input, friday)]);
    expect(agreed.map(code).sort()).toEqual(["ok", "wrong_status"]);
    expect(await database.event.count({ where: { filingId: filing.filingId, type: "filing_reopened" } })).toBe(1);
  });

  test("are supervisors of the field, and neither is whoever filed", async () => {
    const stranger = await staff("Tam Chi Ho", ["reverse"], "tax");
    const own = { ...lam, personId: filing.applicant.personId };
    expect(code(await propose(stranger, filing.filingId))).toBe("not_found");
    expect(code(await propose(own, filing.filingId))).toBe("not_found");
    expect(code(await propose(lee, filing.filingId))).toBe("forbidden");
    expect(code(await propose(kwok, filing.filingId))).toBe("ok");
    expect(code(await agree(stranger, filing.filingId))).toBe("not_found");
    expect(code(await agree(own, filing.filingId))).toBe("not_found");
    expect(code(await agree(lee, filing.filingId))).toBe("forbidden");
  });

  test("agree on what they read: another proposal, or one that was dropped, is looked at first", async () => {
    expect(code(await propose(kwok, filing.filingId))).toBe("ok");
    const read = await proposal(filing.filingId);
    expect(code(await dropReopening(kwok, read, friday))).toBe("ok");
    expect(code(await reopenFiling(lam, read, friday))).toBe("reopening_proposed");
    expect(code(await propose(kwok, filing.filingId))).toBe("ok");
    expect(code(await reopenFiling(lam, read, friday))).toBe("stale");
    expect(code(await dropReopening(lam, read, friday))).toBe("stale");
    expect(code(await dropReopening(lam, await proposal(filing.filingId), friday))).toBe("ok");
    const view = await viewReopenings(lee, filing.filingId, friday);
    expect(view.ok && view.value.decided.map(({ state, words }) => [state, words])).toEqual([
      ["dropped", "Page 2 was not read."],
      ["dropped", "Page 2 was not read."],
    ]);
  });

  test("reopen nothing that ended otherwise", async () => {
    const declined = await submittedFiling(monday, { identity_number: `C${String(++cards)}0` });
    const reasons = ["not_on_list" as const];
    const decline = { ...(await seen(declined.filingId)), reasons, note: "Not on the list." };
    expect(code(await declineAcceptance(lee, decline, monday))).toBe("ok");
    expect(code(await propose(kwok, declined.filingId))).toBe("wrong_status");
  });

  test("reopen nothing of somebody whose data were erased", async () => {
    await database.person.update({ where: { id: filing.applicant.personId }, data: { sealKey: null } });
    expect(code(await propose(kwok, filing.filingId))).toBe("on_record");
  });

  test("are told on the page what it would do, before they do it", async () => {
    expect(await viewReopenings(lam, filing.filingId, friday)).toMatchObject({
      ok: true,
      value: {
        effects: { to: "second_check", voids: null, asksAgain: false, liftsUntil: "2031-11-23" },
        mayDrop: false,
      },
    });
    expect(await viewReopenings(await stranger(), filing.filingId, friday)).toMatchObject({ ok: false });
  });
});

const stranger = async () => staff("Tam Chi Ho", ["reverse"], "tax");
