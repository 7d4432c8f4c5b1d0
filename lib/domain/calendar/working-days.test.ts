import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "@/prisma/data/read-csv";
import {
  addDays,
  addWorkingDays,
  addYears,
  type CalendarDay,
  compareDays,
  isWorkingDay,
  officeDay,
  receiptDay,
  workingCalendar,
  workingDaysBetween,
} from "./working-days";

const calendar = workingCalendar(readCsv("working-calendar.csv") as CalendarDay[]);

describe("a limit in working days", () => {
  test.each([
    ["before the long October week", "2025-09-26", 5, "2025-10-10"],
    ["on the last day of the year", "2025-12-31", 1, "2026-01-04"],
    ["before the Spring Festival", "2026-02-13", 3, "2026-02-25"],
    ["before Labour Day", "2026-04-30", 5, "2026-05-11"],
    ["before the mid-autumn of 2026", "2026-09-18", 10, "2026-10-09"],
  ])("a professional who files %s knows the day of the answer", (_when, received, limit, ends) => {
    expect(addWorkingDays(received, limit, calendar)).toEqual({ date: ends, provisional: false });
    expect(workingDaysBetween(received, ends, calendar)).toBe(limit);
  });

  test("a limit of no days ends on the day of receipt", () => {
    expect(addWorkingDays("2026-10-01", 0, calendar)).toEqual({ date: "2026-10-01", provisional: false });
  });

  test("a limit that reaches into a year nobody has published yet is called provisional", () => {
    expect(addWorkingDays("2026-12-28", 3, calendar)).toEqual({ date: "2026-12-31", provisional: false });
    expect(addWorkingDays("2026-12-28", 4, calendar)).toEqual({ date: "2027-01-01", provisional: true });
  });

  test("an officer counts the days used and days left to the same total", () => {
    const day = fc.integer({ min: 0, max: 729 }).map((n) => addDays("2025-01-01", n));
    fc.assert(
      fc.property(day, fc.nat(40), fc.nat(40), (from, used, left) => {
        const { date: today } = addWorkingDays(from, used, calendar);
        const { date: due } = addWorkingDays(today, left, calendar);
        expect(addWorkingDays(from, used + left, calendar).date).toBe(due);
        expect(workingDaysBetween(from, due, calendar)).toBe(used + left);
        if (left > 0) expect(isWorkingDay(due, calendar)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("nothing is counted backwards", () => {
    expect(workingDaysBetween("2026-05-11", "2026-04-30", calendar)).toBe(0);
    expect(workingDaysBetween("2026-05-11", "2026-05-11", calendar)).toBe(0);
  });
});

describe("the office", () => {
  test("a working Sunday is a working day and a Friday in the golden week is not", () => {
    expect(isWorkingDay("2026-09-20", calendar)).toBe(true);
    expect(isWorkingDay("2026-10-02", calendar)).toBe(false);
    expect(isWorkingDay("2026-10-17", calendar)).toBe(false);
  });

  test("the day changes at midnight in Shanghai, wherever the server stands", () => {
    expect(officeDay(new Date("2026-03-09T15:59:59Z"))).toBe("2026-03-09");
    expect(officeDay(new Date("2026-03-09T16:00:00Z"))).toBe("2026-03-10");
  });

  test.each([
    ["at nine on a Monday", "2026-03-09T09:00:00+08:00", "2026-03-09"],
    ["as the office closes", "2026-03-09T18:00:00+08:00", "2026-03-09"],
    ["a moment after it closed", "2026-03-09T18:00:00.001+08:00", "2026-03-10"],
    ["on a Friday evening", "2026-03-13T20:15:00+08:00", "2026-03-16"],
    ["on a Saturday", "2026-03-14T10:00:00+08:00", "2026-03-16"],
    ["on a working Saturday", "2026-05-09T10:00:00+08:00", "2026-05-09"],
    ["in the golden week", "2026-10-01T10:00:00+08:00", "2026-10-08"],
  ])("what a professional sends %s counts from the right day", (_when, sent, received) => {
    expect(receiptDay(new Date(sent), calendar)).toBe(received);
  });
});

describe("calendar days", () => {
  test("a registration given on a leap day ends on the last of February", () => {
    expect(addYears("2028-02-29", 3)).toBe("2031-02-28");
    expect(addYears("2028-02-29", 4)).toBe("2032-02-29");
    expect(addYears("2026-03-10", 3)).toBe("2029-03-10");
  });

  test("days are added and taken away across months", () => {
    expect(addDays("2026-02-27", 2)).toBe("2026-03-01");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  });

  test("days sort from the earliest", () => {
    expect(["2026-10-01", "2025-12-31", "2026-02-01"].sort(compareDays)).toEqual([
      "2025-12-31",
      "2026-02-01",
      "2026-10-01",
    ]);
  });
});
