import { describe, expect, test } from "vitest";
import { gapTo, pacePerMonth, projectedMonth } from "./pace";

const tenAMonth = [4, 16, 10, 10, 8, 12];

test("an administrator reads the pace as people a month", () => {
  expect(pacePerMonth(tenAMonth)).toBe(10);
  expect(pacePerMonth([1, 2, 3, 4, 5, 6])).toBe(3.5);
});

test("less than half a year of counts gives no pace", () => {
  expect(pacePerMonth([10, 10, 10, 10, 10])).toBeNull();
});

test("the distance to the target is never below nothing", () => {
  expect(gapTo(1000, 517)).toBe(483);
  expect(gapTo(1000, 1003)).toBe(0);
});

describe("the month of reaching the target", () => {
  const progress = { target: 1000, registered: 895, asOfMonth: "2026-03" };

  test("is told from the pace, and a month begun counts whole", () => {
    expect(projectedMonth(progress, tenAMonth)).toBe("2027-02");
  });

  test("is the present one once the target is reached", () => {
    expect(projectedMonth({ ...progress, registered: 1000 }, tenAMonth)).toBe("2026-03");
  });

  test("is not told from too few months, nor from months in which nobody came", () => {
    expect(projectedMonth(progress, tenAMonth.slice(1))).toBeNull();
    expect(projectedMonth(progress, [0, 0, 0, 0, 0, 0])).toBeNull();
    expect(projectedMonth(progress, [0, 0, 0, 0, 0, -1])).toBeNull();
  });
});
