import type { Db } from "@/lib/data/client";
import { plainDay, plainDayOrNull } from "@/lib/data/days";
import type { Prisma } from "@/lib/data/generated/client";
import type { PaperLanguage } from "@/lib/domain/document/chinese";
import type { DocumentHalf, FileFault, Verdict } from "@/lib/domain/document/file";
import { scanSignsIn, type ScanSign } from "@/lib/domain/document/signs";
import type { Verified } from "@/lib/domain/document/wallet";
import type { FilingAddress } from "@/lib/domain/filing/address";
import type { FilingState } from "@/lib/domain/filing/filing";

/** The id of the filing at an address, whoever's it is, or null. */
export async function findFilingAt(db: Db, address: FilingAddress): Promise<string | null> {
  const filing = await db.filing.findUnique({
    where: "id" in address ? { id: address.id } : { reference: address.reference },
    select: { id: true },
  });
  return filing?.id ?? null;
}

/** How many files a filing holds, earlier versions included, and how large they are together. */
export async function sumOfPapers(db: Db, filingId: string): Promise<{ files: number; bytes: number }> {
  const sum = await db.document.aggregate({
    where: { filingId, state: { in: ["pending", "stored"] } },
    _count: { _all: true },
    _sum: { size: true },
  });
  return { files: sum._count._all, bytes: sum._sum.size ?? 0 };
}

/** Which paper of a filing, and which part of it. */
export type PaperPart = { filingId: string; evidenceKey: string; half: DocumentHalf };

export type NewDocument = PaperPart & {
  personId: string;
  displayName: string;
  mediaType: string;
  size: number;
  sha256: string;
  uploadedAt: Date;
};

/** Writes down that a file was received and is being checked. */
export async function insertPendingDocument(db: Db, document: NewDocument): Promise<string> {
  const { id } = await db.document.create({
    data: { ...document, state: "pending", verdict: "pending" },
    select: { id: true },
  });
  return id;
}

/** Writes down that a file was received and is refused. */
export async function insertRefusedDocument(db: Db, document: NewDocument, fault: FileFault): Promise<string> {
  const { id } = await db.document.create({
    data: { ...document, state: "refused", verdict: "pending", fault },
    select: { id: true },
  });
  return id;
}

/** Refuses a file that was being checked. */
export async function refuseDocument(db: Db, id: string, fault: FileFault, verdict: Verdict): Promise<void> {
  await db.document.updateMany({ where: { id, state: "pending" }, data: { state: "refused", fault, verdict } });
}

export type StoredAs = {
  mediaType: string;
  pages: number;
  storedSha256: string;
  storageKey: string;
  wrappedKey: Uint8Array<ArrayBuffer>;
  verdict: Verdict;
  signs: ScanSign[];
};

/** Makes a file that was being checked the paper it is for, in place of the one before; false when it is no longer awaited. */
export async function storeDocument(db: Db, id: string, part: PaperPart, stored: StoredAs): Promise<boolean> {
  const { count } = await db.document.updateMany({
    where: { id, state: "pending" },
    data: { ...stored, state: "stored" },
  });
  if (count !== 1) return false;
  const before = await db.document.findFirst({
    where: { ...part, id: { not: id }, state: "stored", replacedById: null, removedAt: null },
    select: { id: true, language: true },
  });
  if (!before) return true;
  await db.document.update({ where: { id: before.id }, data: { replacedById: id } });
  // A better scan of the same paper is written in the same language.
  if (before.language) await db.document.update({ where: { id }, data: { language: before.language } });
  return true;
}

const parts = {
  id: true,
  evidenceKey: true,
  half: true,
  displayName: true,
  mediaType: true,
  size: true,
  sha256: true,
  pages: true,
  state: true,
  verdict: true,
  fault: true,
  removedAt: true,
  signs: true,
  language: true,
  verifiedOn: true,
  verifiedUntil: true,
  uploadedAt: true,
  replacedBy: { select: { uploadedAt: true } },
} as const;

export type DocumentRow = {
  id: string;
  evidenceKey: string;
  half: DocumentHalf;
  displayName: string;
  mediaType: string;
  size: number;
  sha256: string;
  pages: number | null;
  state: "pending" | "stored" | "refused";
  verdict: Verdict;
  fault: string | null;
  signs: ScanSign[];
  language: PaperLanguage | null;
  /** That it is a copy of a paper that was verified for an earlier filing. */
  verified: Verified | null;
  removedAt: Date | null;
  replacedAt: Date | null;
  uploadedAt: Date;
};

/** Every file of a filing, the newest first. */
export async function listDocumentsOf(db: Db, filingId: string): Promise<DocumentRow[]> {
  const rows = await db.document.findMany({
    where: { filingId },
    orderBy: [{ uploadedAt: "desc" }, { id: "desc" }],
    select: parts,
  });
  return rows.map(({ replacedBy, signs, verifiedOn, verifiedUntil, ...row }) => ({
    ...row,
    verified: verifiedOf({ verifiedOn, verifiedUntil }),
    signs: scanSignsIn(signs),
    replacedAt: replacedBy?.uploadedAt ?? null,
  }));
}

