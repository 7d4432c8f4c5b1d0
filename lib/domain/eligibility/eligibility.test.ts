import { describe, expect, test } from "vitest";
import { papersFor } from "@/lib/domain/accreditation/evidence";
import { listRowSchema } from "@/lib/domain/accreditation/schema";
import { checksFor } from "@/lib/domain/filing/checks";
import { fittingAnswers, type EntryRules } from "@/lib/domain/filing/questions";
import { readCsv } from "@/prisma/data/read-csv";
import { carriedAnswers, obstaclesIn } from "./obstacles";
import {
  answeredAnew,
  answersThatHold,
  isReached,
  mostQuestions,
  nextQuestion,
  papersToHold,
  questionsFor,
  type CheckAnswers,
} from "./questions";

const today = "2026-11-23";

const entries: EntryRules[] = readCsv("accreditation-list.csv").map((row) => {
  const entry = listRowSchema.parse(row);
  return {
    code: entry.code,
    field: entry.field,
    evidence: entry.evidence_required,
    experienceYears: entry.experience_years,
    cleanRecordYears: entry.clean_record_years,
  };
});
const entry = (code: string) => {
  const found = entries.find((it) => it.code === code);
  if (!found) throw new Error(`${code} is not on the list`);
  return found;
};
const architect = entry("QH-CON-HK-ARCHITECT");
const taxAdviser = entry("QH-TAX-HK-CTA");
const solicitor = entry("QH-LEG-HK-SOLICITOR");

/** Answers with which nothing stands in the way. */
const good = (rules: EntryRules): CheckAnswers => ({
  registered: "yes",
  home_registration_until: "2027-12-31",
  identity_kind: rules.evidence.includes("id_hkid") ? "hkid" : "passport",
  permit_kind: "home_return_permit",
  years: "3",
  record: "no",
  papers: papersToHold(rules),
});
/** Answers that fail everything an entry asks for. */
const bad: CheckAnswers = {
  registered: "no",
  identity_kind: "none",
  permit_kind: "none",
  months: "0",
  record: "yes",
  latest: today,
  papers: ["none"],
};
const kinds = (rules: EntryRules, answers: CheckAnswers) => obstaclesIn(rules, answers, today).map(({ kind }) => kind);

describe("what is asked", () => {
  test.each(entries.map((rules) => [rules.code, rules] as const))(
    "%s asks at most seven questions, the choice of the qualification included",
    (_code, rules) => {
      expect(questionsFor(rules).length + 1).toBeLessThanOrEqual(mostQuestions);
      expect(nextQuestion(rules, bad, today)).toBeNull();
    },
  );

  test("an architect is asked for neither years of practice nor a permit of another kind; a tax adviser is asked for years", () => {
    expect(questionsFor(architect)).toEqual(["home_registration", "identity_kind", "permit_kind", "record", "papers"]);
    expect(questionsFor(taxAdviser)).toContain("practice");
    expect(papersToHold(solicitor)).toEqual([
      "practising_certificate",
      "gba_legal_exam_pass",
      "training_certificate",
      "employment_proof",
    ]);
  });

  test("an entry that changes is asked about differently from then on", () => {
    const before = { ...good(architect), years: undefined };
    expect(nextQuestion(architect, before, today)).toBeNull();
    const stricter = { ...architect, experienceYears: 5, evidence: [...architect.evidence, "health_check"] };
    expect(nextQuestion(stricter, before, today)).toBe("practice");
    expect(kinds(stricter, { ...before, years: "4" })).toEqual(["practice", "paper"]);
  });
});

