import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { database, transaction } from "@/lib/data/client";
import { compareTallies, foldTallies } from "@/lib/data/statistics";
import type { Actor } from "@/lib/domain/actor";
import { filingStates } from "@/lib/domain/filing/filing";
import { closeFileInspection } from "@/lib/ports/file-inspection";
import { holdFiling, releaseFiling } from "@/lib/services/hold-filing";
import { listMetricRows, rowsPerPage, type MetricRows, type RowPosition } from "@/lib/services/list-metric-rows";
import { runOfficeClock } from "@/lib/services/run-office-clock";
import { viewStatistics, type Count, type StatisticsView } from "@/lib/services/view-statistics";
import { withdrawFiling } from "@/lib/services/withdraw-filing";
import { openOffice, type Office } from "@/prisma/demonstration/people";
import { seededBy, type Seeded } from "@/prisma/demonstration/seeded";
import { loadFieldData } from "@/prisma/load-field-data";
import { story, type Told } from "@/prisma/stories";
import { putOnRegister } from "@/prisma/testing/register-scene";

const opening = new Date("2026-01-05T02:00:00Z");
const now = new Date("2026-03-20T02:00:00Z");
const seed = inject("seed");
const architect = "QH-CON-HK-ARCHITECT";

let office: Office;
const clean = async () => expect((await compareTallies(database)).differences).toEqual([]);

beforeAll(async () => {
  await loadFieldData(opening);
  office = await openOffice(opening);
  const version = await database.listEntryVersion.findFirstOrThrow({ where: { entryCode: architect } });
  // More people than one page holds, two of whom are not valid any more.
  for (let at = 0; at < rowsPerPage + 7; at++) {
    const validFrom = at < 9 ? "2025-06-02" : `2026-02-${String((at % 20) + 1).padStart(2, "0")}`;
    const validUntil = at < 2 ? "2026-01-31" : "2029-01-31";
    await putOnRegister(version.id, { nameZh: null, surname: "Chan", givenNames: null }, { validFrom, validUntil });
  }
  // Numbers that the stories are given do not meet those.
  await database.$queryRaw`SELECT setval('registration_number_seq', 1000)::int`;
}, 120_000);
afterAll(closeFileInspection);

test(
  `whatever happens to filings, every counter says what a recount says (SEED=${seed})`,
  { timeout: 300_000 },
  async () => {
    const seeded = seededBy(`walk ${seed}`);
    const entries = [architect, "QH-TAX-HK-CTA", "QH-PLN-HK-RPP"] as const;
    for (let at = 0; at < 24; at++) {
      const begun = new Date(opening.getTime() + seeded.whole(0, 60) * 24 * 60 * 60_000);
      const state = seeded.one(filingStates.filter((it) => it !== "public_notice") as ["draft"]);
      const told = await story({ in: state, entry: seeded.one(entries), at: begun });
      await mishap(told, seeded, new Date(begun.getTime() + 60 * 60_000));
    }
    await clean();

    await runOfficeClock(now);
    await clean();

    const before = await counts();
    await transaction(foldTallies);
    await clean();
    expect(await counts()).toEqual(before);
    expect(await database.filingTally.count({ where: { count: 0 } })).toBe(0);
  },
);

describe("every number of the statistics", () => {
  test("equals the rows that it opens, page by page", { timeout: 120_000 }, async () => {
    const { months, states, byField, inHand, overdue, progress, speed } = await statistics();
    expect(speed[0]?.decided.value).toBeGreaterThan(0);
    const numbers: Count[] = [
      ...speed.map(({ decided }) => decided),
      inHand,
      overdue.all,
      overdue.withAuthority,
      overdue.withProfessional,
      ...months.map(({ registered }) => registered),
      ...states.map(({ filings }) => filings),
      ...byField.flatMap(({ field: _, ...line }) => Object.values(line)),
      { value: progress.registered, rows: { metric: "registered" } },
      { value: progress.here, rows: { metric: "registered_here" } },
      { value: progress.validToday, rows: { metric: "valid_today" } },
    ];
    for (const { value, rows } of numbers) {
      const pages = await allPages(rows);
      expect({ rows, worth: pages.reduce((sum, page) => sum + worthOf(page), 0) }).toEqual({ rows, worth: value });
      expect(new Set(pages.map(({ count }) => count))).toEqual(new Set([value]));
    }
  });

  test("is stated of fields as of the whole", async () => {
    const { byField, states, inHand, overdue } = await statistics();
    const sum = (of: readonly Count[]) => of.reduce((total, { value }) => total + value, 0);
    expect(sum(byField.map((line) => line.all))).toBe(sum(states.map(({ filings }) => filings)));
    expect(sum(byField.flatMap((line) => [line.with_authority, line.with_professional]))).toBe(inHand.value);
    expect(sum(byField.map((line) => line.overdue))).toBe(overdue.all.value);
    expect(overdue.withAuthority.value + overdue.withProfessional.value).toBe(overdue.all.value);
    expect(overdue.all.value).toBeGreaterThan(0);
  });
});

