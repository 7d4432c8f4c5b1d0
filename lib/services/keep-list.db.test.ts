import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { EntryContent } from "@/lib/domain/accreditation/schema";
import type { Professional, Staff } from "@/lib/domain/actor";
import {
  architect,
  completeDraft,
  monday,
  openOffice,
  professional,
  staff,
  submittedFiling,
} from "@/prisma/testing/review-office";
import { loadFieldData } from "@/prisma/load-field-data";
import { listEntries } from "./list-entries";
import { prepareVersion } from "./prepare-version";
import { publishDueVersions, publishVersion } from "./publish-version";
import { runOfficeClock } from "./run-office-clock";
import { saveVersion } from "./save-version";
import { startFiling } from "./start-filing";
import { returnVersion, submitVersion, withdrawVersion } from "./submit-version";
import { tellOfChanges } from "./tell-of-change";
import { tellOfListed } from "./tell-of-listed";
import { viewEntry } from "./view-entry";
import { previewVersion, viewImpact, viewKeptEntry } from "./view-kept-entry";
import { viewKeptList } from "./view-kept-list";
import { viewMyFiling } from "./view-my-filing";

const tuesday = new Date("2026-11-24T02:00:00Z");
const december = "2026-12-01";
/** An entry that nobody confirmed yet. */
let inferred: string;

beforeAll(async () => {
  await openOffice();
  const row = await database.listEntryVersion.findFirstOrThrow({
    where: { confirmed: false, filedBy: "professional", effectiveTo: null, state: "published" },
  });
  inferred = row.entryCode;
});

let cheung: Staff;
let ng: Staff;
let lee: Staff;
beforeEach(async () => {
  cheung = await staff("CHEUNG Wai Man", ["publish_list"], null);
  ng = await staff("NG Kwok Ming", ["publish_list"], null);
  lee = await staff("LEE Ka Fai", ["examine", "decide"]);
  // Each test begins with nothing that is worked on.
  for (const { entryCode, revision } of await database.listEntryVersion.findMany({
    where: { state: { in: ["draft", "submitted"] } },
  })) {
    must(await withdrawVersion(cheung, { entry: entryCode, version: revision }, monday));
  }
});

function must<T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const view = async (actor: Staff, entry: string) => must(await viewKeptEntry(actor, entry));
const seen = async (actor: Staff, entry: string) => ({
  entry,
  version: (await view(actor, entry)).open?.revision ?? 0,
});
const published = async (entry: string) =>
  database.listEntryVersion.findFirstOrThrow({ where: { entryCode: entry, state: "published" } });

/** A version that says something else, written and handed in by one person. */
async function handedIn(entry: string, differing: Partial<EntryContent>, writer = cheung): Promise<void> {
  const { number } = await published(entry);
  must(await prepareVersion(writer, { entry, from: number }, monday));
  const { open } = await view(writer, entry);
  if (!open) throw new Error("Nothing is worked on.");
  must(await saveVersion(writer, { entry, version: open.revision, ...open.content, ...differing }, monday));
  must(await submitVersion(writer, await seen(writer, entry), monday));
}
const now = { publish_on: "2026-11-23", treatment: "grandfather" } as const;

