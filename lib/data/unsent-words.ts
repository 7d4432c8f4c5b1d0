import type { Db } from "@/lib/data/client";
import { dayColumn } from "@/lib/data/days";

/** A form of a filing that is sent as a whole: an item of the open notice, the hearing, an objection, one post of the list of practice. */
export type Place = `item:${string}` | "hearing" | "objection" | "job:new" | `job:${number}`;

export type UnsentRow = { place: string; sealed: Uint8Array; revision: number; updatedAt: Date };

const selected = { place: true, sealed: true, revision: true, updatedAt: true } as const;

/** What was typed into forms of a filing and not sent yet, form by form. */
export async function listUnsent(db: Db, filingId: string): Promise<UnsentRow[]> {
  return db.unsentWords.findMany({ where: { filingId }, orderBy: { place: "asc" }, select: selected });
}

/** What was typed into one form and not sent yet, or null; of nobody else's filing where its person is named. */
export async function findUnsentRow(
  db: Db,
  filingId: string,
  place: Place,
  personId?: string,
): Promise<UnsentRow | null> {
  const where = { filingId, place, ...(personId !== undefined && { filing: { personId } }) };
  return db.unsentWords.findFirst({ where, select: selected });
}

/** Keeps what is typed into one form, in place of what was kept before. */
export async function putUnsent(
  db: Db,
  { filingId, place }: { filingId: string; place: Place },
  sealed: Uint8Array<ArrayBuffer>,
  updatedAt: Date,
): Promise<UnsentRow> {
  return db.unsentWords.upsert({
    where: { filingId_place: { filingId, place } },
    create: { filingId, place, sealed, updatedAt },
    update: { sealed, updatedAt, revision: { increment: 1 } },
    select: selected,
  });
}

/** Forgets what was typed into one form. */
export async function removeUnsent(db: Db, filingId: string, place: Place): Promise<void> {
  await db.unsentWords.deleteMany({ where: { filingId, place } });
}

/** Forgets what was typed over posts of the list of practice, whose places are others now; what is new stays. */
export async function removeUnsentChangesOfJobs(db: Db, filingId: string): Promise<void> {
  await db.unsentWords.deleteMany({ where: { filingId, place: { startsWith: "job:", not: "job:new" } } });
}

/** Forgets what was typed against refusals of before a day, to which nobody objects any more. */
export async function removeUnsentObjections(db: Db, decidedBefore: string): Promise<void> {
  await db.unsentWords.deleteMany({
    where: { place: "objection", filing: { decidedOn: { lt: dayColumn(decidedBefore) } } },
  });
}
