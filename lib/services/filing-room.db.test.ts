import { createHash, randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database, transaction } from "@/lib/data/client";
import { insertRequest } from "@/lib/data/requests";
import type { Professional } from "@/lib/domain/actor";
import { ok } from "@/lib/domain/result";
import { answers, answer, completeDraft, consentTo, openForm, putPaper } from "@/prisma/testing/filing-scene";
import { architect, monday, openOffice, professional, staff } from "@/prisma/testing/review-office";
import { deleteDraft } from "./delete-draft";
import { endOldDrafts } from "./end-old-drafts";
import { giveConsent, withdrawConsent } from "./give-consent";
import { autosaveAnswers, finishExperience, removeJob, saveAnswers, saveJob } from "./save-answers";
import { startFiling } from "./start-filing";
import { submitFiling } from "./submit-filing";
import { answerItem, supplementFiling } from "./supplement-filing";
import { takeStep } from "./take-step";
import { viewAnswers } from "./view-answers";
import { viewMyFiling } from "./view-my-filing";
import { viewMyFilings } from "./view-my-filings";
import { viewRequest } from "./view-request";
import { viewStatus } from "./view-status";
import { viewTask } from "./view-task";
import { withdrawFiling } from "./withdraw-filing";

const later = new Date("2026-11-24T03:00:00Z");

beforeAll(openOffice);

let chan: Professional;
let draft: string;

async function begin(actor: Professional): Promise<string> {
  const started = await startFiling(actor, { entry: architect }, monday);
  if (!started.ok) throw new Error(started.refusal.code);
  return started.value.id;
}

beforeEach(async () => {
  chan = await professional();
  draft = await begin(chan);
});

const valueOf = async (question: string) =>
  (await database.answer.findUnique({ where: { filingId_question: { filingId: draft, question } } }))?.value;

describe("starting", () => {
  test("an open filing for the same entry is opened instead of a second one", async () => {
    expect(await startFiling(chan, { entry: architect }, later)).toEqual(ok({ id: draft, wasOpen: true }));
  });

  test("five clicks at once start one filing", async () => {
    const wong = await professional("黃小玲");
    const started = await Promise.all(Array.from({ length: 5 }, () => startFiling(wong, { entry: architect }, monday)));
    expect(new Set(started.map((it) => it.ok && it.value.id)).size).toBe(1);
    expect(await database.filing.count({ where: { personId: wong.personId } })).toBe(1);
  });

  test("an entry that is not confirmed, not on the list, or filed by institutions is refused with its reason", async () => {
    const closed = await database.listEntryVersion.findFirstOrThrow({
      where: { state: "published", confirmed: false, filedBy: "professional" },
    });
    const institutional = await database.listEntryVersion.findFirstOrThrow({
      where: { state: "published", filedBy: "institution" },
    });
    expect(await startFiling(chan, { entry: closed.entryCode }, monday)).toMatchObject({
      refusal: { code: "unmet", condition: "not_confirmed" },
    });
    expect(await startFiling(chan, { entry: institutional.entryCode }, monday)).toMatchObject({
      refusal: { code: "unmet", condition: "by_institution" },
    });
    expect(await startFiling(chan, { entry: "QH-NOTHING" }, monday)).toMatchObject({ refusal: { code: "not_found" } });
  });
});

