import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { listRegister } from "@/lib/data/register";
import { countRegistered, compareTallies } from "@/lib/data/statistics";
import type { Professional, Staff } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar/working-days";
import type { Result } from "@/lib/domain/result";
import { approveFormally } from "@/lib/services/approve-formally";
import { acceptFiling } from "@/lib/services/accept-filing";
import { startFiling } from "@/lib/services/start-filing";
import { architect, findAll, monday, openOffice, seen, staff, submittedFiling } from "@/prisma/testing/review-office";
import { answerProceeding } from "./answer-proceeding";
import { decideProceeding, dropProceeding } from "./decide-proceeding";
import { exportMyData } from "./export-my-data";
import { proposeLifting, proposeRevocation, proposeSuspension } from "./open-proceeding";
import { runOfficeClock } from "./run-office-clock";
import { settleRegistrations } from "./settle-registration";
import { viewDecision } from "./view-decision";
import { verifyCertificate } from "./verify-certificate";
import { viewProceeding } from "./view-proceeding";
import { viewRegistration } from "./view-registration";
import { findRegistrations, viewRegistrationFile } from "./view-registration-file";

const today = "2026-11-23";
/** The fifth working day after it: a hearing that begins today ends with this day. */
const lastDay = "2026-11-30";
const effect = "2026-12-01";
const at = (day: string, time = "02:00") => new Date(`${day}T${time}:00Z`);
/** The very first moment of a day in the office's zone. */
const midnight = (day: string) => new Date(`${day}T00:00:00+08:00`);

let ho: Staff;
let yip: Staff;
let lee: Staff;
let taxReviewer: Staff;

beforeAll(async () => {
  await openOffice();
  ho = await staff("HO Mei Yee", ["examine", "decide", "revoke"]);
  yip = await staff("YIP Wai Yee", ["examine", "decide"]);
  lee = await staff("LEE Ka Fai", ["examine"]);
  taxReviewer = await staff("TAM Chi Ho", ["examine", "decide", "revoke"], "tax");
});

type Registered = { id: string; number: string; code: string; holder: Professional };

/** Somebody who was registered today by one officer. */
async function registered(): Promise<Registered> {
  const { filingId, applicant } = await submittedFiling();
  await done(acceptFiling(yip, await seen(filingId), monday));
  await findAll(yip, filingId);
  await done(approveFormally(yip, await seen(filingId), monday));
  const { id, number, certificates } = await database.registration.findUniqueOrThrow({
    where: { filingId },
    include: { certificates: true },
  });
  return { id, number, code: certificates[0]?.code ?? "", holder: applicant };
}

async function done<T>(result: Promise<Result<T>>): Promise<T> {
  const it = await result;
  if (!it.ok) throw new Error(`Refused: ${JSON.stringify(it.refusal)}`);
  return it.value;
}

const refusalOf = async (result: Promise<Result<unknown>>) => {
  const it = await result;
  return it.ok ? null : it.refusal;
};

const filingOf = async ({ id }: Registered) =>
  (await database.registration.findUniqueOrThrow({ where: { id } })).filingId ?? "";
const versionOf = async (id: string) => (await database.registration.findUniqueOrThrow({ where: { id } })).version;
const stateOf = async (id: string) => (await database.registration.findUniqueOrThrow({ where: { id } })).state;
const proceedingNow = (id: string) => database.proceeding.findUniqueOrThrow({ where: { id } });

const toSuspend = {
  reason: "under_inquiry",
  words: "A drawing bears a false stamp.",
  effectiveOn: effect,
  untilOn: "",
} as const;
const toRevoke = { reason: "serious_breach", words: "The structure was signed unseen.", effectiveOn: effect } as const;
const toLift = { reason: "cured", words: "The inquiry found nothing.", effectiveOn: today } as const;

const suspend = async (by: Staff, it: Registered, more: object = {}, now = monday) =>
  proposeSuspension(by, { ...toSuspend, number: it.number, version: await versionOf(it.id), ...more }, now);
