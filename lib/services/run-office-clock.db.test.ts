import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database, transaction } from "@/lib/data/client";
import { readFilingFacts } from "@/lib/data/filing-facts";
import type { Staff } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar/working-days";
import type { Result } from "@/lib/domain/result";
import { answer, answers } from "@/prisma/testing/filing-scene";
import { askedFiling } from "@/prisma/testing/asked-filing";
import {
  architect,
  cleanPaper,
  field,
  filingNow,
  findAll,
  monday,
  openOffice,
  seen,
  staff,
  submittedFiling,
} from "@/prisma/testing/review-office";
import { acceptFiling } from "./accept-filing";
import { confirmDecision } from "./confirm-decision";
import { holdFiling } from "./hold-filing";
import { moveOfficeClock, reportPath } from "./move-office-clock";
import { officeTime } from "./office-time";
import { proposeApproval, proposeRefusal } from "./propose-decision";
import { requestInformation } from "./request-information";
import { runOfficeClock } from "./run-office-clock";
import { findReadableDocument } from "./see-document";
import { answerItem, supplementFiling } from "./supplement-filing";
import { viewRequest } from "./view-request";

let lee: Staff;
let ho: Staff;

beforeAll(async () => {
  await openOffice();
  lee = await staff("Lee Ka Fai", ["examine", "decide"]);
  ho = await staff("Ho Mei Yee", ["examine", "decide", "hold"]);
});

// Each test is about its own filing: what the others left lying is withdrawn from the clock's sight.
beforeEach(async () => {
  const open = await database.filing.findMany({ where: { dueOn: { not: null } }, select: { id: true, version: true } });
  for (const { id, version } of open) {
    await database.filing.update({
      where: { id },
      data: { state: "withdrawn", dueOn: null, held: false, daysLeft: null, askedFrom: null, version: version + 1 },
    });
  }
});

async function did(result: Promise<Result<unknown>>): Promise<void> {
  expect(await result).toMatchObject({ ok: true });
}

/** The morning after the last day of whoever owes the next step, and that last day's evening. */
async function aroundTheLastDay(filingId: string) {
  const { dueOn } = await filingNow(filingId);
  const last = dueOn?.toISOString().slice(0, 10) ?? "";
  return { evening: new Date(`${last}T15:59:00Z`), morning: new Date(`${addDays(last, 1)}T01:00:00Z`) };
}

/** What the clock does at a moment, without what it did not do. */
async function tick(now: Date) {
  const round = await runOfficeClock(now);
  return Object.fromEntries(Object.entries(round).filter(([, count]) => count > 0));
}

async function examined(): Promise<string> {
  const { filingId } = await submittedFiling();
  await did(acceptFiling(lee, await seen(filingId), monday));
  return filingId;
}

/** The files that count in a filing now, by their ids. */
async function papersThatCount(filingId: string): Promise<string[]> {
  const row = await readFilingFacts(database, filingId);
  return row?.papers.map(({ id }) => id).sort() ?? [];
}

/** Another scan in place of a paper, as an upload leaves it. */
async function scanAnew(filingId: string, evidenceKey: string, at: Date): Promise<string> {
  const where = { filingId, evidenceKey, replacedById: null, removedAt: null };
  const before = await database.document.findFirstOrThrow({ where, select: { id: true, personId: true } });
  const paper = cleanPaper({ filingId, personId: before.personId, evidenceKey }, at);
  const data = { ...paper, storageKey: `${paper.storageKey}/${at.toISOString()}`, sha256: "1".repeat(64) };
  const { id } = await database.document.create({ data: { ...data, state: "pending" }, select: { id: true } });
  await database.document.update({ where: { id: before.id }, data: { replacedById: id } });
  await database.document.update({ where: { id }, data: { state: "stored" } });
  return id;
}

