import { createHash, randomUUID } from "node:crypto";
import { transaction, type Db } from "@/lib/data/client";
import { insertDraft } from "@/lib/data/filings";
import { papersFor } from "@/lib/domain/accreditation/evidence";
import type { Staff } from "@/lib/domain/actor";
import { checksFor } from "@/lib/domain/filing/checks";
import { consentTextVersion, requiredConsents, sealedQuestions, type AnswerValue } from "@/lib/domain/filing/questions";
import { scanFile } from "@/lib/ports/scanner";
import { keep } from "@/lib/ports/storage";
import { newWrappedKey, seal } from "@/lib/ports/vault";
import { inspectFile } from "@/lib/ports/file-inspection";
import { mediaTypeOfName, type MediaType, type Verdict } from "@/lib/domain/document/file";
import { sealedAboutDocument } from "@/lib/services/document-seal";
import { keyOfPerson, sealedAbout, sealWords } from "@/lib/services/person-seal";
import { wordsFor, type Author, type Findings, type Walked } from "@/prisma/walking";
import { sampleFor, type SamplePapers } from "./papers";

// Two years of history would take minutes if every answer, paper and finding were saved on its own, as people do. So what
// a filing consists of is written at once, as the services would have left it: sealed, encrypted, consented to, on the
// audit trail. Every step of the workflow is still taken by its service.

export type CheckedPaper = { name: string; mediaType: MediaType; size: number; sha256: string } & {
  pages: number;
  verdict: Verdict;
  bytes: Uint8Array;
};
export type CheckedPapers = Record<keyof SamplePapers, CheckedPaper>;

/** Scans and opens each sample once, as an upload would; the same file is the same file in every filing. */
export async function checkPapers(papers: SamplePapers): Promise<CheckedPapers> {
  const checked: Partial<CheckedPapers> = {};
  for (const key of ["card", "certificate", "letter", "attested"] as const) checked[key] = await check(papers[key]);
  return checked as CheckedPapers;
}

async function check({ name, content }: SamplePapers["card"]): Promise<CheckedPaper> {
  const mediaType = mediaTypeOfName(name);
  if (!mediaType) throw new Error(`The sample ${name} is of no kind that is taken.`);
  const inspection = await inspectFile(content, mediaType);
  if (!inspection.ok) throw new Error(`The sample ${name} is refused: ${inspection.fault}.`);
  const { pages, bytes } = inspection;
  return {
    name,
    mediaType,
    size: content.length,
    sha256: hashOf(content),
    pages,
    bytes,
    verdict: await scanFile(content),
  };
}

/** Begins a filing and fills it in, wholly. */
export async function fileAtOnce(author: Author, papers: CheckedPapers, now: Date): Promise<Walked> {
  const { actor, applicant, entry } = author;
  return transaction(async (db) => {
    const draft = { personId: actor.personId, entryCode: entry.rules.code, fieldCode: entry.rules.field };
    const filingId = await insertDraft(db, { ...draft, kind: "first", at: now });
    if (!filingId) throw new Error(`${actor.email} has an open filing for ${entry.rules.code} already.`);
    const walked: Walked = { ...author, id: filingId, version: 1 };
    const documents = await keepPapers(walked, papers, now);

    await db.answer.createMany({ data: await answersOf(db, walked, now) });
    await db.consent.createMany({
      data: requiredConsents.map((purpose) => ({
        personId: actor.personId,
        filingId,
        purpose,
        textVersion: consentTextVersion,
        locale: localeColumn[applicant.locale],
        givenAt: now,
      })),
    });
    await db.document.createMany({ data: documents });
    await noteAll(db, actor.accountId, [
      { action: "start_filing", object: `filing:${filingId}`, fields: [] },
      { action: "give_consent", object: `filing:${filingId}`, fields: [...requiredConsents] },
      { action: "save_answers", object: `filing:${filingId}`, fields: Object.keys(valuesOf(walked)) },
      ...documents.map(({ id, evidenceKey }) => ({
        action: "attach_document",
        object: `document:${id}`,
        fields: [evidenceKey],
      })),
    ]);
    return walked;
  });
}

/** Records what was found of every check, or of the first so many, at once; what is not named is met. What was found before stays. */
export async function examineAtOnce(
  walked: Walked,
  by: Staff,
  now: Date,
  { otherwise = {}, first }: Findings = {},
): Promise<void> {
  const { id: filingId, entry } = walked;
  const checks = checksFor(entry.rules)
    .map(({ key }) => key)
    .slice(0, first);
  await transaction(async (db) => {
    const { count } = await db.finding.createMany({
      data: checks.map((check) => {
        const result = otherwise[check] ?? "met";
        const note = result === "met" ? "" : wordsFor(walked).finding;
        return { filingId, check, result, note, accountId: by.accountId, foundAt: now };
      }),
      skipDuplicates: true,
    });
    if (count === 0) return;
    await noteAll(
      db,
      by.accountId,
      checks.map((key) => ({ action: "record_finding", object: `filing:${filingId}`, fields: [key] })),
    );
  });
}

const localeColumn = { en: "en", "zh-Hant": "zh_Hant", "zh-Hans": "zh_Hans" } as const;

function valuesOf({ applicant }: Walked): Record<string, AnswerValue> {
  return { ...Object.assign({}, ...Object.values(applicant.texts)), jobs: applicant.jobs };
}

async function answersOf(db: Db, walked: Walked, updatedAt: Date) {
  const key = await keyOfPerson(db, walked.actor.personId);
  return Object.entries(valuesOf(walked)).map(([question, value]) => ({
    filingId: walked.id,
    question,
    updatedAt,
    ...(sealedQuestions.has(question) && typeof value === "string"
      ? { sealed: sealWords(key, value, sealedAbout.answer(walked.id, question)) }
      : { value }),
  }));
}

async function keepPapers({ id: filingId, entry, actor }: Walked, papers: CheckedPapers, uploadedAt: Date) {
  const asked = papersFor(entry.rules).filter(({ isRequired }) => isRequired);
  return Promise.all(
    asked.map(async ({ key: evidenceKey }) => {
      const { name, bytes, ...paper } = papers[sampleFor(evidenceKey)];
      const id = randomUUID();
      const wrappedKey = newWrappedKey("files", id);
      return {
        id,
        filingId,
        personId: actor.personId,
        evidenceKey,
        displayName: name,
        ...paper,
        storedSha256: hashOf(bytes),
        storageKey: await keep(seal("files", wrappedKey, id, bytes, sealedAboutDocument(id))),
        wrappedKey,
        state: "stored" as const,
        uploadedAt,
      };
    }),
  );
}

async function noteAll(db: Db, actorId: string, acts: { action: string; object: string; fields: string[] }[]) {
  await db.auditEntry.createMany({ data: acts.map((act) => ({ ...act, actorId, result: "ok", requestId: "" })) });
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