const revoke = async (by: Staff, it: Registered, more: object = {}, now = monday) =>
  proposeRevocation(by, { ...toRevoke, number: it.number, version: await versionOf(it.id), ...more }, now);
const lift = async (by: Staff, it: Registered, more: object = {}, now = monday) =>
  proposeLifting(by, { ...toLift, number: it.number, version: await versionOf(it.id), ...more }, now);

/** Answers as the holder does, so that the second person may decide. */
async function answered(it: Registered, proceedingId: string, now = monday): Promise<string> {
  await done(answerProceeding(it.holder, { proceedingId, version: 2, statement: "It was a clerk." }, now));
  return proceedingId;
}

const decide = async (by: Staff, proceedingId: string, now = monday) =>
  decideProceeding(by, { proceedingId, version: (await proceedingNow(proceedingId)).version, note: "" }, now);

/** Suspended by two people, from the day after the hearing on. */
async function suspended(more: object = {}): Promise<Registered & { proceedingId: string }> {
  const it = await registered();
  const { proceedingId } = await done(suspend(ho, it, more));
  await done(decide(yip, await answered(it, proceedingId)));
  return { ...it, proceedingId };
}

const visitor = { network: "192.0.2.9" };
async function verdictAt({ code }: Registered, now: Date) {
  const it = await verifyCertificate(visitor, code, now);
  return it.ok ? it.value.verdict : it.refusal;
}
const shownAs = async (standing: "valid" | "suspended" | "ended", day: string) => {
  const rows = await listRegister(database, { words: [], field: null, standing }, day, { place: null, limit: 1000 });
  return rows.map(({ number }) => number);
};
const validOn = async (day: string) => (await countRegistered(database, day))?.validToday ?? 0;
const registeredOn = async (day: string) => (await countRegistered(database, day))?.here ?? 0;

describe("a member of staff who means to suspend somebody", () => {
  test("tells the holder why and until when they may answer, by mail and on their page", async () => {
    const it = await registered();
    const { proceedingId } = await done(suspend(ho, it));
    const mails = await database.mail.findMany({
      where: { accountId: it.holder.accountId, template: "suspension_proposed" },
    });
    expect(mails.map(({ params }) => params)).toEqual([
      { registrationNumber: it.number, proceedingId, dueOn: lastDay },
    ]);
    const page = await done(viewProceeding(it.holder, { number: it.number, proceedingId }, monday));
    expect(page.proceeding).toMatchObject({
      state: "hearing",
      reasonCode: "under_inquiry",
      words: toSuspend.words,
      hearingUntil: lastDay,
      proposedBy: null,
      steps: ["answer"],
    });
  });

  test("keeps the words sealed, and out of both trails", async () => {
    const it = await registered();
    const { proceedingId } = await done(suspend(ho, it));
    const { words } = await proceedingNow(proceedingId);
    expect(Buffer.from(words).includes("false stamp")).toBe(false);
    const events = await database.event.findMany({ where: { registrationId: it.id, type: "proceeding_opened" } });
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events[0]?.payload)).not.toContain("stamp");
    const audit = await database.auditEntry.count({
      where: { object: `proceeding:${proceedingId}`, action: "proceeding_opened", actorId: ho.accountId },
    });
    expect(audit).toBe(1);
  });

  test("cannot have it take effect before the hearing ends, nor after the registration does", async () => {
    const it = await registered();
    expect(await refusalOf(suspend(ho, it, { effectiveOn: lastDay }))).toEqual({
      code: "invalid_input",
      fields: { effectiveOn: "validation.effect_too_soon" },
    });
    expect(await refusalOf(suspend(ho, it, { effectiveOn: "2031-01-01" }))).toMatchObject({ code: "invalid_input" });
  });

  test("needs the right to revoke in that very field, and is never the holder", async () => {
    const it = await registered();
    expect(await refusalOf(suspend(yip, it))).toEqual({ code: "forbidden" });
    expect(await refusalOf(suspend(lee, it))).toEqual({ code: "forbidden" });
    expect(await refusalOf(suspend(taxReviewer, it))).toEqual({ code: "not_found" });
    const self: Staff = { ...ho, personId: it.holder.personId };
    expect(await refusalOf(suspend(self, it))).toEqual({ code: "not_found" });
    expect(await database.proceeding.count({ where: { registrationId: it.id } })).toBe(0);
  });

  test("opens one at a time, from the registration as it stands", async () => {
    const it = await registered();
    await done(suspend(ho, it));
    expect(await refusalOf(suspend(ho, it))).toEqual({ code: "unmet", condition: "proceeding_open" });
    expect(await refusalOf(revoke(ho, it, { version: 7 }))).toEqual({ code: "stale" });
    expect(await refusalOf(lift(ho, it))).toEqual({ code: "unmet", condition: "suspended" });
  });
});

