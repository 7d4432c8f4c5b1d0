import { readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database, pool, transaction } from "@/lib/data/client";
import { deleteDraft } from "@/lib/data/filings";
import type { Professional, Staff } from "@/lib/domain/actor";
import { fileLimits } from "@/lib/domain/document/file";
import { filesIn } from "@/lib/domain/document/papers";
import { env } from "@/lib/env";
import { closeFileInspection } from "@/lib/ports/file-inspection";
import { scanFile, scanWith } from "@/lib/ports/scanner";
import { pdf, photographWithPlace } from "@/prisma/testing/corpus";
import { askFor, attach, draftWithConsent, send } from "@/prisma/testing/papers-scene";
import { monday, openOffice, professional, staff } from "@/prisma/testing/review-office";
import { attachDocument } from "./attach-document";
import { listPapers } from "./list-papers";
import { previewPage } from "./preview-page";
import { readDocument } from "./read-document";
import { removeDocument } from "./remove-document";
import { sweepDocuments } from "./sweep-documents";

const later = (minutes: number) => new Date(monday.getTime() + minutes * 60_000);
const secret = "A certificate that only few may read";
const certificate = pdf({ catalog: `/Lang (${secret})` });

let chan: Professional;
let wong: Professional;
let reviewer: Staff;
let elsewhere: Staff;
let filingId: string;

beforeAll(openOffice);
afterAll(closeFileInspection);
beforeEach(async () => {
  [chan, wong] = [await professional("陳大文"), await professional("黃小玲")];
  [reviewer, elsewhere] = [await staff("Lee", ["examine"]), await staff("Tam", ["examine"], "tax")];
  filingId = await draftWithConsent(chan);
});

const rowsOf = (id: string) => database.document.findMany({ where: { filingId: id }, orderBy: { id: "asc" } });
const partOf = async (actor: Professional | Staff, id = filingId, now = monday) => {
  const papers = await listPapers(actor, id, now);
  if (!papers.ok) throw new Error(papers.refusal.code);
  const part = papers.value.papers.find(({ key }) => key === "registration_certificate")?.parts[0];
  if (!part) throw new Error("The entry asks for no certificate.");
  return part.places[0] ?? { current: null, checking: null, refused: null, earlier: [] };
};
const auditOf = async (documentId: string) =>
  (await database.auditEntry.findMany({ where: { object: `document:${documentId}` }, orderBy: { seq: "asc" } })).map(
    ({ actorId, action, fields, result }) => ({ actorId, action, fields, result }),
  );
const kept = async () => {
  const names = await readdir(join(env.storageDirectory, "kept"), { recursive: true }).catch(() => []);
  return names.filter((name) => name.length > 40);
};
const incoming = () => readdir(join(env.storageDirectory, "incoming")).catch(() => []);

