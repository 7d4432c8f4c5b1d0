import { describe, expect, test } from "vitest";
import { completeMonths, recordedPoints } from "./series";

const counts = [
  { month: "2026-08", count: 3 },
  { month: "2026-10", count: 2 },
];

describe("the line of people recorded here", () => {
  test("begins with the first of them, stands at the end of each month, and ends today", () => {
    expect(recordedPoints(517, counts, "2026-11-22")).toEqual([
      { on: "2026-08-31", value: 520 },
      { on: "2026-09-30", value: 520 },
      { on: "2026-10-31", value: 522 },
      { on: "2026-11-22", value: 522 },
    ]);
  });

  test("has no point while nobody is recorded: a gap is not a zero", () => {
    expect(recordedPoints(517, [], "2026-11-22")).toEqual([]);
  });

  test("ends on the last day of a month only once", () => {
    expect(recordedPoints(517, [{ month: "2026-11", count: 1 }], "2026-11-30")).toEqual([
      { on: "2026-11-30", value: 518 },
    ]);
  });
});

test("the pace is taken from months that are over, the quiet ones included", () => {
  expect(completeMonths(counts, "2026-11-22", 6)).toEqual([
    { month: "2026-08", count: 3 },
    { month: "2026-09", count: 0 },
    { month: "2026-10", count: 2 },
  ]);
  expect(completeMonths(counts, "2026-11-22", 2).map(({ month }) => month)).toEqual(["2026-09", "2026-10"]);
});