describe("a holder who is to lose something", () => {
  test("answers once, and the second person reads it", async () => {
    const it = await registered();
    const { proceedingId } = await done(suspend(ho, it));
    await answered(it, proceedingId);
    expect(
      await refusalOf(answerProceeding(it.holder, { proceedingId, version: 3, statement: "Again." }, monday)),
    ).toEqual({ code: "wrong_status" });
    const page = await done(viewProceeding(yip, { number: it.number, proceedingId }, monday));
    expect(page.proceeding).toMatchObject({
      state: "second_check",
      statement: "It was a clerk.",
      proposedBy: "HO Mei Yee",
    });
    expect(page.proceeding.steps).toEqual(["decide", "drop"]);
  });

  test("may answer on the last day; on the next the clock has ended the hearing", async () => {
    const it = await registered();
    const { proceedingId } = await done(suspend(ho, it));
    await runOfficeClock(at(lastDay, "15:59"));
    expect((await proceedingNow(proceedingId)).state).toBe("hearing");
    await runOfficeClock(midnight(effect));
    expect((await proceedingNow(proceedingId)).state).toBe("second_check");
    expect(
      await refusalOf(answerProceeding(it.holder, { proceedingId, version: 3, statement: "Late." }, at(effect))),
    ).toEqual({ code: "wrong_status" });
    expect(
      await database.mail.count({ where: { accountId: it.holder.accountId, template: "proceeding_hearing_over" } }),
    ).toBe(1);
  });

  test("is the only one who answers, and nobody else reads it", async () => {
    const it = await registered();
    const other = await registered();
    const { proceedingId } = await done(suspend(ho, it));
    const input = { proceedingId, version: 2, statement: "Not mine." };
    expect(await refusalOf(answerProceeding(other.holder, input, monday))).toEqual({ code: "not_found" });
    for (const reader of [other.holder, taxReviewer]) {
      expect(await refusalOf(viewProceeding(reader, { number: it.number, proceedingId }, monday))).toEqual({
        code: "not_found",
      });
    }
    expect(await refusalOf(viewProceeding(it.holder, { number: other.number, proceedingId }, monday))).toEqual({
      code: "not_found",
    });
  });
});