describe("somebody who uploads a paper", () => {
  test("has it received, checked and on record, and can read it again", async () => {
    const documentId = await attach(chan, filingId, { content: certificate });

    expect((await partOf(chan)).current).toMatchObject({
      id: documentId,
      name: "certificate.pdf",
      pages: 1,
      size: certificate.length,
      verdict: "not_scanned",
      isReadable: true,
    });
    const read = await readDocument(chan, documentId);
    expect(read.ok && Buffer.from(read.value.bytes).equals(certificate)).toBe(true);
    expect(await auditOf(documentId)).toEqual([
      { actorId: chan.accountId, action: "attach_document", fields: ["registration_certificate"], result: "ok" },
    ]);
    expect(await incoming()).toEqual([]);
  });

  test("leaves nothing on the disk that could be read without the key", async () => {
    const before = new Set(await kept());
    await attach(chan, filingId, { content: certificate });
    const added = (await kept()).filter((name) => !before.has(name));

    expect(added).toHaveLength(1);
    const bytes = await readFile(join(env.storageDirectory, "kept", added[0] ?? ""));
    expect(bytes.includes(secret) || bytes.includes("%PDF")).toBe(false);
  });

  test("has a photograph kept without the place where it was taken", async () => {
    const documentId = await attach(chan, filingId, { name: "card.jpg", content: await photographWithPlace() });
    const read = await readDocument(chan, documentId);
    expect(read.ok && Buffer.from(read.value.bytes).includes("CameraOfMrChan")).toBe(false);
    const [row] = await rowsOf(filingId);
    expect(row?.sha256).not.toBe(row?.storedSha256);
  });

  test("replaces the paper before, which stays as an earlier version", async () => {
    const first = await attach(chan, filingId);
    const second = await attach(chan, filingId, { name: "better.pdf", replaces: first }, later(5));

    const part = await partOf(chan);
    expect(part.current?.id).toBe(second);
    expect(part.earlier.map(({ id }) => id)).toEqual([first]);
  });

  test("puts a translation beside the original without replacing it", async () => {
    const original = await attach(chan, filingId);
    const translation = await attach(chan, filingId, { half: "translation", name: "translation.pdf" }, later(5));

    const papers = await listPapers(chan, filingId, monday);
    const paper = papers.ok && papers.value.papers.find(({ key }) => key === "registration_certificate");
    expect(paper && paper.parts.map((part) => [part.half, filesIn(part)[0]?.id])).toEqual([
      ["original", original],
      ["translation", translation],
      ["notarisation", undefined],
    ]);
  });

  test("is told why a file was refused, and the file keeps its row", async () => {
    const scripted = pdf({ objects: ["<< /S /JavaScript /JS (x) >>"] });
    const refused = await attachDocument(
      chan,
      { filingId, evidenceKey: "registration_certificate", name: "certificate.pdf", content: scripted },
      monday,
    );
    expect(refused).toEqual({
      ok: false,
      refusal: { code: "invalid_input", fields: { file: "validation.file_unsafe" } },
    });
    const part = await partOf(chan);
    expect(part.refused).toMatchObject({ name: "certificate.pdf", fault: "unsafe" });
    expect(part.current).toBeNull();

    await attach(chan, filingId, {}, later(5));
    expect((await partOf(chan)).refused).toBeNull();
  });

  test.each<[string, string, Uint8Array]>([
    ["empty", "certificate.pdf", new Uint8Array()],
    ["type", "certificate.docx", pdf()],
    ["too_large", "certificate.pdf", new Uint8Array(fileLimits.bytesOfFile + 1)],
  ])("is refused at sight: %s", async (fault, name, content) => {
    const refused = await attachDocument(
      chan,
      { filingId, evidenceKey: "registration_certificate", name, content },
      monday,
    );
    expect(refused).toMatchObject({ ok: false, refusal: { fields: { file: `validation.file_${fault}` } } });
    expect((await partOf(chan)).refused?.fault).toBe(fault);
  });

  test("claims no receipt when the line breaks, and holds up nobody meanwhile", async () => {
    const before = (await incoming()).length;
    async function* brokenOff() {
      yield pdf().subarray(0, 100);
      const { rows } = await pool.query(
        "SELECT count(*)::int AS n FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'",
      );
      expect(rows).toEqual([{ n: 0 }]);
      throw new Error("The line broke.");
    }
    const content = Readable.from(brokenOff());
    const broken = await attachDocument(
      chan,
      { filingId, evidenceKey: "registration_certificate", name: "a.pdf", content },
      monday,
    );

    expect(broken).toMatchObject({ ok: false, refusal: { fields: { file: "validation.file_broken" } } });
    expect(await rowsOf(filingId)).toEqual([]);
    expect(await incoming()).toHaveLength(before);
  });

  test("must have agreed to it first", async () => {
    const refused = await attachDocument(
      wong,
      {
        filingId: await draftWithConsent(wong, false),
        evidenceKey: "registration_certificate",
        name: "a.pdf",
        content: pdf(),
      },
      monday,
    );
    expect(refused).toEqual({ ok: false, refusal: { code: "unmet", condition: "consent_first" } });
  });

  test("cannot put it into somebody else's filing, nor as a paper that is not asked for", async () => {
    const input = { filingId, evidenceKey: "registration_certificate", name: "a.pdf", content: pdf() };
    expect(await attachDocument(wong, input, monday)).toEqual({ ok: false, refusal: { code: "not_found" } });
    expect(await attachDocument(chan, { ...input, evidenceKey: "law_exam_pass" }, monday)).toMatchObject({ ok: false });
    expect(await rowsOf(filingId)).toEqual([]);
  });

  test("cannot fill the office with files", async () => {
    const first = await attach(chan, filingId);
    const row = await database.document.findUniqueOrThrow({ where: { id: first }, omit: { id: true } });
    await database.document.createMany({
      data: Array.from({ length: 99 }, () => ({ ...row, state: "pending" as const, storageKey: null })),
    });
    const input = { filingId, evidenceKey: "registration_certificate", name: "a.pdf", content: pdf() };
    expect(await attachDocument(chan, input, monday)).toMatchObject({
      refusal: { fields: { file: "validation.file_limit" } },
    });
  });

  test("is told when the filing was sent while the file was still being checked", async () => {
    const usual = scanFile;
    const sealedBefore = (await kept()).length;
    try {
      scanWith(async () => {
        await send(chan, filingId, later(1));
        return "clean";
      });
      const late = await attachDocument(
        chan,
        { filingId, evidenceKey: "registration_certificate", name: "a.pdf", content: pdf() },
        monday,
      );
      expect(late).toMatchObject({ refusal: { fields: { file: "validation.file_late" } } });
    } finally {
      scanWith(usual);
    }
    expect(await rowsOf(filingId)).toMatchObject([{ state: "refused", fault: "late", storageKey: null }]);
    expect(await kept()).toHaveLength(sealedBefore);
  });
});

