import { afterEach, expect, inject, test, vi } from "vitest";
import { seededBy } from "@/prisma/demonstration/seeded";
import { readCsv } from "@/prisma/data/read-csv";
import { addWorkingDays, type CalendarDay, receiptDay, workingCalendar, workingDaysBetween } from "./working-days";

const calendar = workingCalendar(readCsv("working-calendar.csv") as CalendarDay[]);
const seed = inject("seed");
const day = 86_400_000;

afterEach(() => vi.unstubAllEnvs());

// What the State Council announced for both years, typed from its notices: days off from and to, and weekends that are worked.
const daysOff = [
  ...["2025-01-01 2025-01-01", "2025-01-28 2025-02-04", "2025-04-04 2025-04-06", "2025-05-01 2025-05-05"],
  ...["2025-05-31 2025-06-02", "2025-10-01 2025-10-08", "2026-01-01 2026-01-03", "2026-02-15 2026-02-23"],
  ...["2026-04-04 2026-04-06", "2026-05-01 2026-05-05", "2026-06-19 2026-06-21", "2026-09-25 2026-09-27"],
  "2026-10-01 2026-10-07",
];
const weekendsWorked = [
  ...["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
  ...["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
];

/** The table of all working days, from the year before to the year after, counted in days since 1970. */
const table = (() => {
  const number = (date: string) => Date.parse(`${date}T00:00:00Z`) / day;
  const off = daysOff.flatMap((range) => {
    const [from = 0, to = 0] = range.split(" ").map(number);
    return Array.from({ length: to - from + 1 }, (_, n) => from + n);
  });
  const worked = new Set(weekendsWorked.map(number));
  const all = Array.from({ length: 4 * 366 }, (_, n) => number("2024-01-01") + n);
  // 1 January 1970 was a Thursday.
  return all.filter((n) => worked.has(n) || (![2, 3].includes(n % 7) && !off.includes(n)));
})();

const dateOf = (n: number) => new Date(n * day).toISOString().slice(0, 10);

/** The deadline as a clerk finds it: eight hours ahead of Greenwich, to 18:00, then with a finger along the table. */
function deadlineInTable(instant: number, limit: number) {
  const there = instant + 8 * 3_600_000;
  const today = Math.floor(there / day);
  const isLate = there % day > 18 * 3_600_000;
  const received = table.findIndex((n) => (isLate ? n > today : n >= today));
  const from = table[received] ?? 0;
  const ends = table[received + limit] ?? 0;
  // The notices of two years are out: a day before or after them is a guess.
  const provisional = dateOf(from + 1) < "2025-01-01" || dateOf(ends) > "2026-12-31";
  return { received: dateOf(from), ends: dateOf(ends), provisional };
}

// Days on which a clock or a calendar somewhere does something unusual: holidays and worked weekends here, the ends of
// years, and the days on which New York, London, Sydney, Santiago and Lord Howe change their clocks.
const unusual = [
  ...daysOff.flatMap((range) => range.split(" ")),
  ...weekendsWorked,
  ...["2024-12-31", "2025-12-31", "2026-12-28"],
  ...["2025-03-09", "2025-03-30", "2025-04-06", "2025-09-07", "2025-10-05", "2025-10-26", "2025-11-02"],
  ...["2026-03-08", "2026-03-29", "2026-04-05", "2026-09-06", "2026-10-04", "2026-10-25", "2026-11-01"],
];
const zones = ["Asia/Shanghai", "America/New_York", "Europe/London", "Australia/Lord_Howe", "America/Santiago", "UTC"];

test(
  `a thousand deadlines around unusual days are those of the table, wherever the server stands (SEED=${seed})`,
  { timeout: 30_000 },
  () => {
    const chance = seededBy(`deadlines ${seed}`);
    for (let n = 0; n < 1000; n++) {
      const around = Date.parse(`${unusual[chance.whole(0, unusual.length - 1)]}T00:00:00Z`);
      // Half of them to the millisecond around the hours at which a day or the office ends.
      const hour = chance.chance(0.5)
        ? chance.whole(-24, 47)
        : chance.whole(-1, 1) * 24 + (chance.chance(0.5) ? 10 : 16);
      const instant =
        around + hour * 3_600_000 + (chance.chance(0.3) ? chance.whole(-1, 1) : chance.whole(0, 3_599_999));
      const limit = chance.whole(1, 20);
      const zone = zones[n % zones.length] ?? "UTC";
      vi.stubEnv("TZ", zone);

      const received = receiptDay(new Date(instant), calendar);
      const { date: ends, provisional } = addWorkingDays(received, limit, calendar);
      const message = `${new Date(instant).toISOString()} and ${limit} working days in ${zone}, SEED=${seed}`;
      expect({ received, ends, provisional }, message).toEqual(deadlineInTable(instant, limit));
      expect(workingDaysBetween(received, ends, calendar), message).toBe(limit);
    }
  },
);