describe("the second person", () => {
  test("is never who proposed, and neither an examiner nor somebody of another field", async () => {
    const it = await registered();
    const { proceedingId } = await done(suspend(ho, it));
    await answered(it, proceedingId);
    expect(await refusalOf(decide(ho, proceedingId))).toEqual({ code: "forbidden" });
    expect(await refusalOf(decide(lee, proceedingId))).toEqual({ code: "forbidden" });
    expect(await refusalOf(decide(taxReviewer, proceedingId))).toEqual({ code: "not_found" });
    expect(await refusalOf(decide({ ...yip, personId: it.holder.personId }, proceedingId))).toEqual({
      code: "not_found",
    });
    const decided = {
      decidedById: ho.accountId,
      decidedAt: monday,
      holdsFrom: new Date(effect),
      state: "decided" as const,
    };
    await expect(
      database.proceeding.update({ where: { id: proceedingId }, data: { ...decided, version: { increment: 1 } } }),
    ).rejects.toThrow("proceeding_two_people");
  });

  test("decides what they read, not what it became meanwhile, and not before the hearing is over", async () => {
    const it = await registered();
    const { proceedingId } = await done(suspend(ho, it));
    expect(await refusalOf(decide(yip, proceedingId))).toEqual({ code: "wrong_status" });
    await answered(it, proceedingId);
    expect(await refusalOf(decideProceeding(yip, { proceedingId, version: 2, note: "" }, monday))).toEqual({
      code: "stale",
    });
  });

  test("may drop it, and the holder reads why", async () => {
    const it = await registered();
    const { proceedingId } = await done(suspend(ho, it));
    await answered(it, proceedingId);
    await done(dropProceeding(yip, { proceedingId, version: 3, note: "The stamp is genuine." }, monday));
    const page = await done(viewProceeding(it.holder, { number: it.number, proceedingId }, monday));
    expect(page.proceeding).toMatchObject({
      state: "dropped",
      note: "The stamp is genuine.",
      decidedBy: null,
      steps: [],
    });
    expect(await verdictAt(it, at("2027-01-04"))).toEqual({ is: "valid" });
    expect(await refusalOf(decide(yip, proceedingId))).toEqual({ code: "wrong_status" });
  });
});

describe("a suspension that was decided", () => {
  test("turns the check at its first minute, whether or not a job has run, and no minute before", async () => {
    const it = await suspended();
    expect(await verdictAt(it, at(lastDay, "15:59"))).toEqual({ is: "valid" });
    expect(await verdictAt(it, midnight(effect))).toEqual({
      is: "suspended",
      since: effect,
      until: null,
      reason: "under_inquiry",
    });
    expect(await stateOf(it.id)).toBe("in_force");
    expect(await shownAs("valid", lastDay)).toContain(it.number);
    expect(await shownAs("valid", effect)).not.toContain(it.number);
    expect(await shownAs("suspended", effect)).toContain(it.number);
  });

  test("is out of the valid ones from that day on, and the job writes one event of it", async () => {
    const before = [await validOn(lastDay), await validOn(effect)] as const;
    const it = await suspended();
    expect([await validOn(lastDay), await validOn(effect)]).toEqual([before[0] + 1, before[1]]);
    await settleRegistrations(midnight(effect));
    await settleRegistrations(at(effect));
    expect(await stateOf(it.id)).toBe("suspended");
    expect(await database.event.count({ where: { registrationId: it.id, type: "registration_suspended" } })).toBe(1);
    expect(await validOn(effect)).toBe(before[1]);
    expect((await compareTallies(database)).differences).toEqual([]);
  });

  test("ends by itself after its last day", async () => {
    const it = await suspended({ untilOn: "2026-12-31" });
    expect(await verdictAt(it, at("2026-12-31", "15:59"))).toMatchObject({ is: "suspended", until: "2026-12-31" });
    expect(await verdictAt(it, midnight("2027-01-01"))).toEqual({ is: "valid" });
    await settleRegistrations(at("2027-01-05"));
    const { state, suspendedFrom, stateFrom } = await database.registration.findUniqueOrThrow({ where: { id: it.id } });
    expect([state, suspendedFrom, stateFrom.toISOString().slice(0, 10)]).toEqual(["in_force", null, "2027-01-01"]);
    const events = await database.event.findMany({ where: { registrationId: it.id }, orderBy: { seq: "asc" } });
    expect(events.slice(-2).map(({ type }) => type)).toEqual(["registration_suspended", "registration_resumed"]);
    expect((await compareTallies(database)).differences).toEqual([]);
  });

  test("is lifted by two people, on the day they say", async () => {
    const it = await suspended();
    const later = at("2026-12-10");
    await settleRegistrations(later);
    const { proceedingId } = await done(lift(ho, it, { effectiveOn: "2026-12-10" }, later));
    expect(await refusalOf(decide(ho, proceedingId, later))).toEqual({ code: "forbidden" });
    expect(await refusalOf(viewProceeding(it.holder, { number: it.number, proceedingId }, later))).toEqual({
      code: "not_found",
    });
    await done(decide(yip, proceedingId, later));
    expect(await stateOf(it.id)).toBe("in_force");
    expect(await verdictAt(it, later)).toEqual({ is: "valid" });
    expect(await validOn("2026-12-10")).toBeGreaterThan(0);
    expect(
      await database.mail.count({ where: { accountId: it.holder.accountId, template: "suspension_lifted" } }),
    ).toBe(1);
    expect((await compareTallies(database)).differences).toEqual([]);
  });

  test("that is lifted on its first day lasts the day", async () => {
    const it = await suspended();
    await settleRegistrations(at(effect));
    const { proceedingId } = await done(lift(ho, it, { effectiveOn: effect }, at(effect)));
    await done(decide(yip, proceedingId, at(effect)));
    expect(await verdictAt(it, at(effect))).toMatchObject({ is: "suspended", until: effect });
    expect(await verdictAt(it, midnight(addDays(effect, 1)))).toEqual({ is: "valid" });
  });

  test("that is lifted before it began never begins", async () => {
    const it = await suspended();
    const { proceedingId } = await done(lift(ho, it));
    await done(decide(yip, proceedingId));
    expect(await verdictAt(it, at(effect))).toEqual({ is: "valid" });
  });

  test("holds from the day of the decision where that came later than announced", async () => {
    const it = await registered();
    const { proceedingId } = await done(suspend(ho, it));
    await answered(it, proceedingId);
    await done(decide(yip, proceedingId, at("2026-12-08")));
    expect(await stateOf(it.id)).toBe("suspended");
    expect(await verdictAt(it, at("2026-12-08"))).toMatchObject({ is: "suspended", since: "2026-12-08" });
  });

  test("cannot be decided once its own last day has passed", async () => {
    const it = await registered();
    const { proceedingId } = await done(suspend(ho, it, { untilOn: "2026-12-04" }));
    await answered(it, proceedingId);
    expect(await refusalOf(decide(yip, proceedingId, at("2026-12-08")))).toEqual({
      code: "unmet",
      condition: "period_left",
    });
  });
});

