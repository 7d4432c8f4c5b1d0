import { describe, expect, test } from "vitest";
import { papersFor } from "@/lib/domain/accreditation/evidence";
import { carriedFrom } from "./carry";
import { checksFor } from "./checks";
import { formerNameIn, rulesWithFormerName } from "./former-name";
import { answersTo, faultsOf, progressOf, type Answers, type EntryRules } from "./questions";
import { selfTest } from "./self-test";

const rules: EntryRules = {
  code: "QH-CON-HK-ARCHITECT",
  field: "construction",
  evidence: ["id_macao", "registration_certificate"],
  experienceYears: null,
  cleanRecordYears: null,
};
const today = "2026-11-23";
const now: Answers = { name_zh: "李嘉欣", surname: "LEE", given_names: "Ka Yan", name_on_home_register: "WONG Ka Yan" };
const before: Answers = { ...now, former_surname: "Wong", former_given_names: "Ka Yan", former_name_until: "2009" };
const faults = (answers: Answers) => faultsOf("names", rules, answers);

describe("somebody who had another name before", () => {
  test("need not say so, nor from when to when", () => {
    expect(faults(now)).toEqual({});
    expect(progressOf("names", rules, now)).toBe("completed");
    expect(faults({ ...now, former_name_zh: "王嘉欣" })).toEqual({});
  });

  test("gives years as years, in their order, and with the name they belong to", () => {
    expect(faults({ ...before, former_name_until: "last year" })).toEqual({ former_name_until: "validation.year" });
    expect(faults({ ...before, former_name_from: "2010" })).toEqual({
      former_name_until: "validation.end_before_start",
    });
    expect(faults({ ...now, former_name_from: "2001" })).toEqual({ former_surname: "validation.one_name" });
  });

  test("is told that the home register has it, in place of a name that fits nobody", () => {
    const remarks = (answers: Answers) =>
      selfTest({ rules, answers, files: [], today }).find(({ check }) => check === "names")?.remarks;
    expect(remarks(before)).toEqual([{ is: "former_name", question: "name_on_home_register" }]);
    expect(remarks(now)).toEqual([{ is: "name_differs", question: "name_on_home_register" }]);
    expect(remarks({ ...before, name_on_home_register: "LEE Ka Yan" })).toEqual([]);
  });

  test("may prove the change with a paper, which a reviewer then checks; nobody else is asked", () => {
    const asked = rulesWithFormerName(rules, before);
    expect(papersFor(asked).find(({ key }) => key === "name_change")).toMatchObject({ isRequired: false });
    expect(checksFor(asked).map(({ key }) => key)).toContain("paper:name_change");
    expect(rulesWithFormerName(rules, now)).toBe(rules);
  });

  test("is offered it again in a later filing, whichever part it has", () => {
    const source = { id: "1", reference: "QH-2026-000001-0", entryCode: "other", sentOn: "2026-01-05", metOn: {} };
    const offered = carriedFrom(rules, [{ ...source, answers: before }], {}, today);
    expect(offered.find(({ item }) => item === "former_name")?.values).toEqual({
      former_surname: "Wong",
      former_given_names: "Ka Yan",
      former_name_until: "2009",
    });
    expect(carriedFrom(rules, [{ ...source, answers: now }], {}, today).map(({ item }) => item)).not.toContain(
      "former_name",
    );
  });
});

test("years alone are no name", () => {
  expect(formerNameIn({ former_name_from: "2001" })).toBeNull();
  expect(formerNameIn(before)).toEqual({ nameZh: null, surname: "Wong", givenNames: "Ka Yan" });
});

describe("a Macao card", () => {
  const card: Answers = { identity_kind: "macao_id", identity_number: "sealed" };

  test("is watched until its last day, and a few have none", () => {
    const ended = (answers: Answers) =>
      selfTest({ rules, answers, files: [], today }).find(({ check }) => check === "identity")?.remarks;
    expect(ended({ ...card, identity_expires_on: "2026-11-22" })).toEqual([
      { is: "ended", question: "identity_expires_on", on: "2026-11-22" },
    ]);
    expect(progressOf("identity", rules, card)).toBe("completed");
  });

  test("has a last day where a Hong Kong card has none to ask for", () => {
    const given = { identity_number: "sealed", identity_expires_on: "2030-01-01" };
    const any = { ...rules, evidence: [] };
    expect(answersTo("identity", any, { ...given, identity_kind: "macao_id" })).toHaveProperty("identity_expires_on");
    expect(answersTo("identity", any, { ...given, identity_kind: "hkid" })).not.toHaveProperty("identity_expires_on");
  });
});