describe("the registered", () => {
  test("open to one row worth 517 and the people registered here since, the eldest first", async () => {
    const [first, second] = await allPages({ metric: "registered" });
    if (first?.of !== "people" || second?.of !== "people") throw new Error("Two pages of people were expected.");
    expect(first.baseline).toMatchObject({ value: 517, on: "2022-12-31" });
    expect(second.baseline).toBeNull();
    const days = [...first.rows, ...second.rows].map(({ day }) => day);
    expect(days).toEqual(days.toSorted());
  });

  test("who are valid today leave out whose last day has passed", async () => {
    const { progress } = await statistics();
    expect(progress.here - progress.validToday).toBe(2);
  });
});

test("whoever goes on to the end and back again sees the same pages", async () => {
  for (const query of [{ metric: "registered_here" }, { metric: "filings" }] as const) {
    const forth = await allPages(query);
    expect(forth.length).toBeGreaterThan(1);
    const back: MetricRows[] = [];
    for (let page = forth.at(-1); page; page = await pageBefore(page)) back.unshift(page);
    expect(back.map(idsOf)).toEqual(forth.map(idsOf));
  }
});

test("an administrator sees references, fields, states and dates, and nobody's name", async () => {
  for (const metric of ["registered", "valid_today", "filings"] as const) {
    const pages = await allPages({ metric });
    expect(JSON.stringify(pages)).not.toMatch(/Chan|surname|name|email|papers/i);
  }
});

describe("the statistics do not exist", () => {
  const strangers = (): [string, Actor][] => [
    ["a reviewer", office.staff.ho],
    ["a professional", office.professionals.chan],
    ["the clock", { kind: "clock" }],
  ];

  test("for anybody without the right to view them", async () => {
    const nothing = { ok: false, refusal: { code: "not_found" } };
    for (const [who, actor] of strangers()) {
      expect(await viewStatistics(actor, now), who).toEqual(nothing);
      const rows = await listMetricRows(actor, { metric: "filings" }, { after: null, before: null }, now);
      expect(rows, who).toEqual(nothing);
    }
  });
});

/** Something that befalls a filing on the way, now and then. */
async function mishap({ id, version, professional }: Told, seeded: Seeded, at: Date): Promise<void> {
  const { ho } = office.staff;
  const held = await holdFiling(ho, { filingId: id, version, reason: "under_investigation" }, at);
  if (!held.ok || seeded.chance(0.3)) return;
  const released = await releaseFiling(ho, { filingId: id, version: version + 1 }, new Date(at.getTime() + 60_000));
  if (released.ok && seeded.chance(0.3)) await withdrawFiling(professional, { filingId: id, version: version + 2 }, at);
}

async function statistics(): Promise<StatisticsView> {
  const view = await viewStatistics(office.staff.cheung, now);
  if (!view.ok) throw new Error(view.refusal.code);
  return view.value;
}

/** Every number, for comparing. */
async function counts() {
  const { states, byField, inHand, overdue, progress } = await statistics();
  return { states, byField, inHand, overdue, registered: progress.registered, valid: progress.validToday };
}

async function pageOf(query: Count["rows"], asked: Partial<Record<"after" | "before", RowPosition>>) {
  const page = { after: asked.after ?? null, before: asked.before ?? null };
  const found = await listMetricRows(office.staff.cheung, query, page, now);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

async function allPages(query: Count["rows"]): Promise<MetricRows[]> {
  const pages = [await pageOf(query, {})];
  for (let last = pages[0]; last && last.of !== "observation" && last.next; last = pages.at(-1)) {
    pages.push(await pageOf(query, { after: last.next }));
  }
  return pages;
}

async function pageBefore(page: MetricRows): Promise<MetricRows | undefined> {
  if (page.of === "observation" || !page.previous) return undefined;
  return pageOf(page.query, { before: page.previous });
}

function idsOf(page: MetricRows): string[] {
  return page.of === "observation" ? [] : page.rows.map(({ id }) => id);
}

function worthOf(page: MetricRows): number {
  if (page.of === "observation") return page.observed.value;
  return page.rows.length + (page.of === "people" ? (page.baseline?.value ?? 0) : 0);
}