describe("the order", () => {
  test("nobody comes to a question before those ahead of it are answered", () => {
    expect(isReached("home_registration", architect, {}, today)).toBe(true);
    expect(isReached("identity_kind", architect, {}, today)).toBe(false);
    expect(isReached("papers", architect, { registered: "no" }, today)).toBe(false);
    expect(isReached("identity_kind", architect, { registered: "no" }, today)).toBe(true);
  });

  test("a question that the entry does not ask, or that does not exist, cannot be reached", () => {
    expect(isReached("practice", architect, good(architect), today)).toBe(false);
    expect(isReached("result", architect, good(architect), today)).toBe(false);
  });

  test("whoever is registered says until when, and an impossible day is no answer", () => {
    expect(nextQuestion(architect, { registered: "yes" }, today)).toBe("home_registration");
    const impossible = { registered: "yes", home_registration_until: "2027-02-30" };
    expect(nextQuestion(architect, impossible, today)).toBe("home_registration");
  });

  test("a day of a penalty that has not come yet is no answer", () => {
    const answers = { ...good(taxAdviser), record: "yes", latest: "2026-11-24" };
    expect(nextQuestion(taxAdviser, answers, today)).toBe("record");
  });

  test("an answer given anew replaces what belonged to the old one", () => {
    const anew = answeredAnew(good(architect), "home_registration", { registered: "no" });
    expect(answersThatHold(architect, anew, today)).not.toHaveProperty("home_registration_until");
  });

  test("some papers and none of them cannot both be true", () => {
    expect(nextQuestion(architect, { ...good(architect), papers: ["employment_proof", "none"] }, today)).toBe("papers");
  });
});

describe("what stands in the way", () => {
  test.each(entries.map((rules) => [rules.code, rules] as const))(
    "%s: nothing for who has everything; for who has nothing all of it at once, each a check of the reviewer",
    (_code, rules) => {
      expect(obstaclesIn(rules, good(rules), today)).toEqual([]);
      const found = obstaclesIn(rules, bad, today);
      const checks = checksFor(rules).map(({ key }) => key);
      for (const { check } of found) expect(checks).toContain(check);
      const papers = papersFor(rules).filter(({ isRequired }) => isRequired).length;
      expect(found.length).toBeGreaterThanOrEqual(Math.min(papers, 3));
    },
  );

  test("a registration stands on its last day and not on the next", () => {
    const until = (home_registration_until: string) =>
      kinds(architect, { ...good(architect), home_registration_until });
    expect(until(today)).toEqual([]);
    expect(until("2026-11-22")).toEqual(["registration_ended"]);
  });

  test("28 months of practice are 8 short of three years, and complete in July", () => {
    const answers = { ...good(taxAdviser), years: "2", months: "4" };
    expect(obstaclesIn(taxAdviser, answers, today)).toEqual([
      { check: "experience", kind: "practice", years: 3, missing: 8, from: "2027-07" },
    ]);
    expect(kinds(taxAdviser, { ...answers, years: "2", months: "11" })).toEqual(["practice"]);
    expect(kinds(taxAdviser, { ...answers, years: "3", months: undefined })).toEqual([]);
  });

  test("a penalty stands in the way for three years to the day, where the entry asks for three", () => {
    const after = (latest: string) => obstaclesIn(taxAdviser, { ...good(taxAdviser), record: "yes", latest }, today);
    expect(after("2023-11-24")).toMatchObject([{ kind: "record", years: 3, until: "2026-11-24" }]);
    expect(after("2023-11-23")).toEqual([]);
  });

  test("where no years are counted a penalty is explained in the filing, unless the entry asks for none at all", () => {
    expect(kinds(architect, { ...good(architect), record: "yes" })).toEqual([]);
    expect(kinds(solicitor, { ...good(solicitor), record: "yes" })).toEqual(["record_ever"]);
  });
});

describe("what a filing takes over", () => {
  test("the answers that its own form would take, and no others", () => {
    expect(fittingAnswers(architect, carriedAnswers(good(architect), today))).toEqual({
      home_registration_until: "2027-12-31",
      identity_kind: "hkid",
      permit_kind: "home_return_permit",
      discipline: "no",
      penalty: "no",
    });
    expect(fittingAnswers(architect, carriedAnswers(bad, today))).toEqual({});
    const ended = { registered: "yes", home_registration_until: "2026-11-22" };
    expect(fittingAnswers(architect, carriedAnswers(ended, today))).toEqual({});
  });

  test("a number, or a document that the entry does not accept, is not taken over", () => {
    const forged = { identity_kind: "passport", identity_number: "A123456(3)", home_registration_until: "soon" };
    expect(fittingAnswers(architect, forged)).toEqual({});
  });
});
