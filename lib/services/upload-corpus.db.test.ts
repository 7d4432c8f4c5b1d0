import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Professional } from "@/lib/domain/actor";
import { attachmentHeader, fileLimits, mediaTypeOf } from "@/lib/domain/document/file";
import { closeFileInspection, inspectionFigures } from "@/lib/ports/file-inspection";
import { draftWithConsent } from "@/prisma/testing/papers-scene";
import { monday, openOffice, professional } from "@/prisma/testing/review-office";
import type { Family, Sample } from "@/prisma/testing/uploads/sample";
import { uploads } from "@/prisma/testing/uploads/table";
import { attachDocument } from "./attach-document";
import { readDocument } from "./read-document";

const gibibyte = 1024 ** 3;
const started = performance.now();

beforeAll(openOffice);
afterAll(closeFileInspection);

test("the corpus is as large as it has to be, and has good papers to lose", () => {
  const all = uploads.flatMap(({ samples }) => samples);
  const good = uploads.filter(({ verdict }) => verdict === "taken").flatMap(({ samples }) => samples);
  expect(uploads.length).toBeGreaterThanOrEqual(20);
  expect(all.length).toBeGreaterThanOrEqual(300);
  expect(good.length).toBeGreaterThanOrEqual(60);
});

describe.each(uploads)("$family", ({ verdict, samples }: Family) => {
  test(`(${samples.length}): ${verdict}, each of them`, async () => {
    const drafts = await draftsFor(samples.length);
    const found = await inTwos(samples, (sample, at) => {
      const draft = drafts[Math.floor(at / fileLimits.filesOfPart)];
      if (!draft) throw new Error("There is no draft for this file.");
      return send(draft.author, draft.filingId, sample);
    });
    expect(found).toEqual(samples.map(({ trick }) => ({ trick, verdict, harm: [] })));

    const filings = drafts.map(({ filingId }) => filingId);
    const rows = await database.document.findMany({
      where: { filingId: { in: filings } },
      select: { state: true, storageKey: true },
    });
    expect(rows).toHaveLength(samples.length);
    for (const { state, storageKey } of rows) {
      expect([state, storageKey !== null]).toEqual(verdict === "taken" ? ["stored", true] : ["refused", false]);
    }
  }, 120_000);
});

test("no process was lost over a file, and none took a gibibyte", () => {
  const { mostMemory, ended } = inspectionFigures();
  const files = uploads.reduce((sum, { samples }) => sum + samples.length, 0);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.info(
    `upload corpus: ${files} files of ${uploads.length} families in ${seconds} s, ` +
      `at most ${Math.round(mostMemory / 1024 ** 2)} MiB in a process that opens files`,
  );
  expect(ended).toBe(0);
  expect(mostMemory).toBeGreaterThan(0);
  expect(mostMemory).toBeLessThan(gibibyte);
});

/** As many drafts as take so many files in one part of each. */
async function draftsFor(files: number): Promise<{ author: Professional; filingId: string }[]> {
  const drafts = [];
  for (let room = 0; room < files; room += fileLimits.filesOfPart) {
    const author = await professional();
    drafts.push({ author, filingId: await draftWithConsent(author) });
  }
  return drafts;
}

/** Sends a file the whole way, and looks at what would be handed out of it. */
async function send(author: Professional, filingId: string, { trick, name, bytes, secrets }: Sample) {
  const content = await bytes();
  const sent = await attachDocument(
    author,
    { filingId, evidenceKey: "registration_certificate", name, content },
    monday,
  );
  if (!sent.ok) {
    const key = sent.refusal.fields?.["file"];
    return { trick, verdict: key?.replace("validation.file_", "") ?? sent.refusal.code, harm: [] };
  }
  return { trick, verdict: "taken", harm: await harmIn(author, sent.value.documentId, secrets) };
}

/** What is wrong with a paper that was taken: nothing, if all is well. */
async function harmIn(author: Professional, documentId: string, secrets: readonly string[] = []): Promise<string[]> {
  const read = await readDocument(author, documentId);
  if (!read.ok) return ["it cannot be read"];
  const bytes = Buffer.from(read.value.bytes);
  const { name, mediaType } = read.value;
  const header = attachmentHeader(name);
  return [
    ...(mediaTypeOf(mediaType) ? [] : [`it would be handed out as ${mediaType}`]),
    ...(/^attachment; filename="[^"\\\p{Cc}]*"; filename\*=UTF-8''[\w.%!#$&+^`|~-]+$/u.test(header)
      ? []
      : [`its header is ${header}`]),
    ...(/[\p{C}/\\<>"]/u.test(name) || name.startsWith(".") || [...name].length > fileLimits.nameLength
      ? [`it would be called ${name}`]
      : []),
    ...secrets.flatMap((secret) => (bytes.includes(Buffer.from(secret, "latin1")) ? [`it still says ${secret}`] : [])),
  ];
}

/** Two at a time, as many as there are processes that open files. */
async function inTwos<T, R>(all: readonly T[], work: (one: T, at: number) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  const waiting = [...all.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) done[next[0]] = await work(next[1], next[0]);
  };
  await Promise.all([worker(), worker()]);
  return done;
}