describe("a new version of an entry", () => {
  test("is written by one administrator and published by another, and an entry confirmed so takes filings", async () => {
    expect(must(await viewEntry(inferred, monday)).closed).toBe("not_confirmed");
    const chan = await professional();
    expect((await startFiling(chan, { entry: inferred }, monday)).ok).toBe(false);
    await database.wish.create({
      data: {
        key: inferred,
        entryCode: inferred,
        email: "wish@people.example",
        tokenHash: "of-the-test",
        confirmedAt: monday,
        askedAt: monday,
        locale: "en",
        qualification: "",
        issuingBody: "",
      },
    });

    const first = await published(inferred);
    await handedIn(inferred, { confirmed: true, provenance: "sourced", scope_of_practice_zh_hant: "全新的範圍" });
    expect(must(await viewEntry(inferred, monday)).closed).toBe("not_confirmed");
    must(await publishVersion(ng, { ...(await seen(ng, inferred)), ...now }, monday));

    const page = must(await viewEntry(inferred, tuesday));
    expect(page).toMatchObject({ closed: null, provenance: "sourced", scope: { "zh-Hant": "全新的範圍" } });
    expect((await startFiling(chan, { entry: inferred }, tuesday)).ok).toBe(true);
    expect((await database.listEntryVersion.findUniqueOrThrow({ where: { id: first.id } })).state).toBe("superseded");
    expect(await tellOfListed(tuesday)).toBe(1);

    const { versions } = await view(ng, inferred);
    expect(versions[0]?.steps.map(({ kind, by }) => [kind, by])).toEqual([
      ["prepared", "CHEUNG Wai Man"],
      ["changed", "CHEUNG Wai Man"],
      ["submitted", "CHEUNG Wai Man"],
      ["published", "NG Kwok Ming"],
    ]);
    expect(versions[0]?.changes.map(({ column }) => column).sort()).toEqual([
      "confirmed",
      "provenance",
      "scope_of_practice_zh_hant",
    ]);
    const acts = await database.auditEntry.findMany({
      where: { object: { startsWith: "entry_version:" }, action: "published_entry_version" },
    });
    expect(acts).toHaveLength(1);
    // Loading the list again undoes nothing.
    await loadFieldData(tuesday);
    expect(must(await viewEntry(inferred, tuesday)).closed).toBeNull();
  });

  test("is published by nobody who wrote a word of it, in the app and in the database", async () => {
    await handedIn(architect, { experience_years: 4 });
    expect(await publishVersion(cheung, { ...(await seen(cheung, architect)), ...now }, monday)).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expect((await view(cheung, architect)).actions).toEqual(["withdraw"]);
    expect((await view(ng, architect)).actions).toEqual(["return", "approve", "publish", "withdraw"]);

    must(await returnVersion(ng, { ...(await seen(ng, architect)), words: "Five years, please." }, monday));
    const { open } = await view(ng, architect);
    if (!open) throw new Error("Nothing is worked on.");
    must(
      await saveVersion(ng, { entry: architect, version: open.revision, ...open.content, experience_years: 5 }, monday),
    );
    must(await submitVersion(cheung, await seen(cheung, architect), monday));
    // Now both have written, and a third is needed.
    for (const writer of [cheung, ng]) {
      expect(await publishVersion(writer, { ...(await seen(writer, architect)), ...now }, monday)).toMatchObject({
        refusal: { code: "forbidden" },
      });
    }
    await expect(
      database.listEntryVersion.updateMany({
        where: { entryCode: architect, state: "submitted" },
        data: { approvedById: ng.accountId, publishOn: monday, treatment: "grandfather" },
      }),
    ).rejects.toThrow(/nobody publishes what they wrote/);
    await expect(
      database.listEntryVersion.updateMany({
        where: { entryCode: architect, state: "submitted" },
        data: { state: "published", publishedAt: monday },
      }),
    ).rejects.toThrow(/somebody approves/);
  });

  test("is not for whoever does not keep the list", async () => {
    const { number } = await published(architect);
    await handedIn(architect, { experience_years: 6 });
    const at = await seen(cheung, architect);
    for (const answer of [
      await viewKeptEntry(lee, architect),
      await viewKeptList(lee, { q: "", field: null, standing: null, page: 1 }, monday),
      await viewImpact(lee, architect, monday),
      await previewVersion(lee, architect, number, monday),
      await prepareVersion(lee, { entry: architect, from: number }, monday),
      await submitVersion(lee, at, monday),
      await returnVersion(lee, { ...at, words: "No." }, monday),
      await withdrawVersion(lee, at, monday),
      await publishVersion(lee, { ...at, ...now }, monday),
    ]) {
      expect(answer).toMatchObject({ ok: false, refusal: { code: "not_found" } });
    }
  });

  test("goes no further from a page that has grown old, and by two publishers at once only once", async () => {
    await handedIn(architect, { experience_years: 7 });
    const old = await seen(ng, architect);
    must(await returnVersion(ng, { ...old, words: "Wait." }, monday));
    must(await submitVersion(cheung, await seen(cheung, architect), monday));
    expect(await publishVersion(ng, { ...old, ...now }, monday)).toMatchObject({ refusal: { code: "stale" } });

    const third = await staff("HO Pui", ["publish_list"], null);
    const at = await seen(ng, architect);
    const both = await Promise.all([ng, third].map((who) => publishVersion(who, { ...at, ...now }, monday)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database.listEntryVersion.count({ where: { entryCode: architect, state: "published" } })).toBe(1);
  });

  test("is begun once, however often it is asked for", async () => {
    const { number } = await published(architect);
    await Promise.all([cheung, ng].map((who) => prepareVersion(who, { entry: architect, from: number }, monday)));
    expect(await database.listEntryVersion.count({ where: { entryCode: architect, state: "draft" } })).toBe(1);
    // What says the same as the list is not handed in.
    expect(await submitVersion(cheung, await seen(cheung, architect), monday)).toMatchObject({
      refusal: { code: "unmet", condition: "entry_unchanged" },
    });
  });

  test("that was published keeps its words and stays, and one that was withdrawn never shows", async () => {
    const { id, number } = await published(architect);
    await expect(database.listEntryVersion.update({ where: { id }, data: { scopeEn: "Everything" } })).rejects.toThrow(
      /keeps its words/,
    );
    await expect(database.listEntryVersion.delete({ where: { id } })).rejects.toThrow(/stays/);

    await handedIn(architect, { qualification_en: "Somebody else" });
    await expect(
      database.listEntryVersion.updateMany({
        where: { entryCode: architect, state: "submitted" },
        data: { scopeEn: "!" },
      }),
    ).rejects.toThrow(/keeps its words/);
    must(await withdrawVersion(cheung, await seen(cheung, architect), monday));
    // Nor does it become somebody else's words, which who wrote it could publish.
    const [withdrawn] = (await view(ng, architect)).versions;
    expect(await prepareVersion(ng, { entry: architect, from: withdrawn?.number ?? 0 }, monday)).toMatchObject({
      refusal: { code: "not_found" },
    });
    expect(must(await viewEntry(architect, monday)).version).toBe(number);
    const { entries } = await listEntries(
      { q: architect, field: null, jurisdiction: null, standing: null, page: 1 },
      monday,
    );
    expect(entries.map(({ qualification }) => qualification.en)).not.toContain("Somebody else");
  });

  test("may be approved for a later day: the clock puts it on the list then, and not before", async () => {
    await handedIn(architect, { experience_years: 8 });
    const at = await seen(ng, architect);
    for (const [day, words] of [
      ["2026-11-22", "validation.today_or_later"],
      ["2027-11-24", "validation.within_a_year"],
    ] as const) {
      expect(await publishVersion(ng, { ...at, ...now, publish_on: day }, monday)).toMatchObject({
        refusal: { code: "invalid_input", fields: { publish_on: words } },
      });
    }
    must(await publishVersion(ng, { ...at, publish_on: december, treatment: "grandfather" }, monday));
    expect((await view(ng, architect)).open).toMatchObject({ state: "submitted", publishOn: december });
    const other = await staff("HO Pui", ["publish_list"], null);
    expect(await publishVersion(other, { ...(await seen(other, architect)), ...now }, monday)).toMatchObject({
      refusal: { code: "wrong_status" },
    });

    expect(await publishDueVersions(new Date("2026-11-30T15:59:00Z"))).toBe(0);
    expect(must(await viewEntry(architect, monday)).experienceYears).not.toBe(8);
    await runOfficeClock(new Date("2026-11-30T16:01:00Z"));
    expect(must(await viewEntry(architect, new Date("2026-12-01T02:00:00Z"))).experienceYears).toBe(8);
    expect(await publishDueVersions(new Date("2026-12-01T02:00:00Z"))).toBe(0);
    expect((await view(ng, architect)).versions[0]?.steps.at(-1)).toMatchObject({ kind: "published", by: null });
  });
});

describe("whom a change touches", () => {
  let chan: Professional;
  beforeEach(async () => {
    chan = await professional();
  });

  test("is seen before it is published: a draft follows, an open filing keeps its version, and both numbers open their rows", async () => {
    const sent = await submittedFiling(monday);
    const draft = await completeDraft(chan, monday);
    const before = await published(architect);
    const drafts = await database.filing.count({ where: { entryCode: architect, state: "draft" } });
    const open = await database.filing.count({ where: { entryCode: architect, state: "submitted" } });
    const impact = must(await viewImpact(ng, architect, monday));
    expect(impact.drafts.count).toBe(drafts);
    expect(impact.openFilings.count).toBe(open);
    expect(impact.openFilings.rows).toContainEqual(
      expect.objectContaining({ reference: sent.reference, state: "submitted", version: before.number }),
    );

    await handedIn(architect, { experience_years: 20 });
    must(await publishVersion(ng, { ...(await seen(ng, architect)), ...now, treatment: "notify" }, monday));
    const pinned = await database.filing.findUniqueOrThrow({ where: { id: sent.filingId } });
    expect(pinned.entryVersionId).toBe(before.id);
    expect(must(await viewMyFiling(chan, draft, tuesday)).tasks.experience).toBe("update_needed");

    // Whoever has a draft is written to, once; whose filing is open is not.
    await tellOfChanges(tuesday);
    await tellOfChanges(tuesday);
    const mails = await database.mail.findMany({ where: { template: "entry_changed" } });
    expect(mails.filter(({ accountId }) => accountId === chan.accountId)).toMatchObject([
      { params: { entryCode: architect, changed: ["experience_years"] } },
    ]);
    expect(mails.map(({ accountId }) => accountId)).not.toContain(sent.applicant.accountId);
  });

  test("is told nothing where the publisher chose so", async () => {
    await completeDraft(chan, monday);
    await handedIn(architect, { experience_years: 21 });
    must(await publishVersion(ng, { ...(await seen(ng, architect)), ...now }, monday));
    await tellOfChanges(tuesday);
    expect(await database.mail.count({ where: { template: "entry_changed", accountId: chan.accountId } })).toBe(0);
  });

  test("sees in the preview the very papers, questions and checks that the version asks for", async () => {
    await handedIn(architect, { evidence_required: ["id_hkid", "practising_certificate"], experience_years: null });
    const { open } = await view(ng, architect);
    const preview = must(await previewVersion(ng, architect, open?.number ?? 0, monday));
    expect(preview.entry.papers.map(({ key }) => key)).toEqual(["id_hkid", "practising_certificate"]);
    expect(preview.checks).toContain("paper:practising_certificate");
    expect(preview.checks).not.toContain("experience");
    expect(preview.tasks.find(({ task }) => task === "identity")?.questions).not.toContain("permit_number");
    expect(open?.papers.added).toEqual(["practising_certificate"]);
  });

  test("is listed with what waits first", async () => {
    await handedIn(inferred, { experience_years: 9 });
    const all = must(await viewKeptList(ng, { q: "", field: null, standing: null, page: 1 }, monday));
    expect(all).toMatchObject({ total: 90, waiting: 1 });
    expect(all.entries[0]).toMatchObject({ code: inferred, open: { state: "submitted" } });
    const waiting = must(await viewKeptList(ng, { q: "", field: null, standing: "submitted", page: 1 }, monday));
    expect(waiting.entries.map(({ code }) => code)).toEqual([inferred]);
  });
});
