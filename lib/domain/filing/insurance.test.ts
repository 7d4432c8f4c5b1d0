import { describe, expect, test } from "vitest";
import { checksFor } from "./checks";
import {
  faultsOf,
  insuranceQuestions,
  keptForm,
  progressOf,
  questionsOf,
  type Answers,
  type EntryRules,
} from "./questions";
import { lapsesOf, selfTest } from "./self-test";

const silent: EntryRules = {
  code: "QH-CON-HK-ARCHITECT",
  field: "construction",
  evidence: ["id_hkid"],
  experienceYears: null,
  cleanRecordYears: null,
};
const asking: EntryRules = { ...silent, evidence: ["id_hkid", "pi_insurance"] };
const institution: Answers = {
  institution_name: "Harbour Architects Ltd",
  institution_place: "qianhai",
  position: "Architect",
  employed_since: "2020-01-01",
};
const insured: Answers = {
  ...institution,
  insurance_insurer: "Harbour Mutual",
  insurance_policy: "PI-2026-17",
  insurance_currency: "HKD",
  insurance_sum: "10000000",
  insurance_qianhai: "yes",
  insurance_from: "2026-01-01",
  insurance_until: "2027-06-30",
};
const today = "2026-11-23";
const lapsed = (differing: Answers) =>
  lapsesOf(asking, { ...insured, ...differing }, today).map(({ task, remark }) => [task, remark.is]);

describe("an entry whose version asks for insurance", () => {
  test("asks for it in the form and on the reviewer's list; every other asks nothing of the kind", () => {
    expect(questionsOf("institution", asking)).toEqual([...questionsOf("institution", silent), ...insuranceQuestions]);
    const asked = (rules: EntryRules) => checksFor(rules).find(({ key }) => key === "institution")?.questions;
    expect(asked(asking)).toEqual(expect.arrayContaining([...insuranceQuestions]));
    expect(asked(silent)).toHaveLength(4);
    expect(progressOf("institution", silent, institution)).toBe("completed");
    expect(progressOf("institution", asking, institution)).toBe("in_progress");
    expect(progressOf("institution", asking, insured)).toBe("completed");
  });

  test("takes a sum however its thousands are set apart, and nothing that is none", () => {
    for (const typed of ["10,000,000", "10 000 000", "１０'000'000"]) {
      expect(keptForm("insurance_sum", typed)).toBe("10000000");
    }
    expect(faultsOf("institution", asking, { ...insured, insurance_sum: "plenty" })).toEqual({
      insurance_sum: "validation.number",
    });
  });

  test("refuses cover that ends before it begins", () => {
    expect(faultsOf("institution", asking, { ...insured, insurance_until: "2025-12-31" })).toEqual({
      insurance_until: "validation.end_before_start",
    });
  });
});

describe("somebody whose insurance does not serve here", () => {
  test("is told before they submit: it is over, not yet begun, or ends at the border", () => {
    expect(lapsed({})).toEqual([]);
    expect(lapsed({ insurance_until: "2026-11-22" })).toEqual([["institution", "ended"]]);
    expect(lapsed({ insurance_until: today })).toEqual([]);
    expect(lapsed({ insurance_from: "2026-11-24" })).toEqual([["institution", "cover_not_begun"]]);
    expect(lapsed({ insurance_qianhai: "no" })).toEqual([["institution", "not_covered"]]);
  });

  test("is told of an end that comes soon, and of nothing where the entry does not ask", () => {
    const remarks = (rules: EntryRules, answers: Answers) =>
      selfTest({ rules, answers, files: [], today }).find(({ check }) => check === "institution")?.remarks;
    expect(remarks(asking, { ...insured, insurance_until: "2026-12-31" })).toEqual([
      { is: "ends_soon", question: "insurance_until", on: "2026-12-31" },
    ]);
    expect(remarks(silent, { ...insured, insurance_until: "2020-01-01" })).toEqual([]);
  });
});
