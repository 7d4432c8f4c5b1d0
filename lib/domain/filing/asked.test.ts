import { describe, expect, test } from "vitest";
import {
  changeableParts,
  faultsToMend,
  isOpenQuestion,
  mayChangeAnswer,
  mayChangePaper,
  mayChangeTask,
  subjectOf,
} from "./asked";
import type { EntryRules } from "./questions";

const rules: EntryRules = {
  code: "QH-CON-HK-ARCHITECT",
  field: "construction",
  evidence: ["id_hkid", "travel_permit"],
  experienceYears: null,
  cleanRecordYears: null,
};

test("an item names a task, one of its questions, a paper, or nothing but words", () => {
  expect(subjectOf("question:home_registration", rules)).toEqual({
    kind: "task",
    task: "home_registration",
    questions: ["home_registration_number", "home_registered_on", "home_registration_until"],
  });
  expect(subjectOf("question:employed_since", rules)).toEqual({
    kind: "task",
    task: "institution",
    questions: ["employed_since"],
  });
  expect(subjectOf("question:permit_number", rules)).toMatchObject({ questions: ["permit_number", "permit_reread"] });
  expect(subjectOf("paper:travel_permit", rules)).toEqual({ kind: "paper", paper: "travel_permit" });
  expect(subjectOf("paper:of_nobody", rules)).toEqual({ kind: "words" });
  expect(subjectOf("question", rules)).toEqual({ kind: "words" });
});

describe("what a professional may change", () => {
  const subjects = ["question:names", "paper:travel_permit"];

  test("of a draft is everything", () => {
    const changeable = changeableParts({ state: "draft", held: false }, [], rules);
    expect(mayChangeTask(changeable, "experience")).toBe(true);
    expect(mayChangePaper(changeable, "id_hkid")).toBe(true);
  });

  test("while a notice is open is what it asks for, and nothing else", () => {
    const changeable = changeableParts({ state: "awaiting_applicant", held: false }, subjects, rules);
    expect(mayChangeTask(changeable, "names")).toBe(true);
    expect(mayChangeTask(changeable, "identity")).toBe(false);
    expect(mayChangePaper(changeable, "travel_permit")).toBe(true);
    expect(mayChangePaper(changeable, "id_hkid")).toBe(false);
  });

  test("of one answer that was asked for is that answer, and what only follows from it", () => {
    const changeable = changeableParts({ state: "awaiting_applicant", held: false }, ["question:discipline"], rules);
    const no = { discipline: "no", penalty: "no" };
    const yes = { discipline: "yes", penalty: "no", details: "A reprimand in 2024." };
    expect(mayChangeAnswer(changeable, "discipline", no, yes)).toBe(true);
    expect(mayChangeAnswer(changeable, "details", no, yes)).toBe(true);
    expect(mayChangeAnswer(changeable, "details", yes, { ...yes, details: "None." })).toBe(false);
    expect(mayChangeAnswer(changeable, "penalty", no, { ...no, penalty: "yes" })).toBe(false);
  });

  test("is a field of its form, and so is what may come up with it; everything else is read", () => {
    const changeable = changeableParts({ state: "awaiting_applicant", held: false }, ["question:discipline"], rules);
    const no = { discipline: "no", penalty: "no" };
    expect(isOpenQuestion(changeable, "discipline", no)).toBe(true);
    expect(isOpenQuestion(changeable, "details", no)).toBe(true);
    expect(isOpenQuestion(changeable, "details", { ...no, penalty: "yes" })).toBe(false);
    expect(isOpenQuestion(changeable, "penalty", no)).toBe(false);
  });

  test("must be put right; what was not asked for and was wrong before keeps nobody from answering", () => {
    const changeable = changeableParts({ state: "awaiting_applicant", held: false }, ["question:mobile"], rules);
    const required = "validation.required";
    const faults = {
      before: { in_baseline: required },
      now: { in_baseline: required, mobile: required, position: required },
    };
    expect(faultsToMend(changeable, {}, faults)).toEqual({ mobile: required, position: required });
  });

  test("in any other state, or on hold, is nothing, whatever was once asked", () => {
    const states = ["submitted", "under_review", "second_check", "hearing", "approved", "refused", "withdrawn"];
    const standings = [...states.map((state) => ({ state, held: false })), { state: "awaiting_applicant", held: true }];
    for (const standing of standings) {
      const changeable = changeableParts(standing, subjects, rules);
      expect(mayChangeTask(changeable, "names")).toBe(false);
      expect(mayChangePaper(changeable, "travel_permit")).toBe(false);
    }
  });
});
