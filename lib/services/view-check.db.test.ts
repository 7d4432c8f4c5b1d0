import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { refuse } from "@/lib/domain/result";
import { publishVersion } from "@/prisma/testing/new-version";
import { architect, monday, openOffice, professional } from "@/prisma/testing/review-office";
import { listPapers } from "./list-papers";
import { entryFile } from "./open-data";
import { startFiling } from "./start-filing";
import { viewCheck, viewCheckResult } from "./view-check";
import { viewEntry } from "./view-entry";
import { viewNewFiling } from "./view-new-filing";
import { viewTask } from "./view-task";

const quantitySurveyor = "QH-CON-HK-RPS-QS";
const answers = {
  registered: "yes",
  home_registration_until: "2027-12-31",
  identity_kind: "hkid",
  permit_kind: "home_return_permit",
  record: "no",
  papers: ["employment_proof"],
};

beforeAll(openOffice);

const check = async (code: string, given = answers) => {
  const view = await viewCheck(code, given, monday);
  if (!view.ok) throw new Error(view.refusal.code);
  return view.value;
};

describe("somebody who checks whether they can file", () => {
  test("can, and is told when a decision would come too late for the registration", async () => {
    const view = await check(architect);
    expect(view).toMatchObject({ next: null, closed: null, version: 1 });
    expect(await viewCheckResult(view)).toMatchObject({ obstacles: [], endsBefore: null });

    const soon = await check(architect, { ...answers, home_registration_until: "2026-12-01" });
    expect(await viewCheckResult(soon)).toMatchObject({ obstacles: [], endsBefore: "2026-12-14" });
  });

  test("is told of an entry that takes no filings why, whatever they answer", async () => {
    const { entryCode } = await database.listEntryVersion.findFirstOrThrow({ where: { confirmed: false } });
    expect((await check(entryCode, { ...answers })).closed).not.toBeNull();
  });

  test.each(["QH-NOTHING", "QH-CON-HK-NOBODY", "' OR 1=1", "\0", ""])("finds nothing under %j", async (code) => {
    expect(await viewCheck(code, answers, monday)).toEqual(refuse({ code: "not_found" }));
  });
});

describe("whoever starts a filing after the check", () => {
  test("finds what they answered there in the draft, and nothing is called complete by it", async () => {
    const chan = await professional();
    const offered = await viewNewFiling(chan, architect, answers, monday);
    if (!offered.ok) throw new Error(offered.refusal.code);
    const { carried } = offered.value;
    expect(Object.keys(carried).sort()).toEqual([
      "discipline",
      "home_registration_until",
      "identity_kind",
      "penalty",
      "permit_kind",
    ]);

    const started = await startFiling(chan, { entry: architect, ...carried }, monday);
    if (!started.ok) throw new Error(started.refusal.code);
    const task = await viewTask(chan, started.value.id, "home_registration");
    expect(task).toMatchObject({ value: { answers: { home_registration_until: "2027-12-31" } } });
    const trail = await database.auditEntry.findFirstOrThrow({ where: { object: `filing:${started.value.id}` } });
    expect(trail.fields).toContain("home_registration_until");
  });

  test("keeps the answers of the filing that is open already", async () => {
    const chan = await professional();
    const first = await startFiling(chan, { entry: architect, permit_kind: "residence_permit" }, monday);
    const again = await startFiling(chan, { entry: architect, permit_kind: "home_return_permit" }, monday);
    if (!first.ok || !again.ok) throw new Error("Not started");
    expect(again.value).toEqual({ id: first.value.id, wasOpen: true });
    const kept = { filingId_question: { filingId: first.value.id, question: "permit_kind" } };
    expect(await database.answer.findUnique({ where: kept })).toMatchObject({ value: "residence_permit" });
  });

  test("cannot put into it what its form would not take", async () => {
    const chan = await professional();
    const forged = { permit_kind: "library_card", home_registration_until: "soon", identity_kind: "passport" };
    const started = await startFiling(chan, { entry: architect, ...forged }, monday);
    if (!started.ok) throw new Error(started.refusal.code);
    expect(await database.answer.count({ where: { filingId: started.value.id } })).toBe(0);
  });
});

test("an entry that changes in a new version changes its page, its data, its check, its papers and its form together", async () => {
  const chan = await professional();
  const started = await startFiling(chan, { entry: quantitySurveyor }, monday);
  if (!started.ok) throw new Error(started.refusal.code);
  expect((await check(quantitySurveyor)).questions).not.toContain("practice");

  const { evidence } = await database.listEntryVersion.findFirstOrThrow({ where: { entryCode: quantitySurveyor } });
  const stricter = { evidence: [...evidence, "health_check"], experienceYears: 5, cleanRecordYears: 3 };
  await publishVersion(quantitySurveyor, stricter, monday);

  const view = await check(quantitySurveyor);
  expect(view).toMatchObject({ version: 2, next: "practice" });
  const failing = await check(quantitySurveyor, { ...answers, ...{ years: "4" } });
  expect((await viewCheckResult(failing)).obstacles).toMatchObject([
    { kind: "practice", missing: 12 },
    { kind: "paper", paper: "health_check" },
  ]);
  const page = await viewEntry(quantitySurveyor, monday);
  expect(page).toMatchObject({ value: { experienceYears: 5, cleanRecordYears: 3, version: 2 } });
  expect(page.ok && page.value.papers.map(({ key }) => key)).toContain("health_check");
  expect(await entryFile(quantitySurveyor, monday)).toMatchObject({
    value: { version: 2, status: "open", experience_years: 5, fee: 0 },
  });
  // A draft follows the newest version.
  const papers = await listPapers(chan, started.value.id, monday);
  expect(JSON.stringify(papers)).toContain("health_check");
  expect(await viewTask(chan, started.value.id, "experience")).toMatchObject({
    value: { rules: { experienceYears: 5 } },
  });
});
