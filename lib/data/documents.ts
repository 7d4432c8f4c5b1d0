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

/** Where a file stands among those of its part. */
export type Placed = PaperPart & { place: number };

/** The place after the last in a part; null while as many files stand there, or are being checked, as may. */
export async function findPlaceForMore(db: Db, part: PaperPart, most: number): Promise<number | null> {
  const rows = await db.document.findMany({
    where: part,
    select: { place: true, state: true, replacedById: true, removedAt: true },
  });
  const taken = rows.filter(
    ({ state, replacedById, removedAt }) => state !== "refused" && replacedById === null && removedAt === null,
  );
  if (new Set(taken.map(({ place }) => place)).size >= most) return null;
  return Math.max(0, ...rows.map(({ place }) => place)) + 1;
}

const standing = { state: "stored", replacedById: null, removedAt: null } as const;

/** The place in which a file stands in a part; null where it does not, or does no more. */
export async function findPlaceOf(db: Db, part: PaperPart, id: string): Promise<number | null> {
  const row = await db.document.findFirst({ where: { ...part, ...standing, id }, select: { place: true } });
  return row?.place ?? null;
}

/** Puts away what was refused as a further file of a part: its owner chose anew. */
export async function putAwayRefused(db: Db, part: PaperPart, at: Date): Promise<void> {
  const taken = await db.document.findMany({ where: { ...part, ...standing }, select: { place: true } });
  await db.document.updateMany({
    where: { ...part, state: "refused", removedAt: null, place: { notIn: taken.map(({ place }) => place) } },
    data: { removedAt: at },
  });
}

export type NewDocument = Placed & {
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

/** Makes a file that was being checked stand in its place, instead of the one before; false when it is no longer awaited. */
export async function storeDocument(db: Db, id: string, stored: StoredAs): Promise<boolean> {
  const pending = await db.document.findFirst({
    where: { id, state: "pending" },
    select: { filingId: true, evidenceKey: true, half: true, place: true },
  });
  if (!pending) return false;
  const { place, ...part } = pending;
  const others = await db.document.findMany({
    where: { ...part, ...standing },
    orderBy: { place: "asc" },
    select: { id: true, place: true, language: true },
  });
  // First the one before gives up the place: two never stand in it, not for a moment.
  const before = others.find((it) => it.place === place);
  if (before) await db.document.update({ where: { id: before.id }, data: { replacedById: id } });
  // What its owner said of the paper's language holds of all its files.
  const language = others.find((it) => it.language)?.language ?? null;
  await db.document.update({ where: { id }, data: { ...stored, state: "stored", language } });
  return true;
}

const parts = {
  id: true,
  evidenceKey: true,
  half: true,
  place: true,
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
  place: number;
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
    select: { id: true, place: true, signs: true, language: true, verifiedOn: true, verifiedUntil: true },
  });
  return new Map(
    rows.map(({ id, place, signs, language, ...it }) => [
      id,
      { place, signs: scanSignsIn(signs), language, verified: verifiedOf(it) },
    ]),
  );
}
export type PaperNotes = Pick<DocumentRow, "place" | "signs" | "language" | "verified">;

function verifiedOf(row: { verifiedOn: Date | null; verifiedUntil: Date | null }): Verified | null {
  return row.verifiedOn && { on: plainDay(row.verifiedOn), until: plainDayOrNull(row.verifiedUntil) };
}

/** That the originals which stand for a paper were verified before, each of them in a filing whose approval stands. */
export async function findVerified(db: Db, filingId: string, evidenceKey: string): Promise<Verified[]> {
  const rows = await db.document.findMany({
    where: { ...standing, filingId, evidenceKey, half: "original" },
    select: {
      verifiedOn: true,
      verifiedUntil: true,
      copiedFrom: { select: { filing: { select: { state: true, registration: { select: { state: true } } } } } },
    },
  });
  const verified = rows.flatMap(({ copiedFrom, ...row }) => {
    const source = copiedFrom?.filing;
    const stands = !source || (source.state === "approved" && source.registration?.state !== "revoked");
    return stands ? (verifiedOf(row) ?? []) : [];
  });
  return verified.length === rows.length ? verified : [];
}

/** Writes down what a paper is written in: all that stands in this part of it. */
export async function noteLanguage(db: Db, part: PaperPart, language: PaperLanguage): Promise<void> {
  await db.document.updateMany({ where: { ...part, ...standing }, data: { language } });
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

/** Deletes every version of a file that nobody but its owner ever saw, and gives the keys of what is kept of it. */
export async function deleteDocumentsInPlace(db: Db, placed: Placed): Promise<string[]> {
  const where: Prisma.DocumentWhereInput = { ...placed, state: { in: ["stored", "refused"] } };
  const rows = await db.document.findMany({ where, select: { storageKey: true } });
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
