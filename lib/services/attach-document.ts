import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { appendAudit } from "@/lib/data/audit";
import { transaction, type Db } from "@/lib/data/client";
import {
  findPlaceForMore,
  findPlaceOf,
  insertPendingDocument,
  insertRefusedDocument,
  putAwayRefused,
  refuseDocument,
  storeDocument,
  sumOfPapers,
  type NewDocument,
} from "@/lib/data/documents";
import { touchDraft } from "@/lib/data/filings";
import type { Professional } from "@/lib/domain/actor";
import {
  displayNameOf,
  fileLimits,
  isReadableVerdict,
  mediaTypeOfName,
  type DocumentHalf,
  type FileFault,
  type MediaType,
  type Verdict,
} from "@/lib/domain/document/file";
import { signsOf, type ScanSign } from "@/lib/domain/document/signs";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { inspectFile } from "@/lib/ports/file-inspection";
import { scanFile } from "@/lib/ports/scanner";
import { destroyKept, keep, receive, type Received } from "@/lib/ports/storage";
import { newWrappedKey, seal } from "@/lib/ports/vault";
import { lockForPaper, type Part } from "@/lib/services/change-paper";
import { sealedAboutDocument } from "@/lib/services/document-seal";

export type AttachInput = {
  filingId: string;
  evidenceKey: string;
  half?: DocumentHalf;
  /** The file of the same part in whose place it is sent; without one it stands beside what is there. */
  replaces?: string | undefined;
  /** It was chosen together with the file before it, so that what was refused of that stays in sight. */
  isTogether?: boolean;
  /** The file's name as it was sent. */
  name: string;
  content: Uint8Array | Readable;
};

export type Attached = { documentId: string; /** Why it may be hard to read. */ signs: ScanSign[] };

/** Writes down with the paper by what it came; false when that brought another paper meanwhile. */
export type Settle = (db: Db, documentId: string) => Promise<boolean>;

/**
 * Takes in one file as a paper of a filing, beside those that stand there or in place of one of them. It is received whole, scanned, opened and sealed
 * outside of any transaction, and becomes the paper last; a file that is refused stays on record with its reason.
 */
export async function attachDocument(
  actor: Professional,
  { half = "original", name, content, replaces, isTogether = false, ...which }: AttachInput,
  now: Date,
  settle?: Settle,
): Promise<Result<Attached>> {
  const part: Part = { ...which, half };
  // Nobody sends ten megabytes to learn that it was not possible.
  const open = await transaction((db) => lockForPaper(db, actor, part, now));
  if (!open.ok) return open;

  const received = await receive(content, fileLimits.bytesOfFile);
  if (!received) return refuseFile("broken");
  try {
    return await takeIn(actor, { part, replaces, isTogether }, displayNameOf(name), received, now, settle);
  } finally {
    await received.discard();
  }
}

/** For what a file was sent. */
type Sent = { part: Part; replaces: string | undefined; isTogether: boolean };

async function takeIn(
  actor: Professional,
  sent: Sent,
  displayName: string,
  received: Received,
  now: Date,
  settle?: Settle,
) {
  const mediaType = mediaTypeOfName(displayName);
  const fault = faultAtSight(received, mediaType);
  const noted = await transaction((db) => note(db, actor, sent, displayName, mediaType, received, fault, now));
  if (!noted.ok) return noted;
  const { part } = sent;
  const documentId = noted.value;
  if (fault || !mediaType) return refuseFile(fault ?? "type");

  const checked = await check(await received.bytes(), mediaType);
  if ("fault" in checked) return refuseChecked(actor, documentId, checked.fault, checked.verdict);

  const wrappedKey = newWrappedKey("files", documentId);
  const storageKey = await keep(seal("files", wrappedKey, documentId, checked.bytes, sealedAboutDocument(documentId)));
  const stored = await transaction(async (db) => {
    const still = await lockForPaper(db, actor, part, now);
    if (!still.ok || (settle && !(await settle(db, documentId)))) return false;
    const { pages, verdict, signs } = checked;
    const storedSha256 = createHash("sha256").update(checked.bytes).digest("hex");
    const isStored = await storeDocument(db, documentId, {
      mediaType,
      pages,
      storedSha256,
      storageKey,
      wrappedKey,
      verdict,
      signs,
    });
    if (!isStored) return false;
    await touchDraft(db, part.filingId, now);
    await appendAudit(db, {
      actor,
      action: "attach_document",
      object: `document:${documentId}`,
      fields: [part.evidenceKey],
    });
    return true;
  });
  if (stored) return ok({ documentId, signs: checked.signs });
  // The filing went on while its paper was being checked.
  await destroyKept(storageKey);
  return refuseChecked(actor, documentId, "late", checked.verdict);
}

