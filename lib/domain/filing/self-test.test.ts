import { describe, expect, test } from "vitest";
import type { PaperLanguage } from "@/lib/domain/document/chinese";
import { checksFor } from "./checks";
import { faultsOf, type Answers, type EntryRules } from "./questions";
import { lapsesOf, selfTest, type SelfTestFacts } from "./self-test";

const today = "2026-11-23";
const rules: EntryRules = {
  code: "QH-TAX-HK-CTA",
  field: "tax",
  evidence: ["id_hkid", "travel_permit", "registration_certificate", "photo", "zh_translation"],
  experienceYears: 3,
  cleanRecordYears: 3,
};
const whole: Answers = {
  name_zh: "陳大文",
  surname: "Chan",
  given_names: "Tai Man",
  name_on_home_register: "CHAN Tai-man, Peter",
  identity_kind: "hkid",
  identity_number: "sealed",
  permit_kind: "home_return_permit",
  permit_number: "sealed",
  permit_expires_on: "2030-05-01",
  home_registration_number: "A-1",
  home_registered_on: "2015-03-09",
  home_registration_until: "2027-12-31",
  institution_name: "Harbour Tax",
  institution_place: "hong_kong",
  position: "Adviser",
  employed_since: "2018-06-01",
  jobs: [{ employer: "Harbour Tax", role: "Adviser", from: "2018-06", to: "", share: "100" }],
  discipline: "no",
  penalty: "no",
  truth: "yes",
};
const papers = ["id_hkid", "travel_permit", "registration_certificate"];
const files = papers.flatMap((evidenceKey) =>
  (["original", "translation"] as const).map((half) => ({ evidenceKey, half })),
);
const facts = (differing: Answers = {}, other: Partial<SelfTestFacts> = {}): SelfTestFacts => ({
  rules,
  answers: { ...whole, ...differing },
  files,
  today,
  ...other,
});
const resultOf = (check: string, of: SelfTestFacts) => selfTest(of).find((it) => it.check === check);

test("there is one result for each check of the reviewer, in its order, and a filing in order holds throughout", () => {
  const results = selfTest(facts());
  expect(results.map(({ check }) => check)).toEqual(checksFor(rules).map(({ key }) => key));
  expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(["holds"]));
});

test("nothing is found of what was not answered yet, and each such check is incomplete", () => {
  const results = selfTest(facts({}, { answers: {}, files: [] }));
  expect(new Set(results.filter(({ check }) => check !== "paper:photo").map(({ outcome }) => outcome))).toEqual(
    new Set(["incomplete"]),
  );
  expect(lapsesOf(rules, {}, today)).toEqual([]);
});

describe("a day that has passed", () => {
  test.each([
    ["identity", "permit_expires_on"],
    ["home_registration", "home_registration_until"],
  ])("lapses the check of %s the day after, and is announced sixty days before", (check, question) => {
    const on = (day: string) => resultOf(check, facts({ [question]: day }));
    expect(on("2026-11-22")).toMatchObject({
      outcome: "lapsed",
      remarks: [{ is: "ended", question, on: "2026-11-22" }],
    });
    expect(on("2026-11-23")).toMatchObject({ outcome: "looked_at", remarks: [{ is: "ends_soon", question }] });
    expect(on("2027-01-22")).toMatchObject({ outcome: "looked_at" });
    expect(on("2027-01-23")).toMatchObject({ outcome: "holds", remarks: [] });
  });

  test("of a passport lapses it, and of a card that has no such day does not", () => {
    const ended = { identity_expires_on: "2026-01-01" };
    expect(resultOf("identity", facts(ended))?.outcome).toBe("holds");
    const abroad = { ...rules, evidence: ["id_passport"] };
    const passport = { identity_kind: "passport", issuing_state: "Portugal", ...ended };
    expect(lapsesOf(abroad, { ...whole, ...passport }, today)).toEqual([
      { task: "identity", remark: { is: "ended", question: "identity_expires_on", on: "2026-01-01" } },
    ]);
  });

  test("that is half typed is no day", () => {
    expect(lapsesOf(rules, { ...whole, permit_expires_on: "2026-" }, today)).toEqual([]);
  });
});

test("a home registration that begins only later cannot be filed yet", () => {
  expect(resultOf("home_registration", facts({ home_registered_on: "2026-12-01" }))).toMatchObject({
    outcome: "lapsed",
    remarks: [{ is: "not_begun", on: "2026-12-01" }],
  });
});

