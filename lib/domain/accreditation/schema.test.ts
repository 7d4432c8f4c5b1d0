import { describe, expect, test } from "vitest";
import { readCsv } from "@/prisma/data/read-csv";
import { authorityCodes, fields, listColumns, listRowSchema, rowProblems } from "./schema";

const rows = readCsv("accreditation-list.csv");
const authorities = readCsv("competent-authorities.csv");
const [architect = {}] = rows;

const problemsOf = (row: Record<string, unknown>) => {
  const { error } = listRowSchema.safeParse(row);
  return error ? rowProblems(error) : [];
};

test("every row of the published list is read, and 39 are confirmed", () => {
  const read = rows.map((row) => listRowSchema.parse(row));
  expect(read).toHaveLength(90);
  expect(read.filter((row) => row.confirmed)).toHaveLength(39);
  expect(new Set(read.map((row) => row.code)).size).toBe(90);
});

test("the columns keep the order of the spreadsheet", () => {
  expect(Object.keys(architect)).toEqual(listColumns);
});

test("the fields and authorities are those of the authorities' table", () => {
  expect(authorities.map((row) => row["code"])).toEqual(authorityCodes);
  expect(authorities.flatMap((row) => row["fields"]?.split("|")).sort()).toEqual([...fields].sort());
});

test("empty columns become nothing and full ones what they mean", () => {
  expect(listRowSchema.parse({ ...architect, experience_years: "3", source_url: "" })).toMatchObject({
    experience_years: 3,
    clean_record_years: null,
    effective_from: "2020-10-01",
    effective_to: null,
    confirmed: true,
    source_url: null,
    evidence_required: expect.arrayContaining(["id_hkid", "travel_permit"]),
  });
});

describe("an administrator who imports a row is told of a column", () => {
  test.each([
    ["code", "architect", "not_a_code"],
    ["field", "astrology", "not_one_of"],
    ["competent_authority", "", "not_one_of"],
    ["jurisdiction", "hk", "not_one_of"],
    ["qualification_zh_hant", " ", "empty"],
    ["scope_of_practice_en", "x".repeat(501), "too_long"],
    ["evidence_required", "id_hkid|horoscope", "unknown_evidence"],
    ["experience_years", "three", "not_years"],
    ["experience_years", "0", "not_years"],
    ["effective_from", "2026-02-30", "not_a_date"],
    ["effective_to", "2020-09-30", "ends_before_start"],
    ["confirmed", "maybe", "not_one_of"],
    ["source_url", "javascript:alert(1)", "not_an_address"],
    ["qualification_en", undefined, "missing"],
    ["effective_to", undefined, "missing"],
  ])("%s that reads %j", (column, value, message) => {
    expect(problemsOf({ ...architect, [column]: value })).toEqual([{ column, message: `fields.row.${message}` }]);
  });

  test("that nobody knows", () => {
    expect(problemsOf({ ...architect, fee: "100" })).toEqual([{ column: "fee", message: "fields.row.unknown_column" }]);
  });

  test("and of every other one that is wrong at once", () => {
    const wrong = problemsOf({ ...architect, field: "", route: "", filed_by: "" });
    expect(wrong.map((it) => it.column)).toEqual(["field", "route", "filed_by"]);
  });
});
