import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database, transaction } from "@/lib/data/client";
import { putBackDocuments } from "@/lib/data/documents";
import type { Professional, Staff } from "@/lib/domain/actor";
import { fileLimits } from "@/lib/domain/document/file";
import { filesIn } from "@/lib/domain/document/papers";
import { closeFileInspection } from "@/lib/ports/file-inspection";
import { pdf } from "@/prisma/testing/corpus";
import { askFor, attach, draftWithConsent, send } from "@/prisma/testing/papers-scene";
import { completeDraft, monday, openOffice, professional, staff } from "@/prisma/testing/review-office";
import { attachDocument, type AttachInput } from "./attach-document";
import { listPapers } from "./list-papers";
import { readDocument } from "./read-document";
import { removeDocument } from "./remove-document";
import { readSent } from "./sent-snapshot";
import { submitFiling } from "./submit-filing";
import { viewExamination } from "./view-examination";

const key = "registration_certificate";
const later = (minutes: number) => new Date(monday.getTime() + minutes * 60_000);
let chan: Professional;
let lee: Staff;
let filingId: string;

beforeAll(openOffice);
afterAll(closeFileInspection);
beforeEach(async () => {
  [chan, lee] = [await professional("陳大文"), await staff("Lee", ["examine"])];
  filingId = await draftWithConsent(chan);
});

const partOf = async (actor: Professional | Staff = chan, id = filingId) => {
  const papers = await listPapers(actor, id, monday);
  const part = papers.ok && papers.value.papers.find((it) => it.key === key)?.parts[0];
  if (!part) throw new Error("The paper is not there.");
  return part;
};
const namesIn = async (actor?: Professional | Staff) => filesIn(await partOf(actor)).map(({ name }) => name);
const three = async () => {
  const ids: string[] = [];
  for (const name of ["first.pdf", "second.pdf", "third.pdf"]) ids.push(await attach(chan, filingId, { name }));
  return ids as [string, string, string];
};
const tryTo = (differing: Partial<AttachInput>, minutes = 5) =>
  attachDocument(chan, { filingId, evidenceKey: key, name: "more.pdf", content: pdf(), ...differing }, later(minutes));

describe("somebody with three files for one paper", () => {
  test("has all three there in the order in which they were added", async () => {
    await three();
    expect(await namesIn()).toEqual(["first.pdf", "second.pdf", "third.pdf"]);
  });

  test("replaces one of them, which keeps its place and its earlier version, and no other", async () => {
    const [, second] = await three();
    await attach(chan, filingId, { name: "better.pdf", replaces: second }, later(5));
    expect(await namesIn()).toEqual(["first.pdf", "better.pdf", "third.pdf"]);
    expect((await partOf()).places.map(({ earlier }) => earlier.map(({ name }) => name))).toEqual([
      [],
      ["second.pdf"],
      [],
    ]);
  });

  test("replaces nothing that is replaced already, of another paper, or of somebody else", async () => {
    const [first] = await three();
    await attach(chan, filingId, { replaces: first }, later(5));
    const letter = await attach(chan, filingId, { evidenceKey: "employment_proof" });
    const wong = await professional("黃小玲");
    const hers = await attach(wong, await draftWithConsent(wong));
    for (const replaces of [first, letter, hers]) {
      expect(await tryTo({ replaces })).toEqual({ ok: false, refusal: { code: "stale" } });
    }
  });

  test("takes one out for good, and the others stay readable", async () => {
    const [first, second, third] = await three();
    expect((await removeDocument(chan, { documentId: second }, later(5))).ok).toBe(true);
    expect(await namesIn()).toEqual(["first.pdf", "third.pdf"]);
    expect(await database.document.count({ where: { id: second } })).toBe(0);
    for (const id of [first, third]) expect((await readDocument(chan, id)).ok).toBe(true);
  });

  test("sends them all in, in their order, each with its fingerprint", async () => {
    chan = await professional("何美儀");
    filingId = await completeDraft(chan, monday);
    const [, second] = await three();
    await attach(chan, filingId, { name: "better.pdf", replaces: second }, later(1));
    const submitted = await submitFiling(chan, { filingId, version: 1 }, later(2));
    if (!submitted.ok) throw new Error(submitted.refusal.code);

    const sent = await readSent(database, { id: filingId, personId: chan.personId }, 1);
    const files = sent?.papers.filter(({ evidenceKey }) => evidenceKey === key) ?? [];
    expect(files.map(({ id }) => id)).toEqual(filesIn(await partOf()).map(({ id }) => id));
    expect(files).toHaveLength(4);

    const seen = await viewExamination(lee, submitted.value.reference, later(3));
    const paper = seen.ok && seen.value.papers.find((it) => it.key === key);
    expect(paper && paper.files.map(({ name, among }) => [name, among?.number, among?.of])).toEqual([
      [`${key}.pdf`, 1, 4],
      ["first.pdf", 2, 4],
      ["better.pdf", 3, 4],
      ["third.pdf", 4, 4],
    ]);
  });

  test("who is asked for that paper adds to it and replaces in it, and the office sees none of it before it is sent", async () => {
    const [first] = await three();
    await send(chan, filingId, later(10));
    expect(await tryTo({}, 15)).toEqual({ ok: false, refusal: { code: "wrong_status" } });
    await askFor(filingId, key, later(20), lee.accountId);
    await attach(chan, filingId, { name: "fourth.pdf" }, later(30));
    await attach(chan, filingId, { name: "better.pdf", replaces: first }, later(30));
    expect(await tryTo({ evidenceKey: "employment_proof" }, 30)).toMatchObject({ refusal: { code: "wrong_status" } });
    expect(await namesIn()).toEqual(["better.pdf", "second.pdf", "third.pdf", "fourth.pdf"]);
    expect(await namesIn(lee)).toEqual(["first.pdf", "second.pdf", "third.pdf"]);
  });

  test("who did not send what they changed has the three again, each where it stood", async () => {
    const [first, second, third] = await three();
    await send(chan, filingId, later(10));
    await askFor(filingId, key, later(20), lee.accountId);
    const better = await attach(chan, filingId, { replaces: first }, later(30));
    await attach(chan, filingId, { replaces: better }, later(31));
    await removeDocument(chan, { documentId: second }, later(32));
    await attach(chan, filingId, { name: "fourth.pdf" }, later(33));
    await transaction((db) => putBackDocuments(db, filingId, [first, second, third], later(40)));
    expect(await namesIn()).toEqual(["first.pdf", "second.pdf", "third.pdf"]);
  });
});

