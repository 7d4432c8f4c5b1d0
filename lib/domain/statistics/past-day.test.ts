import { expect, test } from "vitest";
import { endedMonths, lastDayOf, writePastNumbers } from "./past-day";

test("a month ends on its last day, in a leap year too", () => {
  expect([lastDayOf("2026-02"), lastDayOf("2028-02"), lastDayOf("2026-12")]).toEqual([
    "2026-02-28",
    "2028-02-29",
    "2026-12-31",
  ]);
});

test("somebody who looks back finds every month that is over, and not the present one", () => {
  expect(endedMonths("2025-11-14", "2026-02-01")).toEqual(["2026-01", "2025-12", "2025-11"]);
  expect(endedMonths("2026-02-01", "2026-02-28")).toEqual([]);
});

test("the same numbers are the same bytes, in whatever order they were counted", () => {
  const one = { field: "construction", state: "approved", count: 2 } as const;
  const other = { field: "construction", state: "refused", count: 1 } as const;
  const of = (filings: (typeof one | typeof other)[]) =>
    writePastNumbers({ on: "2026-01-31", registered: 520, validThen: 3, filings });
  expect(of([one, other])).toBe(of([other, one]));
  expect(of([one])).not.toBe(of([other]));
});