describe("practice", () => {
  const job = { employer: "A", role: "B", share: "100" };

  test("is counted part-time weighted, overlaps once, with its gaps", () => {
    const jobs = [
      { ...job, from: "2023-01", to: "2024-12", share: "50" },
      { ...job, from: "2024-01", to: "2024-12", share: "100" },
      { ...job, from: "2025-03", to: "2025-12" },
    ];
    // A year at half, a year in full, ten months.
    expect(resultOf("experience", facts({ jobs }))).toEqual({
      check: "experience",
      outcome: "lapsed",
      remarks: [
        { is: "months_short", question: "jobs", months: 28, needed: 36 },
        { is: "gap", question: "jobs", from: "2025-01", to: "2025-02" },
        { is: "gap", question: "jobs", from: "2026-01", to: "2026-10" },
      ],
    });
  });

  test("of just enough months suffices, and the entry may ask for none", () => {
    const enough = [{ ...job, from: "2023-11", to: "" }];
    expect(resultOf("experience", facts({ jobs: enough }))).toMatchObject({
      outcome: "holds",
      remarks: [{ is: "months_enough", months: 36, needed: 36 }],
    });
    const short = [{ ...job, from: "2023-12", to: "" }];
    expect(lapsesOf(rules, { ...whole, jobs: short }, today)).toHaveLength(1);
    expect(lapsesOf({ ...rules, experienceYears: null }, { ...whole, jobs: short }, today)).toEqual([]);
  });
});

test("what only a person can judge is said and stops nobody", () => {
  const looked = facts({
    name_on_home_register: "WONG Tai Man",
    identity_reread: "yes",
    discipline: "yes",
    details: "A reprimand in 2011.",
  });
  expect(resultOf("names", looked)?.remarks).toEqual([{ is: "name_differs", question: "name_on_home_register" }]);
  expect(resultOf("identity", looked)?.remarks).toEqual([{ is: "number_doubtful", question: "identity_number" }]);
  expect(resultOf("declarations", looked)).toMatchObject({
    outcome: "looked_at",
    remarks: [{ is: "declared", question: "discipline" }],
  });
  expect(lapsesOf(rules, looked.answers, today)).toEqual([]);
});

test("a paper without its Chinese version is told, one without any file is incomplete, an optional one holds", () => {
  const some = files.filter(({ evidenceKey, half }) => evidenceKey !== "id_hkid" && half === "original");
  expect(resultOf("paper:id_hkid", facts({}, { files: some }))).toMatchObject({
    outcome: "incomplete",
    remarks: [{ is: "file_missing", paper: "id_hkid" }],
  });
  expect(resultOf("paper:travel_permit", facts({}, { files: some }))).toMatchObject({
    outcome: "looked_at",
    remarks: [{ is: "chinese_missing", paper: "travel_permit", rule: "asked" }],
  });
  expect(resultOf("paper:photo", facts({}, { files: some }))).toMatchObject({ outcome: "holds", remarks: [] });
  const untranslated = { ...rules, evidence: rules.evidence.filter((key) => key !== "zh_translation") };
  expect(resultOf("paper:travel_permit", facts({}, { rules: untranslated, files: some }))?.outcome).toBe("holds");
});

test("a paper that is itself in Chinese does without, and one in a third language does not", () => {
  const given = (evidenceKey: string, language: PaperLanguage) => [
    ...files.filter((it) => it.evidenceKey !== evidenceKey),
    { evidenceKey, half: "original" as const, language },
  ];
  const inChinese = facts({}, { files: given("travel_permit", "chinese") });
  expect(resultOf("paper:travel_permit", inChinese)).toMatchObject({ outcome: "holds", remarks: [] });

  const untranslated = { ...rules, evidence: rules.evidence.filter((key) => key !== "zh_translation") };
  const inPortuguese = facts({}, { rules: untranslated, files: given("registration_certificate", "other") });
  expect(resultOf("paper:registration_certificate", inPortuguese)).toMatchObject({
    outcome: "looked_at",
    remarks: [{ is: "chinese_missing", rule: "foreign" }],
  });
});

test("a scan that is hard to read is told with its signs, in the translation too, and a reviewer looks at it", () => {
  const hard = files.map((it) =>
    it.evidenceKey === "id_hkid" ? { ...it, signs: it.half === "original" ? ["dark", "small"] : ["blurred"] } : it,
  ) as SelfTestFacts["files"];
  expect(resultOf("paper:id_hkid", facts({}, { files: hard }))).toEqual({
    check: "paper:id_hkid",
    outcome: "looked_at",
    remarks: [
      { is: "hard_to_read", paper: "id_hkid", half: "original", sign: "dark" },
      { is: "hard_to_read", paper: "id_hkid", half: "original", sign: "small" },
      { is: "hard_to_read", paper: "id_hkid", half: "translation", sign: "blurred" },
    ],
  });
});

test("what a task lacks is told question by question, with words for each", () => {
  expect(
    faultsOf("home_registration", rules, { home_registration_number: "A-1", home_registered_on: "2015-" }),
  ).toEqual({
    home_registered_on: "validation.date",
    home_registration_until: "validation.date",
  });
  expect(faultsOf("experience", rules, {})).toEqual({ jobs: "validation.required" });
  expect(faultsOf("names", rules, whole)).toEqual({});
});
