import { describe, expect, test } from "vitest";
import { addWorkingDays, workingCalendar } from "@/lib/domain/calendar/working-days";
import { reminderDue } from "./reminders";

// A year without a day off but its weekends.
const calendar = workingCalendar([{ date: "2026-01-01", kind: "day_off" }]);
const monday = "2026-03-02";
const after = (days: number) => addWorkingDays(monday, days, calendar).date;
const asked = (days: number, moved = 0) => ({ sentOn: monday, until: after(days), dueOn: after(days + moved) });

describe("somebody who owes an answer is reminded", () => {
  test("at half time, seven and two working days before the last day, and each time by the nearest", () => {
    const due = (day: number) => reminderDue(asked(20), after(day), calendar);
    expect([0, 9].map(due)).toEqual([null, null]);
    expect([10, 12].map(due)).toEqual([10, 10]);
    expect([13, 17].map(due)).toEqual([7, 7]);
    expect([18, 20].map(due)).toEqual([2, 2]);
  });

  test("of fifteen days once where half time and seven days are the same day", () => {
    const due = (day: number) => reminderDue(asked(15), after(day), calendar);
    expect([7, 8, 12, 13].map(due)).toEqual([null, 7, 7, 2]);
  });

  test("of a short time only at what lies within it", () => {
    const due = (day: number) => reminderDue(asked(5), after(day), calendar);
    expect([0, 2, 3, 5].map(due)).toEqual([null, null, 2, 2]);
    expect(reminderDue(asked(2), monday, calendar)).toBeNull();
    expect(reminderDue(asked(2), after(1), calendar)).toBe(1);
  });

  test("later, where a hold has moved the last day", () => {
    expect(reminderDue(asked(20, 5), after(13), calendar)).toBeNull();
    expect(reminderDue(asked(20, 5), after(18), calendar)).toBe(7);
  });

  test("never once the last day has passed", () => {
    expect(reminderDue(asked(15), after(16), calendar)).toBeNull();
  });
});
