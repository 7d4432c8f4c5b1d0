import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { closeFileInspection } from "@/lib/ports/file-inspection";
import { exportMetricRows } from "@/lib/services/export-metric-rows";
import { listMetricRows } from "@/lib/services/list-metric-rows";
import { reconcileNumbers, viewReconciliation } from "@/lib/services/reconcile-numbers";
import { viewExports } from "@/lib/services/view-exports";
import { viewStatistics, type Count } from "@/lib/services/view-statistics";
import { openOffice, type Office } from "@/prisma/demonstration/people";
import { loadFieldData } from "@/prisma/load-field-data";
import { story } from "@/prisma/stories";
import { putOnRegister } from "@/prisma/testing/register-scene";

const opening = new Date("2026-01-05T02:00:00Z");
const now = new Date("2026-03-20T02:00:00Z");
const tomorrow = new Date("2026-03-21T02:00:00Z");
const architect = "QH-CON-HK-ARCHITECT";

let office: Office;

beforeAll(async () => {
  await loadFieldData(opening);
  office = await openOffice(opening);
  const version = await database.listEntryVersion.findFirstOrThrow({ where: { entryCode: architect } });
  for (let at = 0; at < 5; at++) {
    await putOnRegister(
      version.id,
      { nameZh: null, surname: "Chan", givenNames: null },
      { validFrom: `2026-02-0${at + 1}`, validUntil: at === 0 ? "2026-03-01" : "2029-01-31" },
    );
  }
  await database.$queryRaw`SELECT setval('registration_number_seq', 1000)::int`;
  for (const state of ["submitted", "under_review", "withdrawn"] as const) {
    await story({ in: state, entry: architect, at: opening });
  }
}, 120_000);
afterAll(closeFileInspection);

describe("an administrator who takes the rows of a number as a file", () => {
  test("finds a last column that adds up to the number, in the order of the screen", async () => {
    for (const { value, rows } of await someNumbers()) {
      const lines = await linesOf(rows);
      expect({ rows, worth: lines.reduce((sum, line) => sum + Number(line["counts_for"]), 0) }).toEqual({
        rows,
        worth: value,
      });
      const screen = await listMetricRows(office.staff.cheung, rows, { after: null, before: null }, now);
      if (!screen.ok || screen.value.of === "observation") throw new Error("Rows were expected.");
      const first = screen.value.rows[0];
      const references = lines.flatMap(({ reference }) => (reference ? [reference] : []));
      if (first?.reference) expect(references[0]).toBe(first.reference);
    }
  });

  test("finds nobody's name in it", async () => {
    for (const metric of ["registered", "filings"] as const) {
      expect(JSON.stringify(await linesOf({ metric }))).not.toMatch(/chan/i);
    }
  });

  test("is written down with what it was for and how many rows they were", async () => {
    const before = await database.export.count();
    const lines = await linesOf({ metric: "filings", field: "construction" }, "inquiry");
    expect(await database.export.count()).toBe(before + 1);
    const log = await viewExports(office.staff.cheung);
    expect(log.ok && log.value[0]).toMatchObject({
      by: office.staff.cheung.email,
      rows: { metric: "filings", field: "construction" },
      purpose: "inquiry",
      count: lines.length,
    });
    await expect(database.export.deleteMany()).rejects.toThrow(/append-only/);
    const registered = await linesOf({ metric: "registered" });
    const newer = await viewExports(office.staff.cheung);
    expect(newer.ok && newer.value[0]).toMatchObject({ count: registered.length, rows: { metric: "registered" } });
    const trail = await database.auditEntry.findFirstOrThrow({ orderBy: { seq: "desc" } });
    expect(trail).toMatchObject({ action: "export_rows", object: "metric:registered", fields: ["report"] });
  });

  test("gets no file of an observation, which has no rows", async () => {
    const refused = await exportMetricRows(office.staff.cheung, { metric: "in_practice" }, "check", now);
    expect(refused).toEqual({ ok: false, refusal: { code: "not_found" } });
  });
});

test("whoever may not export gets neither a file nor the log, and nothing is written", async () => {
  const before = await database.export.count();
  const nothing = { ok: false, refusal: { code: "not_found" } };
  for (const stranger of [office.staff.ho, office.staff.lee, office.staff.tam]) {
    expect(await exportMetricRows(stranger, { metric: "filings" }, "report", now)).toEqual(nothing);
    expect(await viewExports(stranger)).toEqual(nothing);
  }
  expect(await database.export.count()).toBe(before);
});

test("a counter that says something else than its rows is named the next night, and not before", async () => {
  await reconcileNumbers(now);
  const first = await viewReconciliation();
  expect(first).toMatchObject({ day: "2026-03-20", differences: [] });
  expect(first?.compared).toBeGreaterThan(5);

  await database.$executeRaw`UPDATE "person_tally" SET "count" = "count" + 1 WHERE "kind" = 'first_registered' AND "day" = '2026-02-03'`;
  await database.$executeRaw`UPDATE "entry_tally" SET "count" = "count" + 1`;
  await reconcileNumbers(now);
  expect(await viewReconciliation()).toEqual(first);

  await Promise.all([reconcileNumbers(tomorrow), reconcileNumbers(tomorrow)]);
  expect((await viewReconciliation())?.differences).toEqual([
    { counter: `entry ${architect}`, kept: 6, recounted: 5 },
    { counter: "first_registered 2026-02-03", kept: 2, recounted: 1 },
  ]);
  const page = await viewStatistics(office.staff.cheung, tomorrow);
  expect(page.ok && page.value.recount?.differences).toHaveLength(2);
});

async function someNumbers(): Promise<Count[]> {
  const view = await viewStatistics(office.staff.cheung, now);
  if (!view.ok) throw new Error(view.refusal.code);
  const { progress, inHand, overdue, byField, months } = view.value;
  const numbers: Count[] = [
    inHand,
    overdue.all,
    ...byField.filter(({ field }) => field === "construction").map(({ all }) => all),
    ...months.map(({ registered }) => registered),
    { value: progress.registered, rows: { metric: "registered" } },
    { value: progress.validToday, rows: { metric: "valid_today" } },
  ];
  expect(new Set(numbers.map(({ value }) => value)).size).toBeGreaterThan(3);
  return numbers;
}

async function linesOf(rows: Count["rows"], purpose: "report" | "inquiry" = "report") {
  const file = await exportMetricRows(office.staff.cheung, rows, purpose, now);
  if (!file.ok) throw new Error(file.refusal.code);
  return parse<Record<string, string>>(file.value.text, { columns: true, bom: true });
}