describe("answering", () => {
  test("what is typed is kept while somebody is still typing, whole or not", async () => {
    const form = await openForm(chan, draft, "names", monday);
    const kept = await autosaveAnswers(chan, { ...form, task: "names", surname: "Ch" }, monday);
    expect(kept.ok).toBe(true);
    expect(await valueOf("surname")).toBe("Ch");
    expect((await viewMyFiling(chan, draft, monday)).ok).toBe(true);
  });

  test("Continue with something missing says what is missing and keeps the rest", async () => {
    const kept = await answer(chan, draft, "home_registration", { home_registration_number: "A-1234" }, monday);
    expect(kept).toMatchObject({
      refusal: { code: "invalid_input", fields: { home_registered_on: "validation.date" } },
    });
    expect(await valueOf("home_registration_number")).toBe("A-1234");
  });

  test("one window saves again and again without being in its own way", async () => {
    const form = await openForm(chan, draft, "names", monday);
    for (const surname of ["C", "Ch", "Chan"]) {
      expect((await autosaveAnswers(chan, { ...form, task: "names", surname }, monday)).ok).toBe(true);
    }
    expect((await saveAnswers(chan, { ...form, task: "names", ...answers.names }, monday)).ok).toBe(true);
    const row = await database.answer.findFirstOrThrow({ where: { filingId: draft, question: "surname" } });
    expect(row).toMatchObject({ value: "Chan", revision: 3 });
  });

  test("a second window that is behind is told, keeps the first one's answer, and may then say it again", async () => {
    const behind = await openForm(chan, draft, "names", monday);
    await answer(chan, draft, "names", answers.names, monday);

    const differing = { ...behind, task: "names" as const, ...answers.names, given_names: "Daai Man" };
    expect(await autosaveAnswers(chan, differing, later)).toMatchObject({ refusal: { code: "stale" } });
    expect(await saveAnswers(chan, differing, later)).toMatchObject({ refusal: { code: "stale" } });
    // The form may still be about to save by itself when the refusal comes.
    expect(await autosaveAnswers(chan, differing, later)).toMatchObject({ refusal: { code: "stale" } });
    expect(await valueOf("given_names")).toBe("Tai Man");

    expect((await saveAnswers(chan, differing, later)).ok).toBe(true);
    expect(await valueOf("given_names")).toBe("Daai Man");
  });

  test("an answer that is no longer asked for is cleared", async () => {
    const yes = { discipline: "yes", penalty: "no", details: "A reprimand in 2011.", truth: "yes" };
    expect((await answer(chan, draft, "declarations", yes, monday)).ok).toBe(true);
    expect(await valueOf("details")).toBe("A reprimand in 2011.");
    await answer(chan, draft, "declarations", { ...yes, discipline: "no" }, monday);
    expect(await valueOf("details")).toBeUndefined();
  });

  test("identity numbers are taken only after the consent to it", async () => {
    const refused = await answer(chan, draft, "identity", answers.identity, monday);
    expect(refused).toMatchObject({ refusal: { code: "unmet", condition: "consent_first" } });
    expect(await database.answer.count({ where: { filingId: draft } })).toBe(0);
  });

  test("a number that does not fit its document is asked to be read again, and then believed", async () => {
    await consentTo(chan, draft, monday);
    const wrong = { ...answers.identity, identity_number: "A123456(4)" };
    expect(await answer(chan, draft, "identity", wrong, monday)).toMatchObject({
      refusal: { code: "invalid_input", fields: { identity_number: "identity.hkid_check_digit" } },
    });
    expect((await answer(chan, draft, "identity", { ...wrong, identity_reread: "yes" }, monday)).ok).toBe(true);
    expect(await valueOf("identity_reread")).toBe("yes");

    // Left empty, the number stays; put right, nothing remains to be confirmed.
    expect((await answer(chan, draft, "identity", answers.identity, monday)).ok).toBe(true);
    expect(await valueOf("identity_reread")).toBeUndefined();
    const { identity_number: _left, ...empty } = answers.identity;
    expect((await answer(chan, draft, "identity", { ...empty, identity_number: "" }, monday)).ok).toBe(true);
    const view = await viewTask(chan, draft, "identity");
    expect(view.ok && view.value.answers["identity_number"]).toBe("A12****(*)");
  });

  test("posts are added, put right and removed, the latest first", async () => {
    const post = { employer: "First", role: "Assistant", from_month: "2010-9-", to_month: "2014-1-", share: "100" };
    const add = async (differing: object) =>
      saveJob(
        chan,
        { ...(await openForm(chan, draft, "experience", monday)), at: "new", ...post, ...differing },
        monday,
      );
    expect((await add({})).ok).toBe(true);
    expect((await add({ employer: "Second", from_month: "2014-2-", to_month: "", current: "yes" })).ok).toBe(true);
    expect(await valueOf("jobs")).toMatchObject([
      { employer: "Second", from: "2014-02", to: "" },
      { employer: "First", from: "2010-09", to: "2014-01" },
    ]);
    expect(await add({ from_month: "2014-2-" })).toMatchObject({
      refusal: { fields: { to_month: "validation.end_before_start" } },
    });
    await removeJob(chan, { ...(await openForm(chan, draft, "experience", monday)), at: 0 }, monday);
    expect(await valueOf("jobs")).toMatchObject([{ employer: "First" }]);
    expect((await finishExperience(chan, await openForm(chan, draft, "experience", monday), monday)).ok).toBe(true);
  });

  test("each consent is given and taken back on its own", async () => {
    const given = await giveConsent(chan, { filingId: draft, locale: "zh-Hant", identity_papers: "yes" }, monday);
    expect(given).toMatchObject({
      refusal: {
        fields: {
          publication: "validation.consent_publication",
          home_register_check: "validation.consent_home_register_check",
        },
      },
    });
    await consentTo(chan, draft, monday);
    await withdrawConsent(chan, { filingId: draft, purpose: "publication" }, later);
    const consents = await database.consent.findMany({ where: { filingId: draft, withdrawnAt: null } });
    expect(consents.map(({ purpose }) => purpose).sort()).toEqual(["home_register_check", "identity_papers"]);
    expect(consents.find(({ purpose }) => purpose === "identity_papers")?.locale).toBe("zh_Hant");
  });
});

