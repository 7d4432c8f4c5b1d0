import type { Db } from "@/lib/data/client";
import type { PaperPart } from "@/lib/data/documents";
import type { DocumentHalf } from "@/lib/domain/document/file";

export type StoredHandover = {
  id: string;
  accountId: string;
  filingId: string;
  evidenceKey: string;
  half: DocumentHalf;
  expiresAt: Date;
  endedAt: Date | null;
  usedAt: Date | null;
  /** What came by it, where it did and is still on record. */
  document: { id: string; displayName: string } | null;
};

const selected = {
  id: true,
  accountId: true,
  filingId: true,
  evidenceKey: true,
  half: true,
  expiresAt: true,
  endedAt: true,
  usedAt: true,
  document: { select: { id: true, displayName: true } },
} as const;

export type NewHandover = PaperPart & {
  id: string;
  accountId: string;
  tokenHash: string;
  createdAt: Date;
  expiresAt: Date;
};

/** Opens a link and ends the one before it: an account has one at a time. */
export async function openHandover(db: Db, handover: NewHandover): Promise<void> {
  const { accountId, createdAt } = handover;
  // Two who begin at the same moment begin one after the other.
  await db.$queryRaw`SELECT 1 FROM "account" WHERE "id" = ${accountId}::uuid FOR NO KEY UPDATE`;
  await db.paperHandover.updateMany({
    // One by which a file is coming just now ends too, should the file be refused.
    where: { accountId, endedAt: null, documentId: null },
    data: { endedAt: createdAt },
  });
  await db.paperHandover.create({ data: handover, select: { id: true } });
}

/** The link that an account began last for a filing, or null. */
export function findLastHandover(db: Db, accountId: string, filingId: string): Promise<StoredHandover | null> {
  return db.paperHandover.findFirst({
    where: { accountId, filingId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: selected,
  });
}

/** The link with this secret part, by its hash, with whoever began it while their account is in use; or null. */
export async function findHandover(
  db: Db,
  tokenHash: string,
): Promise<(StoredHandover & { account: { email: string; personId: string } }) | null> {
  const row = await db.paperHandover.findUnique({
    where: { tokenHash },
    select: { ...selected, account: { select: { email: true, personId: true, status: true, kind: true } } },
  });
  if (!row) return null;
  const { account, ...handover } = row;
  const { email, personId, status, kind } = account;
  return status === "active" && kind === "professional" && personId
    ? { ...handover, account: { email, personId } }
    : null;
}

/**
 * Takes a link for oneself, so that nobody else can use it; false when somebody was first, or when it has ended. Whoever took
 * it before a moment and brought nothing since is taken to have broken off.
 */
export async function claimHandover(db: Db, id: string, now: Date, brokenOffBefore: Date): Promise<boolean> {
  const { count } = await db.paperHandover.updateMany({
    where: {
      id,
      documentId: null,
      endedAt: null,
      expiresAt: { gt: now },
      OR: [{ usedAt: null }, { usedAt: { lt: brokenOffBefore } }],
    },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Gives a link back by which no paper came. */
export async function releaseHandover(db: Db, id: string): Promise<void> {
  await db.paperHandover.updateMany({
    where: { id, OR: [{ documentId: null }, { document: { state: { not: "stored" } } }] },
    data: { usedAt: null, documentId: null },
  });
}

/** Notes what came by a link; false when something came by it before. */
export async function settleHandover(db: Db, id: string, documentId: string, now: Date): Promise<boolean> {
  const { count } = await db.paperHandover.updateMany({
    where: { id, documentId: null },
    data: { documentId, usedAt: now },
  });
  return count === 1;
}

/** Removes links that ran out before a moment. */
export async function forgetHandovers(db: Db, expiredBefore: Date): Promise<void> {
  await db.paperHandover.deleteMany({ where: { expiresAt: { lt: expiredBefore } } });
}
