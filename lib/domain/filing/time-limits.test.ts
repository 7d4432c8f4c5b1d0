import { describe, expect, test } from "vitest";
import { workingCalendar, type CalendarDay } from "@/lib/domain/calendar/working-days";
import type { Filing } from "@/lib/domain/filing/filing";
import { daysUsedBy, standingAfter } from "@/lib/domain/filing/time-limits";
import type { Action } from "@/lib/domain/filing/workflow";
import { readCsv } from "@/prisma/data/read-csv";
import { wholeDraft } from "@/prisma/testing/whole-draft";

const calendar = workingCalendar(readCsv("working-calendar.csv") as CalendarDay[]);
const limits = { acceptanceDays: 5, decisionDays: 10, answerDays: 15, hearingDays: 5, noticeDays: 5 };

const draft = { ...wholeDraft, formalReady: false };

/** Takes steps one after the other, each at a moment of office time, and tells where the filing stands. */
function after(...steps: [Action, string][]) {
  return steps.reduce<Filing>(
    (filing, [action, at]) => ({ ...filing, ...standingAfter(filing, action, new Date(at), limits, calendar) }),
    draft,
  );
}

const monday = "2026-03-02T10:00:00+08:00";

describe("the clock of a filing", () => {
  test("a filing sent on a Monday is to be accepted by the next Monday", () => {
    expect(after(["submit", monday])).toMatchObject({
      state: "submitted",
      receivedOn: "2026-03-02",
      dueOn: "2026-03-09",
    });
  });

  test("what arrives after the office closed counts from the next working day", () => {
    expect(after(["submit", "2026-03-06T18:30:00+08:00"])).toMatchObject({
      receivedOn: "2026-03-09",
      dueOn: "2026-03-16",
    });
  });

  test("a decision is due ten working days after acceptance", () => {
    expect(after(["submit", monday], ["accept", "2026-03-04T09:00:00+08:00"])).toMatchObject({
      acceptedOn: "2026-03-04",
      dueOn: "2026-03-18",
    });
  });

  test("a filing nobody looked at counts as accepted on the day it was received", () => {
    expect(after(["submit", monday], ["deem_accepted", "2026-03-10T00:01:00+08:00"])).toMatchObject({
      acceptedOn: "2026-03-02",
      dueOn: "2026-03-16",
    });
  });

  test("time does not run for the office while the professional is asked", () => {
    const asked = after(
      ["submit", monday],
      ["accept", "2026-03-04T09:00:00+08:00"],
      ["request_information", "2026-03-09T15:00:00+08:00"],
    );
    expect(asked).toMatchObject({
      state: "awaiting_applicant",
      askedFrom: "under_review",
      daysUsed: 3,
      clockFrom: null,
      dueOn: "2026-03-30",
    });
    expect(daysUsedBy(asked, "2026-03-20", calendar)).toBe(3);

    const answered = after(
      ["submit", monday],
      ["accept", "2026-03-04T09:00:00+08:00"],
      ["request_information", "2026-03-09T15:00:00+08:00"],
      ["supplement", "2026-03-23T20:00:00+08:00"],
    );
    expect(answered).toMatchObject({
      state: "under_review",
      askedFrom: null,
      daysUsed: 3,
      clockFrom: "2026-03-24",
      dueOn: "2026-04-02",
    });
  });

  test("a proposed refusal waits for the professional's answer, then the office goes on where it stopped", () => {
    const heard = after(
      ["submit", monday],
      ["accept", "2026-03-04T09:00:00+08:00"],
      ["propose_refusal", "2026-03-09T15:00:00+08:00"],
      ["end_hearing", "2026-03-17T00:01:00+08:00"],
    );
    expect(heard).toMatchObject({ state: "second_check", daysUsed: 3, clockFrom: "2026-03-17", dueOn: "2026-03-26" });
  });

  test("a reopened filing goes on with the days that were left when it was refused, however long that is ago", () => {
    const refused = after(
      ["submit", monday],
      ["accept", "2026-03-04T09:00:00+08:00"],
      ["propose_refusal", "2026-03-09T15:00:00+08:00"],
      ["end_hearing", "2026-03-17T00:01:00+08:00"],
      ["refuse", "2026-03-19T10:00:00+08:00"],
    );
    expect(refused).toMatchObject({ state: "refused", daysUsed: 5, clockFrom: null, decidedOn: "2026-03-19" });
    const at = new Date("2026-04-13T10:00:00+08:00");
    const reopened = (daysUsed: number) =>
      standingAfter({ ...refused, daysUsed, endedFrom: "second_check" }, "reopen", at, limits, calendar);
    expect(reopened(5)).toMatchObject({
      state: "second_check",
      decidedOn: null,
      daysUsed: 5,
      clockFrom: "2026-04-13",
      dueOn: "2026-04-20",
    });
    // What was overdue already has a day.
    expect(reopened(14)).toMatchObject({ dueOn: "2026-04-14" });
  });

  test("a reopened request may be answered for five working days, while the office's clock stands still", () => {
    const closed = after(
      ["submit", monday],
      ["accept", "2026-03-04T09:00:00+08:00"],
      ["request_information", "2026-03-09T15:00:00+08:00"],
      ["close_no_response", "2026-03-31T00:01:00+08:00"],
    );
    const back = { ...closed, endedFrom: "awaiting_applicant", askedFrom: "under_review" } as const;
    const at = new Date("2026-04-13T10:00:00+08:00");
    expect(standingAfter(back, "reopen", at, limits, calendar)).toMatchObject({
      state: "awaiting_applicant",
      askedFrom: "under_review",
      daysUsed: 3,
      clockFrom: null,
      dueOn: "2026-04-20",
    });
  });

  test("a hold keeps the days that were left and a release gives them back", () => {
    const steps: [Action, string][] = [
      ["submit", monday],
      ["accept", "2026-03-04T09:00:00+08:00"],
      ["hold", "2026-03-12T09:00:00+08:00"],
    ];
    expect(after(...steps)).toMatchObject({ held: true, dueOn: null, daysLeft: 4, clockFrom: null, daysUsed: 6 });
    expect(after(...steps, ["release", "2026-03-20T09:00:00+08:00"])).toMatchObject({
      held: false,
      daysLeft: null,
      clockFrom: "2026-03-20",
      dueOn: "2026-03-26",
    });
  });

  test("a professional put on hold while answering keeps the days to answer, and the office's clock stays still", () => {
    const released = after(
      ["submit", monday],
      ["request_information", "2026-03-04T09:00:00+08:00"],
      ["hold", "2026-03-05T09:00:00+08:00"],
      ["release", "2026-03-12T09:00:00+08:00"],
    );
    expect(released).toMatchObject({
      state: "awaiting_applicant",
      askedFrom: "submitted",
      clockFrom: null,
      dueOn: "2026-04-01",
    });
  });

  test("a day in a year that nobody has published is called provisional", () => {
    expect(after(["submit", "2026-12-30T10:00:00+08:00"])).toMatchObject({ dueProvisional: true });
  });

  test("an ended filing is due to nobody and keeps the day of its decision", () => {
    const approved = after(
      ["submit", monday],
      ["accept", monday],
      ["propose_approval", monday],
      ["approve", "2026-03-05T10:00:00+08:00"],
    );
    expect(approved).toMatchObject({
      state: "approved",
      dueOn: null,
      clockFrom: null,
      decidedOn: "2026-03-05",
      daysUsed: 3,
    });
    expect(after(["submit", monday], ["withdraw", monday])).toMatchObject({
      state: "withdrawn",
      dueOn: null,
      decidedOn: null,
    });
  });
});