describe("a revocation that was decided", () => {
  test("reads so from its first minute on, and its day is written once", async () => {
    const it = await registered();
    const { proceedingId } = await done(revoke(ho, it));
    await done(decide(yip, await answered(it, proceedingId)));
    expect(await verdictAt(it, at(lastDay, "15:59"))).toEqual({ is: "valid" });
    expect(await verdictAt(it, midnight(effect))).toEqual({
      is: "ended",
      how: "revoked",
      since: effect,
      reason: "serious_breach",
    });
    await settleRegistrations(at(effect));
    await settleRegistrations(at(addDays(effect, 3)));
    expect(await stateOf(it.id)).toBe("revoked");
    expect(await verdictAt(it, at("2027-02-01"))).toMatchObject({ how: "revoked", since: effect });
    expect(await database.event.count({ where: { registrationId: it.id, type: "registration_revoked" } })).toBe(1);
    expect((await compareTallies(database)).differences).toEqual([]);
  });

  test("that holds today is in the numbers and on the check page with its own commit", async () => {
    const it = await registered();
    const before = await validOn("2026-12-08");
    const { proceedingId } = await done(revoke(ho, it));
    await answered(it, proceedingId);
    await done(decide(yip, proceedingId, at("2026-12-08")));
    expect(await stateOf(it.id)).toBe("revoked");
    expect(await verdictAt(it, at("2026-12-08"))).toMatchObject({ is: "ended", how: "revoked" });
    expect(await validOn("2026-12-08")).toBe(before - 1);
  });

  test("bars the person from the field where its reason does", async () => {
    const it = await registered();
    const { proceedingId } = await done(revoke(ho, it));
    await done(decide(yip, await answered(it, proceedingId)));
    const bars = await database.bar.findMany({ where: { personId: it.holder.personId } });
    expect(bars.map(({ reasonCodes, from, until }) => [reasonCodes, from, until])).toEqual([
      [["serious_breach"], new Date(effect), new Date("2031-12-01")],
    ]);
    await settleRegistrations(at(effect));
    const page = await done(viewProceeding(it.holder, { number: it.number, proceedingId }, at(effect)));
    expect(page.barredUntil).toBe("2031-12-01");
    const decision = await done(viewDecision(it.holder, await filingOf(it), at(effect)));
    expect(decision.barredUntil).toBeNull();
    const again = await startFiling(it.holder, { entry: architect }, at(effect));
    expect(again.ok).toBe(false);
  });

  test("bars nobody where its reason does not", async () => {
    const it = await registered();
    const { proceedingId } = await done(revoke(ho, it, { reason: "home_registration_ended" }));
    await done(decide(yip, await answered(it, proceedingId)));
    expect(await database.bar.count({ where: { personId: it.holder.personId } })).toBe(0);
  });

  test("as void from the start takes its holder out of the count from the first day", async () => {
    const it = await registered();
    const { proceedingId } = await done(revoke(ho, it, { reason: "false_statement", fromTheStart: "yes" }));
    await done(decide(yip, await answered(it, proceedingId)));
    const before = await registeredOn(today);
    const tally = async () => {
      const { _sum } = await database.entryTally.aggregate({ where: { entryCode: architect }, _sum: { count: true } });
      return _sum.count ?? 0;
    };
    const ofEntry = await tally();
    await settleRegistrations(at(effect));
    expect(await registeredOn(today)).toBe(before - 1);
    expect(await tally()).toBe(ofEntry - 1);
    expect((await compareTallies(database)).differences).toEqual([]);
  });

  test("is void from the start only for what was so from the start", async () => {
    const it = await registered();
    expect(await refusalOf(revoke(ho, it, { fromTheStart: "yes" }))).toEqual({
      code: "invalid_input",
      fields: { fromTheStart: "validation.not_void" },
    });
  });

  test("comes over a suspension that runs", async () => {
    const it = await suspended();
    await settleRegistrations(at(effect));
    const { proceedingId } = await done(revoke(ho, it, { effectiveOn: "2026-12-15" }, at(effect)));
    await answered(it, proceedingId, at(effect));
    await done(decide(yip, proceedingId, at("2026-12-10")));
    expect(await verdictAt(it, at("2026-12-14"))).toMatchObject({ is: "suspended" });
    expect(await verdictAt(it, midnight("2026-12-15"))).toMatchObject({ is: "ended", how: "revoked" });
    await settleRegistrations(at("2026-12-16"));
    expect(await stateOf(it.id)).toBe("revoked");
  });
});

