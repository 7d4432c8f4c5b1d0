import { database } from "@/lib/data/client";
import { refuseForgottenDocuments, storageKeysUnder } from "@/lib/data/documents";
import { clearIncoming, destroyKept, keyPrefixes, listKept } from "@/lib/ports/storage";
import { wallTime } from "@/lib/ports/clock";

const grace = 60 * 60 * 1000;

export type Swept = {
  /** Files in checking that nobody checks any more, now refused. */
  forgotten: number;
  /** Objects that no document names, now destroyed. */
  orphans: number;
  /** Documents whose object is gone; a person must look. */
  missing: number;
  /** Parts of uploads that never ended, now destroyed. */
  incoming: number;
};

/** Clears what broken-off work left behind: rows without a file, files without a row. What may still be at work is left an hour. */
export async function sweepDocuments(now: Date): Promise<Swept> {
  const longAgo = new Date(wallTime().getTime() - grace);
  const swept: Swept = {
    forgotten: await refuseForgottenDocuments(database, new Date(now.getTime() - grace)),
    orphans: 0,
    missing: 0,
    incoming: await clearIncoming(longAgo),
  };
  for (const prefix of keyPrefixes) {
    const named = await storageKeysUnder(database, prefix);
    for (const { key, since } of await listKept(prefix)) {
      if (named.delete(key) || since >= longAgo) continue;
      await destroyKept(key);
      swept.orphans++;
    }
    swept.missing += named.size;
  }
  return swept;
}
