import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Professional } from "@/lib/domain/actor";
import type { AnswerValue } from "@/lib/domain/filing/questions";
import { publishVersion } from "@/prisma/testing/list-scene";
import { architect, completeDraft, monday, openOffice, professional } from "@/prisma/testing/review-office";
import { submitFiling } from "./submit-filing";
import { viewMyFiling } from "./view-my-filing";

const aYearLater = new Date("2027-11-23T02:00:00Z");

beforeAll(openOffice);

let chan: Professional;
beforeEach(async () => {
  chan = await professional();
});

const draftWith = (differing: Record<string, AnswerValue>) => completeDraft(chan, monday, differing);

const notSubmitted = async (filingId: string, now: Date) => {
  expect(await submitFiling(chan, { filingId, version: 1 }, now)).toEqual({
    ok: false,
    refusal: { code: "unmet", condition: "up_to_date" },
  });
  expect(await database.filing.findUnique({ where: { id: filingId } })).toMatchObject({ state: "draft", version: 1 });
  expect(await database.submission.count({ where: { filingId } })).toBe(0);
  expect(await database.event.count({ where: { filingId } })).toBe(0);
};

const seen = async (filingId: string, now: Date) => {
  const view = await viewMyFiling(chan, filingId, now);
  if (!view.ok) throw new Error(view.refusal.code);
  return view.value;
};

describe("what has lapsed since it was answered", () => {
  test.each([
    ["permit", "permit_expires_on", "identity"],
    ["home registration", "home_registration_until", "home_registration"],
  ] as const)("an expired %s is not submitted: its task says so and opens", async (_what, question, task) => {
    const draft = await draftWith({ [question]: "2027-01-31" });
    expect((await seen(draft, monday)).tasks[task]).toBe("completed");
    expect((await seen(draft, monday)).actions).toContain("submit");

    const lapsed = await seen(draft, aYearLater);
    expect(lapsed.tasks).toMatchObject({ [task]: "update_needed", check: "cannot_start" });
    expect(lapsed.progress).toMatchObject({ next: task, open: [task] });
    expect(lapsed.actions).not.toContain("submit");
    expect(lapsed.selfTest.find(({ check }) => check === task)).toEqual({
      check: task,
      outcome: "lapsed",
      remarks: [{ is: "ended", question, on: "2027-01-31" }],
    });
    await notSubmitted(draft, aYearLater);
  });

  test("on its last day it still holds", async () => {
    const draft = await draftWith({ permit_expires_on: "2026-11-23" });
    expect((await submitFiling(chan, { filingId: draft, version: 1 }, monday)).ok).toBe(true);
  });

  test("too few months of practice are not submitted, and enough are", async () => {
    await publishVersion(architect, { experienceYears: 3 }, monday);
    const job = { employer: "Harbour", role: "Architect", from: "2023-11", to: "", share: "100" };
    const short = await draftWith({ jobs: [{ ...job, share: "50" }] });
    expect((await seen(short, monday)).tasks.experience).toBe("update_needed");
    await notSubmitted(short, monday);

    await database.answer.update({
      where: { filingId_question: { filingId: short, question: "jobs" } },
      data: { value: [job] },
      select: { question: true },
    });
    expect((await submitFiling(chan, { filingId: short, version: 1 }, monday)).ok).toBe(true);
  });
});
