import { database, transaction, type Db } from "@/lib/data/client";
import { listLeftBehind, lockLeftBehindBy } from "@/lib/data/staff";
import type { Clock } from "@/lib/domain/actor";
import { takeStep } from "@/lib/services/take-step";

const clock: Clock = { kind: "clock" };

/** Puts what is with somebody who has just been archived back into the queue, all of it; gives how much it was. */
export async function requeueFilingsOf(db: Db, accountId: string, now: Date): Promise<number> {
  const filings = await lockLeftBehindBy(db, accountId);
  for (const { id: filingId, version } of filings) {
    const stepped = await takeStep(db, clock, { filingId, version, action: "requeue" }, now);
    // They are locked, and their reviewer is gone: only an exception takes the rest back.
    if (!stepped.ok) throw new Error(`The filing ${filingId} could not be put back: ${stepped.refusal.code}.`);
  }
  return filings.length;
}

/** Puts back what came to somebody after they had left, such as an answer they had asked for; gives how much it was. */
export async function requeueLeftBehind(now: Date): Promise<number> {
  let count = 0;
  for (const { id: filingId, version } of await listLeftBehind(database)) {
    const stepped = await transaction((db) => takeStep(db, clock, { filingId, version, action: "requeue" }, now));
    if (stepped.ok) count += 1;
  }
  return count;
}
