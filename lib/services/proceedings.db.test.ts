import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar/working-days";
import {
  answered,
  at,
  decide,
  done,
  effect,
  lastDay,
  lift,
  midnight,
  openProceedingOffice,
  proceedingNow,
  refusalOf,
  registeredBy,
  revoke,
  suspend,
  toSuspend,
  verdictAt,
} from "@/prisma/testing/proceeding-office";
import { monday } from "@/prisma/testing/review-office";
import { answerProceeding } from "./answer-proceeding";
import { decideProceeding, dropProceeding } from "./decide-proceeding";
import { runOfficeClock } from "./run-office-clock";
import { settleRegistrations } from "./settle-registration";
import { viewProceeding } from "./view-proceeding";

let ho: Staff;
let yip: Staff;
let lee: Staff;
let taxReviewer: Staff;

beforeAll(async () => {
  ({ ho, yip, lee, taxReviewer } = await openProceedingOffice());
});

describe("a member of staff who means to suspend somebody", () => {
  test("tells the holder why and until when they may answer, by mail and on their page", async () => {
    const it = await registeredBy(yip);
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
    const it = await registeredBy(yip);
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
    const it = await registeredBy(yip);
    expect(await refusalOf(suspend(ho, it, { effectiveOn: lastDay }))).toEqual({
      code: "invalid_input",
      fields: { effectiveOn: "validation.effect_too_soon" },
    });
    expect(await refusalOf(suspend(ho, it, { effectiveOn: "2031-01-01" }))).toMatchObject({ code: "invalid_input" });
  });

  test("needs the right to revoke in that very field, and is never the holder", async () => {
    const it = await registeredBy(yip);
    expect(await refusalOf(suspend(yip, it))).toEqual({ code: "forbidden" });
    expect(await refusalOf(suspend(lee, it))).toEqual({ code: "forbidden" });
    expect(await refusalOf(suspend(taxReviewer, it))).toEqual({ code: "not_found" });
    const self: Staff = { ...ho, personId: it.holder.personId };
    expect(await refusalOf(suspend(self, it))).toEqual({ code: "not_found" });
    expect(await database.proceeding.count({ where: { registrationId: it.id } })).toBe(0);
  });

  test("opens one at a time, from the registration as it stands", async () => {
    const it = await registeredBy(yip);
    await done(suspend(ho, it));
    expect(await refusalOf(suspend(ho, it))).toEqual({ code: "unmet", condition: "proceeding_open" });
    expect(await refusalOf(revoke(ho, it, { version: 7 }))).toEqual({ code: "stale" });
    expect(await refusalOf(lift(ho, it))).toEqual({ code: "unmet", condition: "suspended" });
  });
});

describe("a holder who is to lose something", () => {
  test("answers once, and the second person reads it", async () => {
    const it = await registeredBy(yip);
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
    const it = await registeredBy(yip);
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

  test("whom the notice never reached does not lose the hearing to the clock, and may still be heard once it did", async () => {
    const it = await registeredBy(yip);
    const { proceedingId } = await done(suspend(ho, it));
    const where = { dedupeKey: `proceeding:${proceedingId}:suspension_proposed` };
    await database.mail.update({ where, data: { state: "failed" } });
    await runOfficeClock(midnight(effect));
    expect((await proceedingNow(proceedingId)).state).toBe("hearing");
    await database.mail.update({ where, data: { state: "sent" } });
    await runOfficeClock(midnight(effect));
    expect((await proceedingNow(proceedingId)).state).toBe("second_check");
  });

  test("is the only one who answers, and nobody else reads it", async () => {
    const it = await registeredBy(yip);
    const other = await registeredBy(yip);
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
    const it = await registeredBy(yip);
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
    const it = await registeredBy(yip);
    const { proceedingId } = await done(suspend(ho, it));
    expect(await refusalOf(decide(yip, proceedingId))).toEqual({ code: "wrong_status" });
    await answered(it, proceedingId);
    expect(await refusalOf(decideProceeding(yip, { proceedingId, version: 2, note: "" }, monday))).toEqual({
      code: "stale",
    });
  });

  test("may drop it, and the holder reads why", async () => {
    const it = await registeredBy(yip);
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

test("what was proposed of a registration that ends by itself falls away", async () => {
  const it = await registeredBy(yip);
  const { proceedingId } = await done(suspend(ho, it, { untilOn: "" }));
  const { validUntil } = await database.registration.findUniqueOrThrow({ where: { id: it.id } });
  const after = addDays(validUntil.toISOString().slice(0, 10), 1);
  await settleRegistrations(at(after));
  await runOfficeClock(at(after));
  expect((await proceedingNow(proceedingId)).state).toBe("dropped");
  expect(await refusalOf(decide(yip, proceedingId, at(after)))).toEqual({ code: "wrong_status" });
});

test("the database itself lets nobody skip a step, rewrite a proposal or take one away", async () => {
  const it = await registeredBy(yip);
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