describe("when a last day has passed, the clock", () => {
  test("counts a filing that nobody accepted as accepted, and not a minute earlier", async () => {
    const { filingId } = await submittedFiling();
    const { evening, morning } = await aroundTheLastDay(filingId);
    expect(await tick(evening)).toEqual({});
    expect(await tick(morning)).toEqual({ deem_accepted: 1 });
    expect((await filingNow(filingId)).state).toBe("under_review");
    expect(await tick(morning)).toEqual({});
  });

  test("closes a filing whose notice announced it, and the notice with it", async () => {
    const { filingId } = await askedFiling(lee);
    expect(await tick((await aroundTheLastDay(filingId)).morning)).toEqual({ close_no_response: 1 });
    expect((await filingNow(filingId)).state).toBe("closed_no_response");
    expect(await database.request.findFirst({ where: { filingId } })).toMatchObject({ state: "expired" });
  });

  test("closes nothing while the last mail about the notice never arrived, and closes once a later one did", async () => {
    const { filingId } = await askedFiling(lee);
    const { morning } = await aroundTheLastDay(filingId);
    const mail = await database.mail.findFirstOrThrow({
      where: { template: "information_requested", params: { path: ["filingId"], equals: filingId } },
    });
    await database.mail.update({ where: { id: mail.id }, data: { state: "failed" } });
    expect(await tick(morning)).toEqual({});
    expect((await filingNow(filingId)).state).toBe("awaiting_applicant");

    const { id: _, ...copy } = mail;
    const later = { ...copy, dedupeKey: `${mail.dedupeKey}:later`, template: "answer_reminder", params: { filingId } };
    await database.mail.create({ data: { ...later, state: "sent", createdAt: morning } });
    expect(await tick(morning)).toEqual({ close_no_response: 1 });
  });

  test("sends a filing back to be decided on what is there, where the notice announced that", async () => {
    const { filingId } = await askedFiling(lee, "decide_on_file");
    expect(await tick((await aroundTheLastDay(filingId)).morning)).toEqual({ decide_on_file: 1 });
    expect((await filingNow(filingId)).state).toBe("under_review");
  });

  test("puts back what was changed and never sent, so that a second request can be answered", async () => {
    const { filingId, applicant } = await submittedFiling();
    await did(acceptFiling(lee, await seen(filingId), monday));
    const missing = { institution: "missing", "paper:employment_proof": "missing" } as const;
    await findAll(lee, filingId, monday, missing);
    const checks = Object.keys(missing);
    const texts = checks.map(() => "Say more.");
    const first = { outcome: "decide_on_file" as const, checks, texts };
    await did(requestInformation(lee, { ...(await seen(filingId)), ...first }, monday));

    const sent = await papersThatCount(filingId);
    const later = new Date("2026-11-24T03:00:00Z");
    await did(answer(applicant, filingId, "institution", { ...answers.institution, position: "Director" }, later));
    const unsent = await scanAnew(filingId, "employment_proof", later);
    expect(await papersThatCount(filingId)).not.toEqual(sent);

    const { morning } = await aroundTheLastDay(filingId);
    expect(await tick(morning)).toMatchObject({ decide_on_file: 1 });
    const position = { filingId_question: { filingId, question: "position" } };
    expect(await database.answer.findUniqueOrThrow({ where: position })).toMatchObject({ value: "Architect" });
    expect(await papersThatCount(filingId)).toEqual(sent);
    for (const id of sent) expect(await findReadableDocument(lee, id)).toMatchObject({ id });

    await findAll(lee, filingId, morning, { "paper:travel_permit": "missing" });
    const again = {
      ...first,
      checks: ["paper:travel_permit"],
      texts: ["It cannot be read."],
      reason: "new_fact" as const,
    };
    await did(requestInformation(lee, { ...(await seen(filingId)), ...again }, morning));
    await scanAnew(filingId, "travel_permit", morning);
    const request = await viewRequest(applicant, filingId, morning);
    const itemId = (request.ok && request.value.items[0]?.id) || "";
    await did(answerItem(applicant, { filingId, itemId, answer: "A better scan." }, morning));
    await did(supplementFiling(applicant, await seen(filingId), morning));
    expect(await findReadableDocument(lee, unsent)).toBeNull();
  });

  test("ends a hearing in which nobody spoke", async () => {
    const filingId = await examined();
    await findAll(lee, filingId, monday, { home_registration: "not_met" });
    const refusal = { reasons: ["home_registration_invalid" as const], note: "It ended." };
    await did(proposeRefusal(lee, { ...(await seen(filingId)), ...refusal }, monday));
    expect(await tick((await aroundTheLastDay(filingId)).morning)).toEqual({ end_hearing: 1 });
    expect((await filingNow(filingId)).state).toBe("second_check");
  });

  test("ends a public notice and registers, where the authority gives notice", async () => {
    const { authorityCode: code } = await database.field.findUniqueOrThrow({ where: { code: field } });
    await database.authority.update({ where: { code }, data: { noticeDays: 5 } });
    try {
      const filingId = await examined();
      await findAll(lee, filingId);
      const version = await database.listEntryVersion.findFirstOrThrow({
        where: { entryCode: architect, state: "published" },
      });
      const scope = {
        scope_en: version.scopeEn,
        scope_zh_hant: version.scopeZhHant,
        scope_zh_hans: version.scopeZhHans,
      };
      await did(proposeApproval(lee, { ...(await seen(filingId)), ...scope, note: "" }, monday));
      await did(confirmDecision(ho, { ...(await seen(filingId)), note: "" }, monday));
      expect((await filingNow(filingId)).state).toBe("public_notice");

      const { morning } = await aroundTheLastDay(filingId);
      expect(await tick(morning)).toEqual({ end_notice: 1 });
      expect((await filingNow(filingId)).state).toBe("approved");
      expect(await database.registration.count({ where: { filingId } })).toBe(1);
      expect(await tick(morning)).toEqual({});
    } finally {
      await database.authority.update({ where: { code }, data: { noticeDays: 0 } });
    }
  });

  test("leaves a filing on hold where it is", async () => {
    const { filingId } = await submittedFiling();
    const { morning } = await aroundTheLastDay(filingId);
    await did(holdFiling(ho, { ...(await seen(filingId)), reason: "under_investigation" }, monday));
    expect(await tick(morning)).toEqual({});
    expect((await filingNow(filingId)).state).toBe("submitted");
  });

  test("takes each step once, however many clocks strike at the same moment", async () => {
    const { filingId, reference } = await submittedFiling();
    const { morning } = await aroundTheLastDay(filingId);
    const rounds = await Promise.all([tick(morning), tick(morning), tick(morning)]);
    expect(rounds.filter((round) => round["deem_accepted"] === 1)).toHaveLength(1);
    expect(await database.event.count({ where: { filingId, type: "filing_deemed_accepted" } })).toBe(1);
    const mails = await database.mail.findMany({ where: { template: "filing_accepted" } });
    expect(mails.filter(({ params }) => (params as { reference: string }).reference === reference)).toHaveLength(1);
  });

  test("walks past a step that cannot be taken, to those behind it", async () => {
    const [first, second] = [await submittedFiling(), await submittedFiling()];
    const { morning } = await aroundTheLastDay(second.filingId);
    // Somebody is about to change the first filing: the clock reads a version that will not be the filing's.
    await transaction((db) => db.filing.update({ where: { id: first.filingId }, data: { version: { increment: 1 } } }));
    expect(await tick(morning)).toEqual({ deem_accepted: 2 });
  });
});

