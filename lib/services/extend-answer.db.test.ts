import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import { answerAll, askAboutInstitution, askedFiling } from "@/prisma/testing/asked-filing";
import {
  filingNow,
  monday,
  openOffice,
  seen,
  staff,
  submittedFiling,
  type Submitted,
} from "@/prisma/testing/review-office";
import { extendAnswer } from "./extend-answer";
import { holdFiling, releaseFiling } from "./hold-filing";
import { runOfficeClock } from "./run-office-clock";
import { viewExamination } from "./view-examination";
import { viewRequest } from "./view-request";
import { viewStatus } from "./view-status";

// Asked on Monday 23 November 2026 with 15 working days: the last one is Monday 14 December.
const on = (day: string) => new Date(`2026-${day}T02:00:00Z`);
const lastDay = on("12-14");

let lee: Staff;
let ho: Staff;

beforeAll(async () => {
  await openOffice();
  lee = await staff("Lee Ka Fai", ["examine", "decide"]);
  ho = await staff("Ho Mei Yee", ["examine", "decide", "hold"]);
});

const extend = async ({ applicant, filingId }: Submitted, days: number, now = monday) =>
  extendAnswer(applicant, { ...(await seen(filingId)), days }, now);

describe("more time to answer", () => {
  test("is taken by the professional alone, and both see the later day and the promise that moves with it", async () => {
    const filing = await askedFiling(lee);
    const before = await viewRequest(filing.applicant, filing.filingId, lastDay);
    if (!before.ok) throw new Error(before.refusal.code);
    expect(before.value.extensions.at(-1)).toEqual({ days: 10, until: "2026-12-28" });
    expect((await extend(filing, 10, lastDay)).ok).toBe(true);

    const after = await viewRequest(filing.applicant, filing.filingId, lastDay);
    if (!after.ok) throw new Error(after.refusal.code);
    expect(after.value).toMatchObject({ dueOn: "2026-12-28", extraDays: 10, extensions: [] });
    expect(after.value.filing.turn).toMatchObject({ day: 15, of: 25, owner: "professional" });
    const promised = [before, after].map((it) => (it.ok && it.value.filing.promise?.decideBy) || "");
    expect(promised[1]?.localeCompare(promised[0] ?? "")).toBe(1);

    const status = await viewStatus(filing.applicant, filing.filingId, lastDay);
    expect(status.ok && status.value.events[0]).toMatchObject({ type: "answer_extended", dueOn: "2026-12-28" });
    const examination = await viewExamination(lee, filing.reference, lastDay);
    expect(examination.ok && examination.value.requests[0]).toMatchObject({ extraDays: 10, dueOn: "2026-12-28" });
    expect(examination.ok && examination.value.events[0]?.type).toBe("answer_extended");
    const mails = await database.mail.findMany({ where: { template: "answer_extended" } });
    expect(mails.filter(({ accountId }) => accountId === filing.applicant.accountId)).toHaveLength(1);
  });

  test("keeps the clock from closing the filing before the later day is over", async () => {
    const filing = await askedFiling(lee);
    await extend(filing, 3);
    await runOfficeClock(on("12-15"));
    expect((await filingNow(filing.filingId)).state).toBe("awaiting_applicant");
    await runOfficeClock(on("12-18"));
    expect((await filingNow(filing.filingId)).state).toBe("closed_no_response");
  });

  test("is given once, however many clicks ask for it at once", async () => {
    const filing = await askedFiling(lee);
    const version = await seen(filing.filingId);
    const clicks = await Promise.all(
      [1, 2, 3].map(() => extendAnswer(filing.applicant, { ...version, days: 2 }, monday)),
    );
    expect(clicks.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await extend(filing, 2)).toMatchObject({ refusal: { code: "unmet", condition: "not_extended" } });
    expect(await database.request.findFirst({ where: { filingId: filing.filingId } })).toMatchObject({ extraDays: 2 });
  });

  test("is not taken back by a hold", async () => {
    const filing = await askedFiling(lee);
    await extend(filing, 5);
    await holdFiling(ho, { ...(await seen(filing.filingId)), reason: "under_investigation" }, monday);
    await releaseFiling(ho, await seen(filing.filingId), monday);
    const request = await viewRequest(filing.applicant, filing.filingId, monday);
    expect(request.ok && request.value).toMatchObject({ dueOn: "2026-12-21", extraDays: 5 });
    expect(request.ok && request.value.filing.turn).toMatchObject({ day: 0, of: 20 });
  });

  test("is refused once the last day has passed, on hold, and to anybody else", async () => {
    const filing = await askedFiling(lee);
    expect(await extend(filing, 5, on("12-15"))).toMatchObject({ refusal: { condition: "in_time" } });
    const stranger = (await submittedFiling()).applicant;
    expect(await extend({ ...filing, applicant: stranger }, 5)).toMatchObject({ refusal: { code: "not_found" } });
    await holdFiling(ho, { ...(await seen(filing.filingId)), reason: "under_investigation" }, monday);
    expect(await extend(filing, 5)).toMatchObject({ refusal: { condition: "not_held" } });
  });
});

describe("requests of one filing", () => {
  test("are two at most: the second may have more time of its own, and a third is refused", async () => {
    const filing = await askedFiling(lee);
    await extend(filing, 10);
    await answerAll(filing);
    expect((await askAboutInstitution(lee, filing.filingId, { reason: "new_fact" })).ok).toBe(true);
    const second = await viewRequest(filing.applicant, filing.filingId, monday);
    expect(second.ok && second.value).toMatchObject({ round: 2, extraDays: 0 });
    expect((await extend(filing, 1)).ok).toBe(true);
    await answerAll(filing);
    expect(await askAboutInstitution(lee, filing.filingId, { reason: "new_fact" })).toMatchObject({
      refusal: { code: "unmet", condition: "rounds_left" },
    });
    expect(await database.request.count({ where: { filingId: filing.filingId } })).toBe(2);
    const examination = await viewExamination(lee, filing.reference, monday);
    expect(
      examination.ok && examination.value.offers.find(({ action }) => action === "request_information"),
    ).toMatchObject({ offered: false });
  });
});