test("somebody else's filing is not found, whatever one asks of it", async () => {
  const wong = await professional("黃小玲");
  const notFound = { ok: false, refusal: { code: "not_found" } };
  const form = { filingId: draft, form: randomUUID(), seen: "" };
  const seen = { filingId: draft, version: 1 };
  expect(await viewMyFiling(wong, draft, monday)).toEqual(notFound);
  expect(await viewTask(wong, draft, "names")).toEqual(notFound);
  expect(await viewAnswers(wong, draft, monday)).toEqual(notFound);
  expect(await viewStatus(wong, draft, monday)).toEqual(notFound);
  expect(await viewRequest(wong, draft, monday)).toEqual(notFound);
  expect(await saveAnswers(wong, { ...form, task: "names", surname: "Wong" }, monday)).toEqual(notFound);
  expect(await autosaveAnswers(wong, { ...form, task: "names", surname: "Wong" }, monday)).toEqual(notFound);
  expect(await removeJob(wong, { ...form, at: 0 }, monday)).toEqual(notFound);
  expect(await consentTo(wong, draft, monday)).toEqual(notFound);
  expect(await withdrawConsent(wong, { filingId: draft, purpose: "publication" }, monday)).toEqual(notFound);
  expect(await submitFiling(wong, seen, monday)).toEqual(notFound);
  expect(await supplementFiling(wong, seen, monday)).toEqual(notFound);
  expect(await withdrawFiling(wong, seen, monday)).toEqual(notFound);
  expect(await deleteDraft(wong, { filingId: draft })).toEqual(notFound);
  expect((await viewMyFilings(wong)).mine).toEqual([]);
  expect(await database.filing.count({ where: { id: draft, state: "draft" } })).toBe(1);
});

test("a draft is deleted with everything in it, and a submitted filing is not", async () => {
  await completeDraft(chan, draft, monday);
  expect((await deleteDraft(chan, { filingId: draft })).ok).toBe(true);
  expect(await database.filing.count({ where: { id: draft } })).toBe(0);
  expect(await database.document.count({ where: { filingId: draft } })).toBe(0);

  draft = await begin(chan);
  await completeDraft(chan, draft, monday);
  await submitFiling(chan, { filingId: draft, version: 1 }, monday);
  expect(await deleteDraft(chan, { filingId: draft })).toMatchObject({ refusal: { code: "wrong_status" } });
});

