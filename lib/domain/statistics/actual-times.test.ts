import { expect, test } from "vitest";
import { actualTimes } from "./actual-times";

test("half of the professionals were answered within the median, nine of ten within the longer time", () => {
  const tally = [
    { days: 9, count: 4 },
    { days: 3, count: 3 },
    { days: 21, count: 1 },
    { days: 6, count: 2 },
  ];
  // 3 3 3 6 6 | 9 9 9 9 | 21
  expect(actualTimes(tally)).toEqual({ count: 10, median: 6, most: 9 });
});

test("four decided filings are too few to say anything, five are enough", () => {
  expect(actualTimes([{ days: 7, count: 4 }])).toBeNull();
  expect(actualTimes([{ days: 7, count: 5 }])).toEqual({ count: 5, median: 7, most: 7 });
  expect(actualTimes([])).toBeNull();
});

test("of five the median is the third and the longer time the last", () => {
  expect(actualTimes([1, 2, 3, 4, 50].map((days) => ({ days, count: 1 })))).toEqual({ count: 5, median: 3, most: 50 });
});
