import { describe, expect, test } from "vitest";
import type { EntryRules } from "./questions";
import { roundChanges } from "./round-changes";
import type { Sent } from "./unchanged";

const rules: EntryRules = {
  code: "QH-CON-HK-ARCHITECT",
  field: "construction",
  evidence: ["id_hkid", "travel_permit"],
  experienceYears: null,
  cleanRecordYears: null,
};
const paper = (evidenceKey: string, id: string) => ({ id, evidenceKey, half: "original", sha256: id.repeat(64) });

const before: Sent = {
  answers: { surname: "CHAN", given_names: "Tai Man", mobile: "+852 9123 4567", discipline: "no" },
  papers: [paper("id_hkid", "a"), paper("travel_permit", "b")],
};
const now: Sent = {
  answers: { surname: "CHAN", given_names: "Tai Man Peter", mobile: "+852 9123 4567", discipline: "no" },
  papers: [paper("id_hkid", "a"), paper("travel_permit", "c")],
};
const asked = (...subjects: string[]) => subjects.map((subject, at) => ({ number: at + 1, subject }));

describe("what a reviewer reads of an answered request", () => {
  test("is the old beside the new, under the item that asked for it", () => {
    const { items, besides } = roundChanges(before, now, asked("question:names", "paper:travel_permit"), rules);
    expect(items).toEqual([
      {
        item: { number: 1, subject: "question:names" },
        answers: [{ question: "given_names", before: "Tai Man", now: "Tai Man Peter" }],
        papers: [],
      },
      {
        item: { number: 2, subject: "paper:travel_permit" },
        answers: [],
        papers: [{ key: "travel_permit", before: [paper("travel_permit", "b")], now: [paper("travel_permit", "c")] }],
      },
    ]);
    expect(besides).toEqual({ answers: [], papers: [] });
  });

  test("names what stayed as it was, in the order of the form", () => {
    const { unchanged } = roundChanges(before, now, asked("question:names"), rules);
    expect(unchanged).toEqual({ questions: ["surname", "mobile", "discipline"], papers: ["id_hkid"] });
  });

  test("hides no change that no item asked for", () => {
    const { items, besides } = roundChanges(before, now, asked("question:institution"), rules);
    expect(items).toMatchObject([{ answers: [], papers: [] }]);
    expect(besides.answers.map(({ question }) => question)).toEqual(["given_names"]);
    expect(besides.papers.map(({ key }) => key)).toEqual(["travel_permit"]);
  });

  test("stands under one item only where two asked for the same", () => {
    const { items } = roundChanges(before, now, asked("question:given_names", "question:names"), rules);
    expect(items.map(({ answers }) => answers.length)).toEqual([1, 0]);
  });

  test("says what was given anew and what was taken away", () => {
    const gone: Sent = { answers: { ...now.answers, given_names: undefined }, papers: [paper("photo", "d")] };
    const { besides } = roundChanges(before, gone, [], rules);
    expect(besides.answers).toEqual([{ question: "given_names", before: "Tai Man", now: null }]);
    expect(besides.papers).toMatchObject([
      { key: "id_hkid", now: [] },
      { key: "travel_permit", now: [] },
      { key: "photo", before: [] },
    ]);
  });
});