describe("submitting", () => {
  test("an incomplete draft is not submitted, and says so", async () => {
    expect(await submitFiling(chan, { filingId: draft, version: 1 }, monday)).toMatchObject({
      refusal: { code: "unmet", condition: "complete_and_open" },
    });
    expect(await database.submission.count({ where: { filingId: draft } })).toBe(0);
  });

  test("five sendings at once are one filing with one reference, one event, one snapshot and one mail", async () => {
    await completeDraft(chan, draft, monday);
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => submitFiling(chan, { filingId: draft, version: 1 }, monday)),
    );
    expect(new Set(sent.map((it) => it.ok && it.value.reference)).size).toBe(1);
    const filing = await database.filing.findUniqueOrThrow({ where: { id: draft } });
    expect(filing).toMatchObject({ state: "submitted", version: 2 });
    expect(filing.reference).toMatch(/^QH-2026-\d{6}-[0-9A-Z]$/);
    expect(filing.entryVersionId).not.toBeNull();
    expect(await database.event.count({ where: { filingId: draft } })).toBe(1);
    expect(await database.submission.count({ where: { filingId: draft } })).toBe(1);
    expect(await database.mail.count({ where: { accountId: chan.accountId } })).toBe(1);
  });

  test("the person takes the names of the filing, and is found by them in either script", async () => {
    await completeDraft(chan, draft, monday);
    await submitFiling(chan, { filingId: draft, version: 1 }, monday);
    const person = await database.person.findUniqueOrThrow({ where: { id: chan.personId } });
    expect(person).toMatchObject({ nameZh: "陳大文", surname: "Chan", givenNames: "Tai Man", inBaseline: false });
    expect(person.searchKey).toContain("陈大文");
    expect(await database.identityDocument.count({ where: { personId: chan.personId } })).toBe(2);
  });

  test("identity numbers stand in clear in no table", async () => {
    await completeDraft(chan, draft, monday);
    await submitFiling(chan, { filingId: draft, version: 1 }, monday);
    expect(await tablesWith("Harbour Design Limited")).toContain("answer");
    expect(await tablesWith("A123456")).toEqual([]);
    expect(await tablesWith("H12345678")).toEqual([]);
  });

  test("what was submitted is changed by nobody", async () => {
    await completeDraft(chan, draft, monday);
    await submitFiling(chan, { filingId: draft, version: 1 }, monday);
    expect(await answer(chan, draft, "names", { surname: "Wong" }, monday)).toMatchObject({
      refusal: { code: "wrong_status" },
    });
    expect(await submitFiling(chan, { filingId: draft, version: 7 }, monday)).toMatchObject({
      refusal: { code: "wrong_status" },
    });
  });

  test("a filing taken back is withdrawn for good, whatever was asked of it", async () => {
    await completeDraft(chan, draft, monday);
    await submitFiling(chan, { filingId: draft, version: 1 }, monday);
    expect(await withdrawFiling(chan, { filingId: draft, version: 1 }, later)).toMatchObject({
      refusal: { code: "stale" },
    });
    expect((await withdrawFiling(chan, { filingId: draft, version: 2 }, later)).ok).toBe(true);
    expect((await viewMyFilings(chan)).ended).toHaveLength(1);
  });
});

