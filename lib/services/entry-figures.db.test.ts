import { beforeAll, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { dayColumn } from "@/lib/data/days";
import type { Staff } from "@/lib/domain/actor";
import {
  architect,
  filingNow,
  findAll,
  monday,
  openOffice,
  staff,
  submittedFiling,
} from "@/prisma/testing/review-office";
import { acceptFiling } from "./accept-filing";
import { confirmDecision } from "./confirm-decision";
import { keepEntryTimes, viewEntryTimes } from "./entry-times";
import { listEntries } from "./list-entries";
import { proposeApproval } from "./propose-decision";
import { startFiling } from "./start-filing";
import { viewCheck } from "./view-check";
import { viewEntry } from "./view-entry";

const withdrawn = "QH-CON-HK-RPS-QS";
const everything = { q: "", field: null, jurisdiction: null, standing: null, page: 1 };

let lee: Staff;
let ho: Staff;

beforeAll(async () => {
  await openOffice();
  lee = await staff("Lee Ka Fai", ["examine", "decide"]);
  ho = await staff("Ho Mei Yee", ["examine", "decide"]);
});

async function register(applicant?: Parameters<typeof submittedFiling>[2]) {
  const filing = await submittedFiling(monday, {}, applicant);
  const { filingId } = filing;
  const seen = async () => ({ filingId, version: (await filingNow(filingId)).version });
  await acceptFiling(lee, await seen(), monday);
  await findAll(lee, filingId);
  const scope = { scope_en: "All", scope_zh_hant: "全部", scope_zh_hans: "全部", note: "Limited." };
  const proposed = await proposeApproval(lee, { ...(await seen()), ...scope }, monday);
  const confirmed = await confirmDecision(ho, { ...(await seen()), note: "" }, monday);
  expect([proposed, confirmed]).toMatchObject([{ ok: true }, { ok: true }]);
  return filing.applicant;
}

const peopleOn = async (code: string) => {
  const [page, list] = [await viewEntry(code, monday), await listEntries({ ...everything, q: code }, monday)];
  return [page.ok ? page.value.people : undefined, list.entries.find((entry) => entry.code === code)?.people];
};

test("how many people are registered for an entry is said from five on, each person once", async () => {
  const first = await register();
  for (let person = 2; person <= 4; person += 1) await register();
  expect(await peopleOn(architect)).toEqual([null, null]);

  // The first of them ends their registration and is registered again: still four people.
  await database.registration.updateMany({
    where: { personId: first.personId },
    data: { state: "cancelled", version: { increment: 1 } },
  });
  await register(first);
  expect(await peopleOn(architect)).toEqual([null, null]);

  await register();
  expect(await peopleOn(architect)).toEqual([5, 5]);
  const [{ counted }] = await database.$queryRaw<[{ counted: number }]>`
    SELECT count(DISTINCT "person_id")::int AS counted FROM "registration"`;
  expect(counted).toBe(5);
});

test("the start page names entries with at least five decisions of the last ninety days, worked out once a day", async () => {
  await database.decisionTally.deleteMany();
  const tally = (entryCode: string, decidedOn: string, days: number, count: number) =>
    database.decisionTally.create({ data: { entryCode, decidedOn: dayColumn(decidedOn), days, slot: 0, count } });
  await tally(architect, "2026-11-20", 6, 4);
  await tally(architect, "2026-10-20", 12, 1);
  await tally(withdrawn, "2026-11-20", 3, 4);
  await tally("QH-CON-HK-ENGINEER-CIVIL", "2026-01-05", 3, 50);
  await keepEntryTimes(monday);
  expect(await viewEntryTimes()).toMatchObject([{ code: architect, count: 5, median: 6, most: 12 }]);

  const page = await viewEntry(architect, monday);
  expect(page.ok && page.value.actual).toEqual({ count: 5, median: 6, most: 12 });

  await tally(withdrawn, "2026-11-21", 3, 1);
  await keepEntryTimes(monday);
  expect(await viewEntryTimes()).toHaveLength(1);
  await keepEntryTimes(new Date(monday.getTime() + 24 * 60 * 60 * 1000));
  expect((await viewEntryTimes()).map(({ code }) => code)).toEqual([architect, withdrawn]);
});

test("a day on which there was nothing to work out is over as well", async () => {
  const after = (days: number) => new Date(monday.getTime() + days * 24 * 60 * 60 * 1000);
  await database.decisionTally.deleteMany();
  await keepEntryTimes(after(2));
  expect(await viewEntryTimes()).toEqual([]);

  const decided = { entryCode: architect, decidedOn: dayColumn("2026-11-20"), days: 6, slot: 0, count: 5 };
  await database.decisionTally.create({ data: decided });
  await keepEntryTimes(after(2));
  expect(await viewEntryTimes()).toEqual([]);
  await keepEntryTimes(after(3));
  expect(await viewEntryTimes()).toHaveLength(1);
});

test("an entry that was taken off the list says so and takes nothing", async () => {
  await database.listEntryVersion.updateMany({
    where: { entryCode: withdrawn, state: "published" },
    data: { state: "withdrawn" },
  });
  const page = await viewEntry(withdrawn, monday);
  expect(page).toMatchObject({ ok: true, value: { closed: "withdrawn" } });
  const list = await listEntries({ ...everything, standing: "withdrawn" }, monday);
  expect(list.entries.map(({ code, standing }) => [code, standing])).toEqual([[withdrawn, "withdrawn"]]);
  expect(list.total).toBe(await database.listEntryVersion.count({ where: { state: "published" } }));

  const { applicant } = await submittedFiling(monday);
  expect(await startFiling(applicant, { entry: withdrawn }, monday)).toMatchObject({ refusal: { code: "not_found" } });
  expect(await viewCheck(withdrawn, {}, monday)).toMatchObject({ refusal: { code: "not_found" } });
  expect((await viewEntry("QH-NOTHING", monday)).ok).toBe(false);
});
