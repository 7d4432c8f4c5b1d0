import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { countFilings } from "@/lib/data/statistics";
import type { Professional, Staff } from "@/lib/domain/actor";
import { ok } from "@/lib/domain/result";
import { publishVersion, withdrawEntry } from "@/prisma/testing/list-scene";
import {
  architect,
  cleanPaper,
  completeDraft,
  field,
  monday,
  openOffice,
  professional,
  staff,
  submittedFiling,
} from "@/prisma/testing/review-office";
import { deleteDraft } from "./delete-draft";
import { endOldDrafts } from "./end-old-drafts";
import { listPapers } from "./list-papers";
import { submitFiling } from "./submit-filing";
import { viewEntry } from "./view-entry";
import { viewExamination } from "./view-examination";
import { viewMyFiling } from "./view-my-filing";
import { viewMyFilings } from "./view-my-filings";
import { viewTask } from "./view-task";

const tuesday = new Date("2026-11-24T02:00:00Z");
const wednesday = new Date("2026-11-25T02:00:00Z");

beforeAll(openOffice);

let chan: Professional;
beforeEach(async () => {
  chan = await professional();
});

const must = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const checksOf = async (reviewer: Staff, reference: string) =>
  must(await viewExamination(reviewer, reference, wednesday)).checks.map(({ key }) => key);

describe("a new version of an entry", () => {
  test("changes page, papers, form, self-test, checklist and count together, and leaves open filings theirs", async () => {
    const lee = await staff("LEE Ka Fai", ["examine", "decide"]);
    const sent = await submittedFiling(monday);
    const draft = await completeDraft(chan, monday);
    const before = must(await viewEntry(architect, monday));
    expect(must(await viewMyFiling(chan, draft, monday)).actions).toContain("submit");

    const evidence = (
      await database.listEntryVersion.findFirstOrThrow({ where: { entryCode: architect, state: "published" } })
    ).evidence;
    await publishVersion(
      architect,
      {
        evidence: [...evidence, "practising_certificate"],
        experienceYears: 12,
        cleanRecordYears: 5,
        scopeEn: "Small buildings",
      },
      tuesday,
    );

    // The public page.
    const page = must(await viewEntry(architect, wednesday));
    expect(page).toMatchObject({ experienceYears: 12, cleanRecordYears: 5, version: before.version + 1 });
    expect(page.scope.en).toBe("Small buildings");
    expect(page.papers.map(({ key }) => key)).toContain("practising_certificate");
    expect(before.papers.map(({ key }) => key)).not.toContain("practising_certificate");

    // The list of papers, the form and the self-test of a draft; what was done and is not enough any more says so.
    const papers = must(await listPapers(chan, draft, wednesday)).papers.map(({ key }) => key);
    expect(papers).toEqual(page.papers.map(({ key }) => key));
    expect(must(await viewTask(chan, draft, "experience")).rules).toMatchObject({ experienceYears: 12 });
    expect(must(await viewTask(chan, draft, "declarations")).rules).toMatchObject({ cleanRecordYears: 5 });
    const seen = must(await viewMyFiling(chan, draft, wednesday));
    expect(seen.tasks).toMatchObject({ documents: "update_needed", experience: "update_needed", names: "completed" });
    expect(seen.selfTest.find(({ check }) => check === "experience")).toMatchObject({
      outcome: "lapsed",
      remarks: [{ is: "months_short", months: 130, needed: 144 }],
    });
    expect(seen.selfTest.find(({ check }) => check === "paper:practising_certificate")?.outcome).toBe("incomplete");
    expect((await submitFiling(chan, { filingId: draft, version: 1 }, wednesday)).ok).toBe(false);

    // Brought up to date it is submitted, pinned to the new version, and its checklist asks for what the page asks for.
    await database.document.create({
      data: cleanPaper({ filingId: draft, personId: chan.personId, evidenceKey: "practising_certificate" }, wednesday),
      select: { id: true },
    });
    const jobs = [{ employer: "Harbour", role: "Architect", from: "2010-01", to: "", share: "100" }];
    await database.answer.update({
      where: { filingId_question: { filingId: draft, question: "jobs" } },
      data: { value: jobs },
      select: { question: true },
    });
    const { reference } = must(await submitFiling(chan, { filingId: draft, version: 1 }, wednesday));
    const checks = await checksOf(lee, reference);
    expect(checks).toEqual(expect.arrayContaining(["experience", "paper:practising_certificate"]));
    expect(checks).toEqual(seen.selfTest.map(({ check }) => check));
    expect(must(await viewExamination(lee, reference, wednesday)).scope.en).toBe("Small buildings");

    // Who filed before keeps the version they filed under.
    const kept = await checksOf(lee, sent.reference);
    expect(kept).not.toContain("experience");
    expect(kept).not.toContain("paper:practising_certificate");
    expect(must(await viewExamination(lee, sent.reference, wednesday)).scope.en).toBe(before.scope.en);

    // Both stand in the statistics under the field of the entry.
    const counted = (await countFilings(database, "2026-11-25")).filter((cell) => cell.field === page.field);
    expect(page.field).toBe(field);
    expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(await database.filing.count());
  });
});

describe("a draft of an entry that was taken off the list", () => {
  test("is seen and told why it cannot be sent, waits for the entry to return, and can be deleted", async () => {
    const draft = await completeDraft(chan, tuesday);
    await withdrawEntry(architect);

    const seen = must(await viewMyFiling(chan, draft, wednesday));
    expect(seen).toMatchObject({ state: "draft", closed: "withdrawn" });
    expect(seen.actions).not.toContain("submit");
    expect((await viewTask(chan, draft, "names")).ok).toBe(true);
    expect((await viewMyFilings(chan)).mine.map(({ address }) => address)).toEqual([draft]);
    expect(await submitFiling(chan, { filingId: draft, version: 1 }, wednesday)).toMatchObject({
      refusal: { code: "unmet", condition: "complete_and_open" },
    });

    await publishAgain();
    expect(must(await viewMyFiling(chan, draft, wednesday)).closed).toBeNull();
    await withdrawEntry(architect);
    expect(await deleteDraft(chan, { filingId: draft })).toEqual(ok(true));
    await publishAgain();
  });

  test("ends like every other when nobody works on it for 90 days", async () => {
    const draft = await completeDraft(chan, monday);
    await withdrawEntry(architect);
    await endOldDrafts(new Date("2027-02-10T02:00:00Z"));
    const [warning] = await database.mail.findMany({ where: { accountId: chan.accountId } });
    expect(warning?.template).toBe("draft_ending");
    await endOldDrafts(new Date("2027-03-01T02:00:00Z"));
    expect(await database.filing.count({ where: { id: draft } })).toBe(0);
    await publishAgain();
  });
});

/** Puts the entry back on the list as it was. */
function publishAgain() {
  return database.listEntryVersion.updateMany({
    where: { entryCode: architect, state: "withdrawn" },
    data: { state: "published" },
  });
}
