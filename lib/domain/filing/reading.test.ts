import { expect, test } from "vitest";
import type { EntryRules } from "./questions";
import { jobDefaults, jobFormSchema, numberWarnings, readAnswers, taskFormSchema } from "./reading";

const rules: EntryRules = {
  code: "QH-TAX-HK",
  field: "tax",
  evidence: ["id_passport", "travel_permit"],
  experienceYears: 3,
  cleanRecordYears: 3,
};

test("fields left empty are no answer, and what the form carries besides is none either", () => {
  const typed = { surname: "Chan", given_names: "", filingId: "x", name_on_home_register: "CHAN" };
  expect(readAnswers("names", rules, typed, [])).toEqual({ surname: "Chan", name_on_home_register: "CHAN" });
});

test("a number that is kept need not be typed again", () => {
  const typed = {
    identity_kind: "passport",
    identity_number: "",
    issuing_state: "UK",
    identity_expires_on: "2030-01-01",
  };
  const permit = { permit_kind: "home_return_permit", permit_number: "H12345678", permit_expires_on: "2030-01-01" };
  expect(taskFormSchema("identity", rules).safeParse({ ...typed, ...permit }).success).toBe(false);
  expect(taskFormSchema("identity", rules, ["identity_number"]).safeParse({ ...typed, ...permit }).success).toBe(true);
});

test("an answer that hangs on another is not asked without it", () => {
  const typed = { discipline: "no", penalty: "no", details: "left over", truth: "yes" };
  expect(readAnswers("declarations", rules, typed, [])).not.toHaveProperty("details");
  expect(readAnswers("declarations", rules, { ...typed, penalty: "yes" }, [])).toHaveProperty("details");
});

test("a post is read from its two months, in any width, and shown in them again", () => {
  const typed = { employer: "Office", role: "Architect", share: "100" };
  const read = jobFormSchema.parse({ ...typed, from_month: "２０１２-9-", to_month: "2014-01-" });
  expect(read).toEqual({ ...typed, from: "2012-09", to: "2014-01" });
  expect(jobDefaults(read)).toMatchObject({ from_month: "2012-09", to_month: "2014-01" });
  expect(jobFormSchema.parse({ ...typed, from_month: "2012-9-", to_month: "", current: "yes" }).to).toBe("");
});

test("a post without an end that does not go on, or that ends before it began, is not right", () => {
  const typed = { employer: "Office", role: "Architect", share: "100", from_month: "2012-9-" };
  const faultOf = (to_month: string) => jobFormSchema.safeParse({ ...typed, to_month }).error?.issues[0];
  expect(faultOf("")).toMatchObject({ path: ["to_month"], message: "validation.month" });
  expect(faultOf("2011-9-")).toMatchObject({ path: ["to_month"], message: "validation.end_before_start" });
  expect(faultOf("2013-13-")).toMatchObject({ path: ["to_month"], message: "validation.month" });
});

test("each number is doubted on its own, and only with its kind", () => {
  const answers = { identity_kind: "hkid", identity_number: "A123456(4)", permit_number: "nonsense" };
  expect(numberWarnings(answers)).toEqual([
    { number: "identity_number", reread: "identity_reread", warning: "identity.hkid_check_digit" },
  ]);
  expect(numberWarnings({ ...answers, permit_kind: "home_return_permit" })).toHaveLength(2);
  expect(numberWarnings({ ...answers, identity_number: "A123456(3)" })).toEqual([]);
});
