import { describe, expect, test } from "vitest";
import { carriedFrom, type Source } from "./carry";
import type { Answers, EntryRules } from "./questions";

const rules: EntryRules = {
  code: "QH-CON-HK-ARCHITECT",
  field: "construction",
  evidence: ["id_hkid", "travel_permit", "registration_certificate"],
  experienceYears: 3,
  cleanRecordYears: null,
};
const answers: Answers = {
  name_zh: "陳大文",
  surname: "CHAN",
  given_names: "Tai Man",
  name_on_home_register: "CHAN Tai Man",
  identity_kind: "hkid",
  identity_number: "A1234563",
  permit_kind: "home_return_permit",
  permit_number: "H12345678",
  permit_expires_on: "2030-01-01",
  mobile: "+852 9123 4567",
  in_baseline: "no",
  home_registration_number: "A-1234",
  home_registered_on: "2015-05-05",
  home_registration_until: "2028-12-31",
  institution_name: "Harbour Architects Ltd",
  institution_place: "qianhai",
  position: "Architect",
  employed_since: "2020-01-01",
  jobs: [{ employer: "Harbour Architects Ltd", role: "Architect", from: "2016-01", to: "", share: "100" }],
  discipline: "no",
  penalty: "no",
  truth: "yes",
};
const source = (differing: Partial<Source> = {}): Source => ({
  id: "one",
  reference: "QH-2026-000001-0",
  entryCode: rules.code,
  sentOn: "2026-03-03",
  answers,
  metOn: {},
  ...differing,
});
const today = "2026-11-23";
const carried = (sources: Source[], present: Answers = {}, asking = rules) =>
  carriedFrom(asking, sources, present, today);
const itemsOf = (...them: Parameters<typeof carried>) => carried(...them).map(({ item }) => item);

const everything = [
  "name_zh",
  "latin_name",
  "name_on_home_register",
  "identity",
  "permit",
  "mobile",
  "in_baseline",
  "home_registration",
  "home_registration_until",
  "institution",
  "jobs",
];

describe("somebody who files again", () => {
  test("is offered everything they answered, and no declaration", () => {
    const offered = carried([source()]);
    expect(offered.map(({ item }) => item)).toEqual(everything);
    const questions = offered.flatMap(({ values }) => Object.keys(values));
    for (const declared of ["discipline", "penalty", "details", "truth"]) expect(questions).not.toContain(declared);
  });

  test("for another entry is not offered what stands on the register of the first", () => {
    const ofRegister = ["name_on_home_register", "home_registration", "home_registration_until"];
    expect(itemsOf([source({ entryCode: "QH-CON-HK-RPE-CIVIL" })])).toEqual(
      everything.filter((item) => !ofRegister.includes(item)),
    );
  });

  test("is not offered what the entry does not ask, or would not take", () => {
    const asking = { ...rules, evidence: ["id_passport"] };
    expect(itemsOf([source()], {}, asking)).not.toContain("permit");
    expect(itemsOf([source()], {}, asking)).not.toContain("identity");
    expect(itemsOf([source({ answers: { ...answers, mobile: "none" } })])).not.toContain("mobile");
  });

  test("is told what has ended and on which day, and the last day itself still counts", () => {
    const ends = (permit_expires_on: string) =>
      carried([source({ answers: { ...answers, permit_expires_on } })]).find(({ item }) => item === "permit")?.endedOn;
    expect(ends("2026-11-22")).toBe("2026-11-22");
    expect(ends(today)).toBeNull();
  });

  test("is offered nothing beside what they answered here, unless it only adds to it", () => {
    expect(itemsOf([source()], { mobile: "+852 6000 0000" })).not.toContain("mobile");
    expect(itemsOf([source()], { permit_kind: "home_return_permit" })).toContain("permit");
    expect(itemsOf([source()], { permit_kind: "residence_permit" })).not.toContain("permit");
    expect(itemsOf([source()], answers)).toEqual([]);
  });
});

describe("where it comes from", () => {
  const older = source({ id: "old", reference: "QH-2025-000001-0", sentOn: "2025-03-03" });

  test("is the latest filing that has an answer", () => {
    const latest = source({ answers: { mobile: "+852 6000 0000" } });
    const offered = carried([latest, older]);
    expect(offered.find(({ item }) => item === "mobile")).toMatchObject({ from: { id: "one" } });
    expect(offered.find(({ item }) => item === "name_zh")).toMatchObject({ from: { id: "old" } });
  });

  test("says when a reviewer last found these very answers in order, and nothing of others", () => {
    const verified = { ...older, metOn: { names: "2025-04-04", institution: "2025-04-05" } };
    const moved = source({ answers: { ...answers, institution_name: "Quay Design Ltd" } });
    const offered = carried([moved, verified]);
    expect(offered.find(({ item }) => item === "latin_name")?.verifiedOn).toBe("2025-04-04");
    expect(offered.find(({ item }) => item === "institution")?.verifiedOn).toBeNull();
  });
});