describe("the scanner", () => {
  test.each([
    ["suspect", "suspect"],
    ["error", "not_checked"],
  ] as const)("that says %s keeps the file out", async (verdict, fault) => {
    try {
      scanWith(() => Promise.resolve(verdict));
      const refused = await attachDocument(
        chan,
        { filingId, evidenceKey: "registration_certificate", name: "a.pdf", content: pdf() },
        monday,
      );
      expect(refused).toMatchObject({ refusal: { fields: { file: `validation.file_${fault}` } } });
    } finally {
      scanWith(() => Promise.resolve("not_scanned"));
    }
    expect(await rowsOf(filingId)).toMatchObject([{ state: "refused", fault, verdict, storageKey: null }]);
  });
});

describe("a paper is read", () => {
  test("by nobody else, whose answer is the same as for a paper that does not exist", async () => {
    const documentId = await attach(chan, filingId);
    const nowhere = "0198c0de-0000-7000-8000-000000000000";
    for (const actor of [wong, reviewer, elsewhere]) {
      for (const id of [documentId, nowhere]) {
        expect(await readDocument(actor, id)).toEqual({ ok: false, refusal: { code: "not_found" } });
        expect(await previewPage(actor, { documentId: id, page: 1 })).toEqual({
          ok: false,
          refusal: { code: "not_found" },
        });
      }
      expect(await listPapers(actor, filingId, monday)).toEqual({ ok: false, refusal: { code: "not_found" } });
      expect(await removeDocument(actor as Professional, { documentId }, monday)).toMatchObject({ ok: false });
    }
  });

  test("by the reviewers of its field once it was sent, and each look is on record", async () => {
    const documentId = await attach(chan, filingId);
    await send(chan, filingId, later(10));

    expect((await readDocument(elsewhere, documentId)).ok).toBe(false);
    expect((await previewPage(reviewer, { documentId, page: 1 })).ok).toBe(true);
    expect((await readDocument(reviewer, documentId)).ok).toBe(true);
    expect((await previewPage(chan, { documentId, page: 1 })).ok).toBe(true);
    expect((await auditOf(documentId)).slice(1)).toEqual([
      { actorId: reviewer.accountId, action: "view_document", fields: ["page:1"], result: "ok" },
      { actorId: reviewer.accountId, action: "read_document", fields: ["original"], result: "ok" },
    ]);
  });

  test("as it was last sent: not what was replaced before, nor what is not sent yet", async () => {
    const never = await attach(chan, filingId);
    const first = await attach(chan, filingId, { replaces: never }, later(5));
    await send(chan, filingId, later(10));
    await askFor(filingId, "registration_certificate", later(20), reviewer.accountId);
    const second = await attach(chan, filingId, { replaces: first }, later(30));

    expect((await partOf(chan)).current?.id).toBe(second);
    const unsent = await partOf(reviewer);
    expect([unsent.current?.id, unsent.earlier]).toEqual([first, []]);
    expect((await readDocument(reviewer, second)).ok).toBe(false);

    await send(chan, filingId, later(40));
    const sent = await partOf(reviewer);
    expect(sent.current?.id).toBe(second);
    expect(sent.earlier.map(({ id }) => id)).toEqual([first]);
    expect((await readDocument(reviewer, never)).ok).toBe(false);
  });

  test("never when its bytes are not what was kept", async () => {
    const documentId = await attach(chan, filingId);
    const { storageKey } = await database.document.findUniqueOrThrow({ where: { id: documentId } });
    const path = join(env.storageDirectory, "kept", storageKey ?? "");
    const bytes = await readFile(path);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    await writeFile(path, bytes);
    await expect(readDocument(chan, documentId)).rejects.toThrow();
  });

  test("never in place of another, though somebody exchanged what is kept of the two", async () => {
    const [mine, hers] = [await attach(chan, filingId), await attach(wong, await draftWithConsent(wong))];
    const { storageKey, wrappedKey, storedSha256 } = await database.document.findUniqueOrThrow({ where: { id: hers } });
    await database.document.update({ where: { id: hers }, data: { storageKey: `${storageKey}-moved` } });
    await database.document.update({ where: { id: mine }, data: { storageKey, wrappedKey, storedSha256 } });
    await expect(readDocument(chan, mine)).rejects.toThrow();
  });
});

