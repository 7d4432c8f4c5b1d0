import { expect, test } from "vitest";
import { isWorkingDay } from "@/lib/domain/calendar/working-days";
import { readWorkingCalendar } from "./calendar";
import { database, transaction } from "./client";

const holiday = "2031-10-01";
const dayOff = { day: new Date(holiday), kind: "day_off" } as const;

test("a day that an administrator adds or takes away counts at the next question", async () => {
  expect(isWorkingDay(holiday, await readWorkingCalendar(database))).toBe(true);
  await database.calendarDay.create({ data: dayOff });
  expect(isWorkingDay(holiday, await readWorkingCalendar(database))).toBe(false);
  await database.calendarDay.delete({ where: { day: dayOff.day } });
  expect(isWorkingDay(holiday, await readWorkingCalendar(database))).toBe(true);
});

test("nobody goes by a day whose writing was taken back", async () => {
  const broken = transaction(async (db) => {
    await db.calendarDay.create({ data: dayOff });
    expect(isWorkingDay(holiday, await readWorkingCalendar(db))).toBe(false);
    throw new Error("the administrator thinks again");
  });
  await expect(broken).rejects.toThrow("thinks again");
  expect(isWorkingDay(holiday, await readWorkingCalendar(database))).toBe(true);
});