function faultAtSight({ size, isTooLarge }: Received, mediaType: MediaType | null): FileFault | null {
  if (isTooLarge) return "too_large";
  if (size === 0) return "empty";
  return mediaType ? null : "type";
}

/** Writes down that the file is here: to be checked, or refused at sight. */
async function note(
  db: Db,
  actor: Professional,
  { part, replaces, isTogether }: Sent,
  displayName: string,
  mediaType: MediaType | null,
  { size, sha256 }: Received,
  fault: FileFault | null,
  now: Date,
): Promise<Result<string>> {
  const mine = await lockForPaper(db, actor, part, now);
  if (!mine.ok) return mine;
  const sum = await sumOfPapers(db, part.filingId);
  if (sum.files >= fileLimits.filesOfFiling || sum.bytes + size > fileLimits.bytesOfFiling) {
    return refuse({ code: "invalid_input", fields: { file: "validation.file_limit" } });
  }
  const place = replaces
    ? await findPlaceOf(db, part, replaces)
    : await findPlaceForMore(db, part, fileLimits.filesOfPart);
  if (place === null) {
    return replaces
      ? refuse({ code: "stale" })
      : refuse({ code: "invalid_input", fields: { file: "validation.file_part_limit" } });
  }
  if (!replaces && !isTogether) await putAwayRefused(db, part, now);
  const document: NewDocument = {
    ...part,
    place,
    personId: mine.value.personId,
    displayName,
    mediaType: mediaType ?? "application/octet-stream",
    size,
    sha256,
    uploadedAt: now,
  };
  if (!fault) return ok(await insertPendingDocument(db, document));
  const id = await insertRefusedDocument(db, document, fault);
  await appendAudit(db, { actor, action: "attach_document", object: `document:${id}`, result: fault });
  return ok(id);
}

type Checked =
  { bytes: Uint8Array; pages: number; verdict: Verdict; signs: ScanSign[] } | { fault: FileFault; verdict: Verdict };

/** Scanned first: only what the scanner lets pass is opened. */
async function check(bytes: Uint8Array, mediaType: MediaType): Promise<Checked> {
  const verdict = await scanFile(bytes);
  if (!isReadableVerdict(verdict)) return { fault: verdict === "suspect" ? "suspect" : "not_checked", verdict };
  const inspection = await inspectFile(bytes, mediaType);
  if (!inspection.ok) return { fault: inspection.fault, verdict };
  const { bytes: kept, pages, measures } = inspection;
  return { bytes: kept, pages, verdict, signs: signsOf(measures) };
}

async function refuseChecked(actor: Professional, documentId: string, fault: FileFault, verdict: Verdict) {
  await transaction(async (db) => {
    await refuseDocument(db, documentId, fault, verdict);
    await appendAudit(db, { actor, action: "attach_document", object: `document:${documentId}`, result: fault });
  });
  return refuseFile(fault);
}

function refuseFile(fault: FileFault) {
  return refuse({ code: "invalid_input", fields: { file: `validation.file_${fault}` } });
}