/** What is known of the files that count in a filing beyond the facts that its steps depend on, by their ids. */
export async function findPaperNotes(db: Db, filingId: string): Promise<Map<string, PaperNotes>> {
  const rows = await db.document.findMany({
    where: { filingId, state: "stored", removedAt: null },
    select: { id: true, signs: true, language: true, verifiedOn: true, verifiedUntil: true },
  });
  return new Map(
    rows.map(({ id, signs, language, ...it }) => [
      id,
      { signs: scanSignsIn(signs), language, verified: verifiedOf(it) },
    ]),
  );
}
export type PaperNotes = Pick<DocumentRow, "signs" | "language" | "verified">;

function verifiedOf(row: { verifiedOn: Date | null; verifiedUntil: Date | null }): Verified | null {
  return row.verifiedOn && { on: plainDay(row.verifiedOn), until: plainDayOrNull(row.verifiedUntil) };
}

/** That the original which stands for a paper was verified before, or null. */
export async function findVerified(db: Db, filingId: string, evidenceKey: string): Promise<Verified | null> {
  const row = await db.document.findFirst({
    where: {
      filingId,
      evidenceKey,
      half: "original",
      state: "stored",
      removedAt: null,
      replacedById: null,
      OR: [{ copiedFromId: null }, { copiedFrom: { filing: { NOT: { registration: { state: "revoked" } } } } }],
    },
    select: { verifiedOn: true, verifiedUntil: true },
  });
  return row && verifiedOf(row);
}

/** Writes down what a paper is written in. */
export async function noteLanguage(db: Db, id: string, language: PaperLanguage): Promise<void> {
  await db.document.update({ where: { id }, data: { language } });
}

export type DocumentInFull = DocumentRow & {
  storedSha256: string | null;
  storageKey: string | null;
  wrappedKey: Uint8Array | null;
  destroyedAt: Date | null;
  filing: { id: string; personId: string; field: string; state: FilingState };
};

/** One file with its filing, or null. */
export async function findDocument(db: Db, id: string): Promise<DocumentInFull | null> {
  const row = await db.document.findUnique({
    where: { id },
    select: {
      ...parts,
      storedSha256: true,
      storageKey: true,
      wrappedKey: true,
      destroyedAt: true,
      filing: { select: { id: true, personId: true, fieldCode: true, state: true } },
    },
  });
  if (!row) return null;
  const { replacedBy, filing, signs, verifiedOn, verifiedUntil, ...document } = row;
  const { fieldCode, ...facts } = filing;
  return {
    ...document,
    verified: verifiedOf({ verifiedOn, verifiedUntil }),
    signs: scanSignsIn(signs),
    replacedAt: replacedBy?.uploadedAt ?? null,
    filing: { ...facts, field: fieldCode },
  };
}

/** The moments at which a filing was sent to the office, the first one first. */
export async function listSendings(db: Db, filingId: string): Promise<Date[]> {
  const rows = await db.submission.findMany({
    where: { filingId },
    orderBy: { round: "asc" },
    select: { submittedAt: true },
  });
  return rows.map(({ submittedAt }) => submittedAt);
}

/** Takes a paper out of a filing and keeps it on record. */
export async function markDocumentRemoved(db: Db, id: string, at: Date): Promise<boolean> {
  const { count } = await db.document.updateMany({ where: { id, removedAt: null }, data: { removedAt: at } });
  return count === 1;
}

/** Makes these files the papers of a filing again and takes out whatever came since; what is taken out stays on record. */
export async function putBackDocuments(db: Db, filingId: string, ids: readonly string[], at: Date): Promise<void> {
  const among = [...ids];
  await db.document.updateMany({
    where: { filingId, id: { notIn: among }, state: "stored", replacedById: null, removedAt: null },
    data: { removedAt: at },
  });
  await db.document.updateMany({
    where: { filingId, id: { in: among }, OR: [{ replacedById: { not: null } }, { removedAt: { not: null } }] },
    data: { replacedById: null, removedAt: null },
  });
}

/** Deletes every version of a part of a paper that nobody but its owner ever saw, and gives the keys of what is kept of it. */
export async function deleteDocumentsOfPart(db: Db, part: PaperPart): Promise<string[]> {
  const where: Prisma.DocumentWhereInput = { ...part, state: { in: ["stored", "refused"] } };
  const rows = await db.document.findMany({ where, select: { storageKey: true } });
  await db.document.updateMany({ where, data: { replacedById: null } });
  // The link by which it came goes with it, and is not open again.
  await db.paperHandover.deleteMany({ where: { document: where } });
  await db.document.deleteMany({ where });
  return rows.flatMap(({ storageKey }) => storageKey ?? []);
}

/** Refuses what has been in checking since before a moment: whoever checked it is gone. */
export async function refuseForgottenDocuments(db: Db, before: Date): Promise<number> {
  const { count } = await db.document.updateMany({
    where: { state: "pending", uploadedAt: { lt: before } },
    data: { state: "refused", fault: "broken" satisfies FileFault },
  });
  return count;
}

/** The storage keys that documents name under a prefix. */
export async function storageKeysUnder(db: Db, prefix: string): Promise<Set<string>> {
  const rows = await db.document.findMany({
    where: { storageKey: { startsWith: prefix }, destroyedAt: null },
    select: { storageKey: true },
  });
  return new Set(rows.flatMap(({ storageKey }) => storageKey ?? []));
}