test("what was proposed of a registration that ends by itself falls away", async () => {
  const it = await registered();
  const { proceedingId } = await done(suspend(ho, it, { untilOn: "" }));
  const { validUntil } = await database.registration.findUniqueOrThrow({ where: { id: it.id } });
  const after = addDays(validUntil.toISOString().slice(0, 10), 1);
  await settleRegistrations(at(after));
  await runOfficeClock(at(after));
  expect((await proceedingNow(proceedingId)).state).toBe("dropped");
  expect(await refusalOf(decide(yip, proceedingId, at(after)))).toEqual({ code: "wrong_status" });
});

test("the database itself lets nobody skip a step, rewrite a proposal or take one away", async () => {
  const it = await registered();
  const { proceedingId } = await done(suspend(ho, it));
  const where = { where: { id: proceedingId } };
  const next = { version: { increment: 1 } };
  const decided = { decidedById: yip.accountId, decidedAt: monday, holdsFrom: new Date(effect) };
  const rewritten = { state: "second_check" as const, words: Buffer.from("x"), ...next };
  const { proceeding, registration } = database;
  await expect(proceeding.update({ ...where, data: { state: "decided", ...decided, ...next } })).rejects.toThrow();
  await expect(proceeding.update({ ...where, data: rewritten })).rejects.toThrow();
  await expect(proceeding.delete(where)).rejects.toThrow();
  const unseen = { suspendedFrom: new Date(effect) };
  await expect(registration.update({ where: { id: it.id }, data: unseen })).rejects.toThrow();
});

