import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { updatePerson } from "@/lib/data/people";
import { addDays, officeDay } from "@/lib/domain/calendar/working-days";
import { closeFileInspection } from "@/lib/ports/file-inspection";
import { settleRegistrations } from "@/lib/services/settle-registration";
import { signOffMonth, viewPastDay, type PastDay } from "@/lib/services/past-days";
import { writePastNumbers } from "@/lib/domain/statistics/past-day";
import { viewStatistics } from "@/lib/services/view-statistics";
import { withdrawFiling } from "@/lib/services/withdraw-filing";
import { openOffice, type Office } from "@/prisma/demonstration/people";
import { loadFieldData } from "@/prisma/load-field-data";
import { story } from "@/prisma/stories";

const opening = new Date("2026-01-05T02:00:00Z");
const architect = "QH-CON-HK-ARCHITECT";
const noon = (day: string) => new Date(`${day}T04:00:00Z`);

let office: Office;

beforeAll(async () => {
  await loadFieldData(opening);
  office = await openOffice(opening);
  for (const state of ["submitted", "approved", "refused", "draft"] as const) {
    await story({ in: state, entry: architect, at: noon("2026-01-12") });
  }
}, 120_000);
afterAll(closeFileInspection);

describe("the numbers of a past day", () => {
  test("are those of the statistics that day, and stay so whatever happens afterwards", async () => {
    const lastEvent = await database.event.findFirstOrThrow({ orderBy: { seq: "desc" } });
    const that = officeDay(lastEvent.at);
    const live = await viewStatistics(office.staff.cheung, noon(that));
    if (!live.ok) throw new Error(live.refusal.code);
    const before = await on(that, addDays(that, 1));
    const byState = (state: string) =>
      before.numbers.filings.filter((it) => it.state === state).reduce((sum, { count }) => sum + count, 0);
    for (const { state, filings } of live.value.states) {
      expect({ state, count: byState(state) }).toEqual({ state, count: state === "draft" ? 0 : filings.value });
    }
    expect(before.numbers).toMatchObject({
      registered: live.value.progress.registered,
      validThen: live.value.progress.validToday,
    });
    expect(before.numbers).toMatchObject({ registered: 518, validThen: 1 });

    const later = addDays(that, 3);
    const { id, version, professional } = await story({ in: "submitted", entry: architect, at: noon(later) });
    expect((await withdrawFiling(professional, { filingId: id, version }, noon(later))).ok).toBe(true);
    // At a later filing somebody says that they had been on file before: they stay counted as they were.
    const { personId } = await database.registration.findFirstOrThrow();
    await updatePerson(database, personId, {
      ...{ nameZh: "陳大文", surname: "Chan", givenNames: "Tai Man", former: null },
      inBaseline: true,
    });
    expect(await on(that, addDays(later, 1))).toEqual(before);
    expect((await on(later, addDays(later, 1))).hash).not.toBe(before.hash);
  });

  test("count nobody as valid any more from the day after the last", async () => {
    const { validUntil } = await database.registration.findFirstOrThrow();
    const last = validUntil.toISOString().slice(0, 10);
    const now = noon(addDays(last, 3));
    await settleRegistrations(now);
    expect((await on(last, officeDay(now))).numbers.validThen).toBe(1);
    expect((await on(addDays(last, 1), officeDay(now))).numbers.validThen).toBe(0);
  });

  test("are not there for a day that is not over or was before the first", async () => {
    for (const day of ["2026-01-01", "2026-03-20", "2026-03-21"]) {
      const view = await viewPastDay(office.staff.cheung, day, noon("2026-03-20"));
      expect(view.ok && view.value.shown).toBeNull();
    }
  });

  test("are nobody's business without the right to view statistics", async () => {
    const nothing = { ok: false, refusal: { code: "not_found" } };
    expect(await viewPastDay(office.staff.lee, "2026-01-31", noon("2026-03-20"))).toEqual(nothing);
    const asked = { month: "2026-01", hash: "0".repeat(64) };
    expect(await signOffMonth(office.staff.lee, asked, noon("2026-03-20"))).toEqual(nothing);
  });
});

describe("a month that is over", () => {
  const now = noon("2026-03-20");

  test("is signed off once, as it was seen, and worked out again is the same", async () => {
    const { hash } = await on("2026-01-31", officeDay(now));
    const january = { month: "2026-01", hash };
    expect(await signOffMonth(office.staff.cheung, { ...january, hash: "0".repeat(64) }, now)).toEqual({
      ok: false,
      refusal: { code: "stale" },
    });
    const answers = await Promise.all([
      signOffMonth(office.staff.cheung, january, now),
      signOffMonth(office.staff.cheung, january, now),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await on("2026-01-31", officeDay(now))).monthEnd).toMatchObject({
      signed: { by: office.staff.cheung.email, hash },
      signedOtherwise: null,
    });
    await expect(database.monthEnd.deleteMany()).rejects.toThrow(/append-only/);
  });

  test("is told from one whose numbers are not those that were signed", async () => {
    const signedThen = { on: "2026-02-28", registered: 520, validThen: 2, filings: [] };
    await database.monthEnd.create({
      data: {
        month: "2026-02",
        numbers: writePastNumbers(signedThen),
        hash: "0".repeat(64),
        accountId: office.staff.cheung.accountId,
        signedAt: now,
      },
    });
    expect((await on("2026-02-28", officeDay(now))).monthEnd).toMatchObject({
      signedOtherwise: signedThen,
    });
  });

  test("cannot be signed off before it is over", async () => {
    const refused = await signOffMonth(office.staff.cheung, { month: "2026-03", hash: "0".repeat(64) }, now);
    expect(refused).toEqual({ ok: false, refusal: { code: "not_found" } });
  });
});

async function on(day: string, today: string): Promise<NonNullable<PastDay["shown"]>> {
  const view = await viewPastDay(office.staff.cheung, day, noon(today));
  if (!view.ok || !view.value.shown) throw new Error("Numbers were expected.");
  return view.value.shown;
}