test("moving the demonstration's clock moves the office's time and takes the steps on the way", async () => {
  const now = await officeTime();
  const { filingId } = await submittedFiling(now);
  const moved = await moveOfficeClock(null, { workingDays: 5 }, now);
  if (!moved.ok) throw new Error(moved.refusal.code);
  expect(new Date(moved.value.to).getTime()).toBeGreaterThan(now.getTime());
  expect((await officeTime()).getTime() - now.getTime()).toBeGreaterThanOrEqual(5 * 86_400_000);

  // One day for the limit to pass, and one more where what is sent now counts as received on the next working day.
  const again = await moveOfficeClock(null, { workingDays: 2 }, await officeTime());
  if (!again.ok) throw new Error(again.refusal.code);
  expect(reportPath(again.value)).toBe(`/demo/clock?moved=${again.value.to}&deem_accepted=1`);
  expect((await filingNow(filingId)).state).toBe("under_review");
});

test("the clock goes forward only, and not out of sight", async () => {
  const now = await officeTime();
  expect(await moveOfficeClock(null, { to: "2020-01-01" }, now)).toMatchObject({
    refusal: { fields: { to: "validation.date_future" } },
  });
  expect(await moveOfficeClock(null, { to: "2999-01-01" }, now)).toMatchObject({ refusal: { code: "invalid_input" } });
});
