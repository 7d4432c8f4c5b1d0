import { expect, test } from "vitest";
import { readCsv } from "@/prisma/data/read-csv";
import { readingOf, shareOfTarget } from "./reading";

const readings = Object.fromEntries(
  readCsv("indicators.csv").map((row) => [
    Number(row["number"]),
    readingOf({
      number: Number(row["number"]),
      baseline: Number(row["value_2022"]),
      targetHigh: Number(row["target_2025_high"]),
    }),
  ]),
);

test("no percentage is drawn where the plan's two numbers are not on one scale", () => {
  expect(readings).toEqual({
    1: "level",
    2: "level",
    3: "level",
    4: "over_period",
    5: "over_period",
    6: "over_period",
    7: "level",
    8: "level",
    9: "level",
    10: "level",
    11: "additions",
    12: "level",
    13: "level",
    14: "level",
  });
  expect(shareOfTarget("over_period", 5.864, 28)).toBeNull();
  expect(shareOfTarget("additions", 50, 40)).toBeNull();
});

test("517 of 1,000 is 51 per cent, and nobody rounds up to a target that is not reached", () => {
  expect(shareOfTarget("level", 517, 1000)).toBe(51);
  expect(shareOfTarget("level", 999.9, 1000)).toBe(99);
});
