import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Job, monthsOfPractice } from "./experience";

const job = (from: string, to: string | null, sharePercent = 100): Job => ({ from, to, sharePercent });
const today = "2026-05-10";

describe("a professional's practice", () => {
  test.each([
    ["a whole year", [job("2024-01", "2024-12")], 12],
    ["one month", [job("2024-01", "2024-01")], 1],
    ["a year at half time", [job("2024-01", "2024-12", 50)], 6],
    ["two jobs side by side", [job("2024-01", "2024-12"), job("2024-07", "2025-06")], 18],
    ["half time beside full time", [job("2024-01", "2024-12"), job("2024-01", "2024-12", 50)], 12],
    ["half time twice at once", [job("2024-01", "2024-12", 50), job("2024-01", "2024-12", 50)], 6],
    ["a job that goes on, up to last month", [job("2023-05", null)], 36],
    ["a job that ends next year, up to last month", [job("2023-05", "2027-12")], 36],
    ["a job that begins this month", [job("2026-05", null)], 0],
    ["a job still to come", [job("2027-01", null)], 0],
    ["no job", [], 0],
  ])("counts %s", (_what, jobs, months) => {
    expect(monthsOfPractice(jobs, today).months).toBe(months);
  });

  test("counts the month that ends today", () => {
    expect(monthsOfPractice([job("2026-05", null)], "2026-05-31").months).toBe(1);
    expect(monthsOfPractice([job("2026-05", null)], "2026-05-30").months).toBe(0);
  });

  test.each([
    ["2024-02-28", 0],
    ["2024-02-29", 1],
    ["2025-02-28", 1],
    ["2100-02-28", 1],
    ["2000-02-28", 0],
    ["2025-04-30", 1],
    ["2025-12-31", 1],
  ])("counts the month of %s by that evening: %s", (day, months) => {
    expect(monthsOfPractice([job(day.slice(0, 7), null)], day).months).toBe(months);
  });

  test("shows its gaps, the one up to now included", () => {
    const jobs = [job("2024-08", "2024-12"), job("2024-01", "2024-03"), job("2025-02", "2026-01")];
    expect(monthsOfPractice(jobs, today).gaps).toEqual([
      { from: "2024-04", to: "2024-07" },
      { from: "2025-01", to: "2025-01" },
      { from: "2026-02", to: "2026-04" },
    ]);
  });

  test("has no gap where one job follows another, nor before the first", () => {
    expect(monthsOfPractice([job("2024-01", "2024-03"), job("2024-04", null)], today).gaps).toEqual([]);
    expect(monthsOfPractice([], today).gaps).toEqual([]);
    expect(monthsOfPractice([job("2027-01", null)], today).gaps).toEqual([]);
  });
});

describe("whatever jobs somebody lists", () => {
  const month = fc
    .tuple(fc.integer({ min: 2010, max: 2027 }), fc.integer({ min: 1, max: 12 }))
    .map(([y, m]) => `${y}-${String(m).padStart(2, "0")}`);
  const anyJob = fc
    .tuple(month, fc.option(month), fc.integer({ min: 1, max: 100 }))
    .map(([a, b, share]) => (b === null || a <= b ? job(a, b, share) : job(b, a, share)));
  const jobs = fc.array(anyJob, { maxLength: 5 });

  test("listing a job twice, or in another order, changes nothing", () => {
    fc.assert(
      fc.property(jobs, (list) => {
        expect(monthsOfPractice([...list, ...list].reverse(), today)).toEqual(monthsOfPractice(list, today));
      }),
    );
  });

  test("one more job never makes less practice", () => {
    fc.assert(
      fc.property(jobs, anyJob, (list, more) => {
        const { months } = monthsOfPractice(list, today);
        expect(monthsOfPractice([...list, more], today).months).toBeGreaterThanOrEqual(months);
      }),
    );
  });
});