describe("one file of several that is refused", () => {
  const scripted = pdf({ objects: ["<< /S /JavaScript /JS (x) >>"] });
  const refusals = async () => (await partOf()).places.flatMap(({ refused }) => refused?.name ?? []);

  test("says why in a row of its own beside those that came with it, until its owner chooses anew", async () => {
    await attach(chan, filingId);
    await tryTo({ name: "one.pdf", content: scripted });
    await tryTo({ name: "two.pdf", isTogether: true });
    await tryTo({ name: "three.pdf", content: scripted, isTogether: true });
    expect(await refusals()).toEqual(["one.pdf", "three.pdf"]);
    expect(await namesIn()).toEqual(["certificate.pdf", "two.pdf"]);

    await tryTo({ name: "four.pdf" }, 6);
    expect(await refusals()).toEqual([]);
    expect(await database.document.count({ where: { filingId, state: "refused" } })).toBe(2);
  });

  test("was sent in place of another, which stands as before", async () => {
    const [, second] = await three();
    await tryTo({ name: "worse.pdf", content: scripted, replaces: second });
    expect((await partOf()).places.map(({ refused }) => refused?.name)).toEqual([undefined, "worse.pdf", undefined]);
    expect(await namesIn()).toEqual(["first.pdf", "second.pdf", "third.pdf"]);
  });
});

describe("a part of a paper", () => {
  test("has room for ten files and says so before the eleventh is sent", async () => {
    for (let count = 0; count < fileLimits.filesOfPart; count++) await attach(chan, filingId);
    expect((await partOf()).hasRoom).toBe(false);
    expect(await tryTo({})).toEqual({
      ok: false,
      refusal: { code: "invalid_input", fields: { file: "validation.file_part_limit" } },
    });
    // A better scan takes no more room, and the copy of the paper has room of its own.
    const [first] = filesIn(await partOf());
    expect((await tryTo({ replaces: first?.id })).ok).toBe(true);
    expect((await tryTo({ half: "notarisation" })).ok).toBe(true);
  });

  test("takes two that come at the same moment, and the database lets no two stand in one place", async () => {
    await Promise.all([tryTo({ name: "one.pdf" }), tryTo({ name: "two.pdf" })]);
    expect((await namesIn()).sort()).toEqual(["one.pdf", "two.pdf"]);
    const [one, two] = (await partOf()).places;
    await expect(
      database.document.update({ where: { id: two?.current?.id ?? "" }, data: { place: one?.place ?? 0 } }),
    ).rejects.toThrow(/document_one_in_a_place/);
  });
});
