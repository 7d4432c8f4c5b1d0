import type { Db } from "@/lib/data/client";

export type NewExtraRound = {
  filingId: string;
  /** Why, sealed with the key of the filing's person. */
  reason: Uint8Array<ArrayBuffer>;
  accountId: string;
  allowedAt: Date;
};

/** Writes that a filing's professional may be asked once more than usual; there is one for a filing at most. */
export async function insertExtraRound(db: Db, extraRound: NewExtraRound): Promise<void> {
  await db.extraRound.create({ data: extraRound, select: { filingId: true } });
}

/** That once more than usual may be asked: since when, by whom and why; null where it was not allowed. */
export async function findExtraRound(db: Db, filingId: string) {
  const found = await db.extraRound.findUnique({
    where: { filingId },
    select: { reason: true, allowedAt: true, account: { select: { displayName: true } } },
  });
  return found && { sealed: found.reason, at: found.allowedAt, by: found.account.displayName ?? "" };
}
