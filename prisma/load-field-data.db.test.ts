import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { dayColumn, plainDay } from "@/lib/data/days";
import { listRowSchema } from "@/lib/domain/accreditation/schema";
import { readCsv } from "./data/read-csv";
import { loadFieldData, rowsOf } from "./load-field-data";

const firstStart = new Date("2026-11-22T02:00:00Z");
const secondStart = new Date("2026-11-23T02:00:00Z");

/** Everything the loader writes, in an order of its own. */
async function everything() {
  return {
    authorities: await database.authority.findMany({ orderBy: { code: "asc" } }),
    fields: await database.field.findMany({ orderBy: { code: "asc" } }),
    entries: await database.listEntry.findMany({ orderBy: { code: "asc" } }),
    versions: await database.listEntryVersion.findMany({ orderBy: [{ entryCode: "asc" }, { number: "asc" }] }),
    indicators: await database.indicator.findMany({ orderBy: { number: "asc" } }),
    observations: await database.observation.findMany({ orderBy: { id: "asc" } }),
    calendar: await database.calendarDay.findMany({ orderBy: { day: "asc" } }),
  };
}

beforeAll(() => loadFieldData(firstStart));

test("the office opens with the whole list, every authority, indicator, observation and day of the calendar", async () => {
  const { authorities, fields, entries, versions, indicators, observations, calendar } = await everything();
  expect(entries).toHaveLength(90);
  expect(versions).toHaveLength(90);
  expect(versions.filter(({ confirmed }) => confirmed)).toHaveLength(39);
  expect(versions.every(({ state }) => state === "published")).toBe(true);
  expect(authorities).toHaveLength(13);
  expect(fields).toHaveLength(16);
  expect(indicators).toHaveLength(14);
  expect(observations).toHaveLength(readCsv("milestones.csv").length);
  expect(calendar).toHaveLength(readCsv("working-calendar.csv").length);
});

test("the next start changes nothing", async () => {
  const before = await everything();
  await loadFieldData(secondStart);
  expect(await everything()).toEqual(before);
});

test("what an administrator changed stays changed", async () => {
  const entryCode = "QH-CON-HK-ARCHITECT";
  await database.authority.update({ where: { code: "tax-service" }, data: { decisionDays: 7 } });
  await database.calendarDay.update({ where: { day: dayColumn("2026-10-10") }, data: { kind: "day_off" } });
  const first = await database.listEntryVersion.findFirstOrThrow({ where: { entryCode } });
  await database.listEntryVersion.update({ where: { id: first.id }, data: { state: "superseded" } });
  const { id: _, ...words } = first;
  await database.listEntryVersion.create({ data: { ...words, number: 2, state: "published", scopeEn: "A new scope" } });

  await loadFieldData(secondStart);

  const { authorities, calendar, versions } = await everything();
  expect(authorities.find(({ code }) => code === "tax-service")?.decisionDays).toBe(7);
  expect(calendar.find(({ day }) => plainDay(day) === "2026-10-10")?.kind).toBe("day_off");
  expect(
    versions.filter((version) => version.entryCode === entryCode).map(({ state, scopeEn }) => [state, scopeEn]),
  ).toEqual([
    ["superseded", first.scopeEn],
    ["published", "A new scope"],
  ]);
});

describe("a table with a mistake is not loaded", () => {
  const good = readCsv("accreditation-list.csv").slice(0, 2);
  const withMistake = (row: Record<string, string>) => rowsOf("accreditation-list.csv", listRowSchema, [...good, row]);

  test("and the error names the file, the row and the column", () => {
    expect(() => withMistake({ ...good[0], field: "alchemy" })).toThrow(
      /^prisma\/data\/accreditation-list\.csv cannot be loaded:\n {2}row 4, column field: /,
    );
    expect(() => withMistake({ ...good[0], effective_from: "1 October" })).toThrow(/row 4, column effective_from: /);
  });

  test("and every mistake is named at once", () => {
    expect(() => withMistake({ ...good[0], field: "alchemy", route: "sea", shoe_size: "9" })).toThrow(
      /column field: .*\n.*column route: .*\n.*column shoe_size: /,
    );
  });
});
