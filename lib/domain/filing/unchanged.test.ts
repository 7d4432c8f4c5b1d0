import { describe, expect, test } from "vitest";
import { changeableParts } from "./asked";
import type { EntryRules } from "./questions";
import { changedUnasked, differences, type Sent } from "./unchanged";

const rules: EntryRules = {
  code: "QH-CON-HK-ARCHITECT",
  field: "construction",
  evidence: ["id_hkid", "travel_permit"],
  experienceYears: null,
  cleanRecordYears: null,
};
const asked = (...subjects: string[]) => changeableParts({ state: "awaiting_applicant", held: false }, subjects, rules);
const paper = (evidenceKey: string, id: string) => ({ id, evidenceKey, half: "original", sha256: id.repeat(64) });

const sent: Sent = {
  answers: { surname: "Chan", mobile: "+852 9123 4567", discipline: "no", penalty: "no" },
  papers: [paper("id_hkid", "a"), paper("travel_permit", "b")],
};

describe("what an answer to a notice changes", () => {
  test("is nothing where nothing differs, in whatever order it is read", () => {
    expect(differences(sent, { ...sent, papers: [...sent.papers].reverse() })).toEqual([]);
  });

  test("is told by question and by paper: changed, added and taken away", () => {
    const now: Sent = {
      answers: { surname: "Chan", discipline: "no", penalty: "no", name_zh: "陳大文" },
      papers: [paper("id_hkid", "a"), paper("travel_permit", "c"), paper("photo", "d")],
    };
    expect(differences(sent, now)).toEqual([
      "question:mobile",
      "question:name_zh",
      "paper:photo",
      "paper:travel_permit",
    ]);
    expect(changedUnasked(asked("question:contact", "paper:travel_permit"), sent, now)).toEqual([
      "question:name_zh",
      "paper:photo",
    ]);
  });

  test("may be a question that only comes up with an answer that was asked for", () => {
    const yes = { ...sent, answers: { ...sent.answers, discipline: "yes", details: "A reprimand." } };
    expect(changedUnasked(asked("question:discipline"), sent, yes)).toEqual([]);
    expect(changedUnasked(asked("question:names"), sent, yes)).toEqual(["question:discipline"]);
  });

  test("is never an exchanged file for a paper nobody asked for", () => {
    const exchanged = {
      ...sent,
      papers: [{ ...paper("id_hkid", "a"), sha256: "f".repeat(64) }, ...sent.papers.slice(1)],
    };
    expect(changedUnasked(asked("paper:travel_permit"), sent, exchanged)).toEqual(["paper:id_hkid"]);
  });
});