describe("a paper is removed", () => {
  test("from a draft for good, earlier versions included", async () => {
    const first = await attach(chan, filingId);
    const documentId = await attach(chan, filingId, { replaces: first }, later(5));
    const before = (await kept()).length;

    expect((await removeDocument(chan, { documentId }, later(6))).ok).toBe(true);
    expect(await rowsOf(filingId)).toEqual([]);
    expect(await kept()).toHaveLength(before - 2);
  });

  test("after it was sent only where a notice asks for it, and stays on record", async () => {
    const documentId = await attach(chan, filingId);
    await send(chan, filingId, later(10));
    expect(await removeDocument(chan, { documentId }, later(15))).toEqual({
      ok: false,
      refusal: { code: "wrong_status" },
    });

    await askFor(filingId, "registration_certificate", later(20), reviewer.accountId);
    expect((await removeDocument(chan, { documentId }, later(30))).ok).toBe(true);
    expect((await partOf(chan)).current).toBeNull();
    expect((await partOf(reviewer)).current?.id).toBe(documentId);
  });
});

describe("the sweeper", () => {
  const longAgo = new Date("2020-01-01T00:00:00Z");
  const age = async (folder: string) => {
    const root = join(env.storageDirectory, folder);
    for (const name of await readdir(root, { recursive: true })) {
      if ((await stat(join(root, name))).isFile()) await utimes(join(root, name), longAgo, longAgo);
    }
  };

  test("destroys what nobody names any more, and nothing else", async () => {
    const stays = await attach(wong, await draftWithConsent(wong));
    await attach(chan, filingId);
    await transaction((db) => deleteDraft(db, filingId));

    expect((await sweepDocuments(monday)).orphans).toBe(0);
    await age("kept");
    expect((await sweepDocuments(monday)).orphans).toBeGreaterThan(0);
    expect((await sweepDocuments(monday)).orphans).toBe(0);
    expect((await readDocument(wong, stays)).ok).toBe(true);
  });

  test("refuses what was forgotten in checking, and clears what was left of broken uploads", async () => {
    const id = await attach(chan, filingId);
    const row = await database.document.findUniqueOrThrow({ where: { id }, omit: { id: true } });
    await database.document.create({ data: { ...row, state: "pending", storageKey: null, uploadedAt: later(-90) } });
    await writeFile(join(env.storageDirectory, "incoming", "left-behind"), "half a file");
    await age("incoming");

    expect(await sweepDocuments(monday)).toMatchObject({ forgotten: 1, incoming: 1 });
    expect(await incoming()).toEqual([]);
    expect(await database.document.count({ where: { filingId, state: "refused", fault: "broken" } })).toBe(1);
  });
});
