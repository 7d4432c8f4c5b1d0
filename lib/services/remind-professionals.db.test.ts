import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import { askedFiling } from "@/prisma/testing/asked-filing";
import { findAll, monday, openOffice, seen, staff, submittedFiling } from "@/prisma/testing/review-office";
import { holdFiling, releaseFiling } from "./hold-filing";
import { proposeRefusal } from "./propose-decision";
import { acceptFiling } from "./accept-filing";
import { answerHearing } from "./answer-hearing";
import { runOfficeClock } from "./run-office-clock";
import { answerItem, supplementFiling } from "./supplement-filing";
import { withdrawFiling } from "./withdraw-filing";

// Asked on Monday 23 November 2026 with 15 working days: the last one is Monday 14 December.
const on = (day: string) => new Date(`2026-${day}T02:00:00Z`);
const halfTime = on("12-03");
const twoDaysLeft = on("12-10");
const lastDay = on("12-14");

let lee: Staff;
let ho: Staff;

beforeAll(async () => {
  await openOffice();
  lee = await staff("Lee Ka Fai", ["examine", "decide"]);
  ho = await staff("Ho Mei Yee", ["examine", "decide", "hold"]);
});

async function mailsTo(filing: { reference: string }, template: string) {
  const mails = await database.mail.findMany({ where: { template }, orderBy: { createdAt: "asc" } });
  return mails.filter(({ params }) => (params as { reference?: string }).reference === filing.reference);
}
const reminders = async (filing: { reference: string }) => (await mailsTo(filing, "answer_reminder")).length;

describe("a reminder of an open request", () => {
  test("is written at half time and two days before the last day, once each, however often the clock strikes", async () => {
    const filing = await askedFiling(lee);
    await runOfficeClock(on("12-02"));
    expect(await reminders(filing)).toBe(0);
    await Promise.all([runOfficeClock(halfTime), runOfficeClock(halfTime)]);
    await runOfficeClock(on("12-09"));
    expect(await reminders(filing)).toBe(1);
    await runOfficeClock(twoDaysLeft);
    for (const now of [twoDaysLeft, lastDay, lastDay]) await runOfficeClock(now);
    expect(await reminders(filing)).toBe(2);
    const [mail] = await mailsTo(filing, "answer_reminder");
    expect(mail?.params).toMatchObject({
      dueOn: "2026-12-14",
      where: { sentence: "awaiting_applicant", day: 8, of: 15 },
    });
  });

  test("is one where the clock missed the first", async () => {
    const filing = await askedFiling(lee);
    await runOfficeClock(twoDaysLeft);
    expect(await reminders(filing)).toBe(1);
  });

  test("never reaches somebody who withdrew", async () => {
    const filing = await askedFiling(lee);
    await withdrawFiling(filing.applicant, await seen(filing.filingId), monday);
    await runOfficeClock(halfTime);
    await runOfficeClock(twoDaysLeft);
    expect(await reminders(filing)).toBe(0);
  });

  test("never reaches somebody who answered", async () => {
    const filing = await askedFiling(lee);
    const { filingId, applicant } = filing;
    const item = await database.requestItem.findFirstOrThrow({ where: { request: { filingId } } });
    await answerItem(applicant, { filingId, itemId: item.id, answer: "Since 2020." }, monday);
    expect((await supplementFiling(applicant, await seen(filingId), monday)).ok).toBe(true);
    await runOfficeClock(halfTime);
    await runOfficeClock(twoDaysLeft);
    expect(await reminders(filing)).toBe(0);
  });

  test("never reaches somebody whose filing is on hold, and comes at its later day after that", async () => {
    const filing = await askedFiling(lee);
    await holdFiling(ho, { ...(await seen(filing.filingId)), reason: "under_investigation" }, monday);
    await runOfficeClock(halfTime);
    await runOfficeClock(twoDaysLeft);
    expect(await reminders(filing)).toBe(0);
    await releaseFiling(ho, await seen(filing.filingId), twoDaysLeft);
    await runOfficeClock(twoDaysLeft);
    expect(await reminders(filing)).toBe(0);
    await runOfficeClock(on("12-22"));
    expect(await reminders(filing)).toBe(1);
  });

  test("never reaches somebody whose mail came back, until they have another address", async () => {
    const filing = await askedFiling(lee);
    const { accountId } = filing.applicant;
    await database.mail.updateMany({
      where: { accountId, template: "information_requested" },
      data: { state: "failed" },
    });
    await runOfficeClock(halfTime);
    expect(await reminders(filing)).toBe(0);
    await database.account.update({ where: { id: accountId }, data: { email: `new.${accountId}@example.com` } });
    await runOfficeClock(twoDaysLeft);
    expect(await reminders(filing)).toBe(1);
  });

  test("never comes once the last day has passed", async () => {
    const filing = await askedFiling(lee, "decide_on_file");
    await runOfficeClock(on("12-15"));
    expect(await reminders(filing)).toBe(0);
    expect(await mailsTo(filing, "deciding_on_file")).toHaveLength(1);
  });
});

describe("a hearing", () => {
  async function heard() {
    const filing = await submittedFiling();
    const { filingId } = filing;
    await acceptFiling(lee, await seen(filingId), monday);
    await findAll(lee, filingId, monday, { home_registration: "not_met" });
    const refusal = { reasons: ["home_registration_invalid" as const], note: "It ended." };
    await proposeRefusal(lee, { ...(await seen(filingId)), ...refusal }, monday);
    return filing;
  }

  test("in which somebody spoke is acknowledged to them", async () => {
    const filing = await heard();
    const said = { ...(await seen(filing.filingId)), statement: "It was renewed." };
    expect((await answerHearing(filing.applicant, said, monday)).ok).toBe(true);
    expect(await mailsTo(filing, "hearing_statement_received")).toHaveLength(1);
  });

  test("in which nobody spoke is told to be over", async () => {
    const filing = await heard();
    await runOfficeClock(on("12-02"));
    await runOfficeClock(on("12-02"));
    expect(await mailsTo(filing, "hearing_over")).toHaveLength(1);
  });
});