describe("staff who look a registration up", () => {
  test("find it by number and by name in either script, in their fields only", async () => {
    const it = await registered();
    expect((await findRegistrations(ho, it.number, monday)).rows.map(({ number }) => number)).toEqual([it.number]);
    expect((await findRegistrations(ho, "陈大文", monday)).rows.length).toBeGreaterThan(0);
    expect((await findRegistrations(taxReviewer, it.number, monday)).rows).toEqual([]);
    expect(await findRegistrations(ho, "陳", monday)).toMatchObject({ rows: [], tooShort: true });
    await done(suspend(ho, it));
    const open = await findRegistrations(ho, "", monday);
    expect(open.rows.find(({ number }) => number === it.number)?.hasProceeding).toBe(true);
  });

  test("see where it came from and what they may propose, and the look is on record", async () => {
    const it = await registered();
    const file = await done(viewRegistrationFile(ho, it.number, monday));
    expect(file.history.reference).toMatch(/^QH-/);
    expect(file.history.decisions.map(({ by }) => by)).toEqual(["YIP Wai Yee"]);
    expect(file.offers).toEqual([
      { kind: "suspension", withheld: null },
      { kind: "revocation", withheld: null },
      { kind: "lifting", withheld: "suspended" },
    ]);
    expect(file.ifProposedToday).toEqual({ hearingUntil: lastDay, earliest: effect, today });
    const looks = await database.auditEntry.count({
      where: { actorId: ho.accountId, object: `registration:${it.id}`, action: "view_registration" },
    });
    expect(looks).toBe(1);
    expect(
      (await done(viewRegistrationFile(lee, it.number, monday))).offers.every(
        ({ withheld }) => withheld === "forbidden",
      ),
    ).toBe(true);
    expect(await refusalOf(viewRegistrationFile(taxReviewer, it.number, monday))).toEqual({ code: "not_found" });
  });
});

describe("the holder of a registration about which something was proposed", () => {
  test("finds in their own data who looked at it, what was said on both sides, and nothing of a colleague’s proposal to give it back", async () => {
    const it = await suspended();
    await done(viewProceeding(yip, { number: it.number, proceedingId: it.proceedingId }, monday));
    await done(lift(ho, it, { effectiveOn: "2026-12-02" }, at(effect)));
    const copy = await exportMyData(it.holder, "json", at(effect));
    expect(copy.looks_by_staff).toContainEqual(
      expect.objectContaining({ what: "view_proceeding", registration: it.number }),
    );
    expect(copy.proceedings).toMatchObject([
      { registration: it.number, kind: "suspension", proposed: toSuspend.words, your_side: "It was a clerk." },
    ]);
  });

  test("is never suspended for longer by being reinstated", async () => {
    const until = "2026-12-20";
    const it = await suspended({ untilOn: until });
    const late = await lift(ho, it, { effectiveOn: "2026-12-21" }, at(effect));
    expect(late).toMatchObject({ refusal: { fields: { effectiveOn: "validation.lifted_too_late" } } });
    await done(lift(ho, it, { effectiveOn: until }, at(effect)));
  });

  test("reads of everything that is open, what may be answered first", async () => {
    const it = await registered();
    const first = await done(suspend(ho, it));
    await answered(it, first.proceedingId);
    const second = await done(revoke(ho, it));
    const own = await done(viewRegistration(it.holder, it.number, monday));
    expect(own.concern.open.map(({ id }) => id)).toEqual([second.proceedingId, first.proceedingId]);
  });
});