/** The tables in which a text stands in any row. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await database.$queryRaw<{ name: string; rows: string }[]>`
    SELECT table_schema || '.' || table_name AS name,
      query_to_xml(format('SELECT * FROM %I.%I', table_schema, table_name), true, false, '')::text AS rows
    FROM information_schema.tables WHERE table_schema IN ('public', 'pgboss') AND table_type = 'BASE TABLE'`;
  return tables.filter(({ rows }) => rows.includes(text)).map(({ name }) => name.replace("public.", ""));
}

describe("answering a request", () => {
  let items: string[];

  beforeEach(async () => {
    await completeDraft(chan, draft, monday);
    await submitFiling(chan, { filingId: draft, version: 1 }, monday);
    const lee = await staff("Lee Ka Fai", ["examine"]);
    await transaction(async (db) => {
      const asked = await takeStep(db, lee, { filingId: draft, version: 2, action: "request_information" }, monday);
      if (!asked.ok) throw new Error(asked.refusal.code);
      await insertRequest(db, {
        filingId: draft,
        outcome: "close_no_response",
        sentById: lee.accountId,
        sentAt: monday,
        dueOn: asked.value.standing.dueOn ?? "",
        items: [
          { subject: "question:home_registration", text: "The number differs from the certificate." },
          { subject: "paper:travel_permit", text: "The back is missing." },
        ],
      });
    });
    const request = await viewRequest(chan, draft, later);
    items = request.ok ? request.value.items.map(({ id }) => id) : [];
  });

  const answerTo = (at: number, words = "") =>
    answerItem(chan, { filingId: draft, itemId: items[at] ?? "", answer: words }, later);

  test("only what was asked for may change", async () => {
    expect(await answer(chan, draft, "names", { ...answers.names, surname: "Wong" }, later)).toMatchObject({
      refusal: { code: "forbidden" },
    });
    const number = { ...answers.home_registration, home_registration_number: "A-4321" };
    expect((await answer(chan, draft, "home_registration", number, later)).ok).toBe(true);
    const request = await viewRequest(chan, draft, later);
    expect(request.ok && [...request.value.changed]).toEqual(["home_registration_number"]);
  });

  test("one answer asked for is the only one that changes: every other is the same to the byte", async () => {
    await database.requestItem.update({
      where: { id: items[0] ?? "" },
      data: { subject: "question:home_registration_number" },
    });
    const hashes = async () => {
      const stored = await database.answer.findMany({ where: { filingId: draft }, orderBy: { question: "asc" } });
      return Object.fromEntries(
        stored.map(({ question, value, sealed, revision }) => [
          question,
          createHash("sha256")
            .update(JSON.stringify([value, sealed && Buffer.from(sealed).toString("hex"), revision]))
            .digest("hex"),
        ]),
      );
    };
    const before = await hashes();
    const both = { ...answers.home_registration, home_registration_number: "A-9", home_registered_on: "2016-01-01" };
    expect(await answer(chan, draft, "home_registration", both, later)).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expect(await hashes()).toEqual(before);

    const number = { ...answers.home_registration, home_registration_number: "A-9" };
    expect((await answer(chan, draft, "home_registration", number, later)).ok).toBe(true);
    const after = await hashes();
    const changed = Object.keys(after).filter((question) => after[question] !== before[question]);
    expect(changed).toEqual(["home_registration_number"]);
    expect(Object.keys(after)).toEqual(Object.keys(before));
  });

  test("an item is answered by a change, a paper or words, and by nothing else", async () => {
    expect(await answerTo(0)).toMatchObject({ refusal: { fields: { answer: "validation.item_unanswered" } } });
    expect((await answerTo(0, "The certificate shows my old number.")).ok).toBe(true);
    expect(await answerTo(1)).toMatchObject({ refusal: { fields: { answer: "validation.item_unanswered" } } });
    await putPaper(chan, draft, "travel_permit", later);
    expect((await answerTo(1)).ok).toBe(true);
  });

  test("answers are sent when every item has one, as a second snapshot, and the clock runs again", async () => {
    await answerTo(0, "The certificate shows my old number.");
    expect(await supplementFiling(chan, { filingId: draft, version: 3 }, later)).toMatchObject({
      refusal: { code: "unmet", condition: "complete_and_open" },
    });
    await answerTo(1, "The permit has nothing on its back.");
    const sent = await Promise.all(
      Array.from({ length: 3 }, () => supplementFiling(chan, { filingId: draft, version: 3 }, later)),
    );
    expect(sent.filter((it) => it.ok)).toHaveLength(1);
    expect(await database.filing.findUniqueOrThrow({ where: { id: draft } })).toMatchObject({ state: "submitted" });
    expect(await database.submission.count({ where: { filingId: draft } })).toBe(2);
    expect(await database.request.findFirstOrThrow({ where: { filingId: draft } })).toMatchObject({
      state: "answered",
    });
    const status = await viewStatus(chan, draft, later);
    expect(status.ok && status.value.filing.turn).toMatchObject({ owner: "authority", of: 5 });
  });

  test("after the last day nothing more is taken", async () => {
    const tooLate = new Date("2027-02-01T03:00:00Z");
    expect(await answer(chan, draft, "home_registration", answers.home_registration, tooLate)).toMatchObject({
      refusal: { code: "unmet", condition: "in_time" },
    });
  });
});

describe("a draft that nobody works on", () => {
  const daysLater = (days: number) => new Date(monday.getTime() + days * 24 * 60 * 60 * 1000);
  const warnings = () => database.mail.count({ where: { accountId: chan.accountId, template: "draft_ending" } });

  test("is announced to end 14 and 7 days before, once each", async () => {
    await endOldDrafts(daysLater(75));
    expect(await warnings()).toBe(0);
    for (const day of [76, 76, 80]) await endOldDrafts(daysLater(day));
    expect(await warnings()).toBe(1);
    for (const day of [83, 89]) await endOldDrafts(daysLater(day));
    expect(await warnings()).toBe(2);
    expect(await database.filing.count({ where: { id: draft } })).toBe(1);
  });

  test("is gone after 90 days with everything in it, unless it was touched", async () => {
    await completeDraft(chan, draft, monday);
    const wong = await professional("黃小玲");
    const touched = await begin(wong);
    await answer(wong, touched, "names", answers.names, daysLater(30));

    await endOldDrafts(daysLater(90));
    expect(await database.filing.count({ where: { id: draft } })).toBe(0);
    expect(await database.answer.count({ where: { filingId: draft } })).toBe(0);
    expect(await database.filing.count({ where: { id: touched } })).toBe(1);
  });
});
