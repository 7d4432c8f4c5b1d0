import type { Db } from "@/lib/data/client";

export type KeptPost = {
  id: string;
  /** The page it was sent from, without its language. */
  page: string;
  sealKey: Uint8Array<ArrayBuffer>;
  sealed: Uint8Array<ArrayBuffer>;
  keptAt: Date;
};

/** Keeps what was posted after a session had run out, in place of what was kept for its account before. */
export async function putKeptPost(db: Db, accountId: string, post: KeptPost): Promise<void> {
  await db.keptPost.upsert({
    where: { accountId },
    create: { accountId, ...post },
    update: post,
    select: { accountId: true },
  });
}

/** What was kept of an account under this id since a moment, or null. */
export async function findKeptPost(
  db: Db,
  { id, accountId }: { id: string; accountId: string },
  keptSince: Date,
): Promise<Pick<KeptPost, "page" | "sealKey" | "sealed"> | null> {
  return db.keptPost.findFirst({
    where: { id, accountId, keptAt: { gt: keptSince } },
    select: { page: true, sealKey: true, sealed: true },
  });
}

/** Removes what was kept of an account; with a page, only what was sent from there. True when there was anything. */
export async function removeKeptPost(db: Db, accountId: string, page?: string): Promise<boolean> {
  const { count } = await db.keptPost.deleteMany({ where: { accountId, ...(page !== undefined && { page }) } });
  return count > 0;
}

/** Removes what was kept before a moment. */
export async function forgetKeptPosts(db: Db, keptBefore: Date): Promise<void> {
  await db.keptPost.deleteMany({ where: { keptAt: { lt: keptBefore } } });
}
