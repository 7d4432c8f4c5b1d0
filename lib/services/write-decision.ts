import type { Db } from "@/lib/data/client";
import { insertDecision, type InThree, type NewDecision } from "@/lib/data/decisions";
import type { FilingRow } from "@/lib/data/filing-facts";
import type { Staff } from "@/lib/domain/actor";
import { seenHash } from "@/lib/services/filing-facts";
import { keyOfPerson, sealedAbout, sealWords } from "@/lib/services/person-seal";

export type Decided = Pick<NewDecision, "stage" | "outcome" | "reasonCodes"> & {
  /** The officer's own words; nothing where there are none. */
  note?: string;
  scope?: InThree | null;
  /** The decision whose place it takes. */
  supersedesId?: string;
};

/** Keeps what an officer decided about a filing as it stands, the words sealed with the key of the person they are about. */
export async function writeDecision(db: Db, row: FilingRow, actor: Staff, decided: Decided, now: Date): Promise<void> {
  const { note = "", scope = null, supersedesId = null, ...decision } = decided;
  await insertDecision(db, {
    ...decision,
    filingId: row.id,
    filingVersion: row.version,
    note: await sealNote(db, row, decision.stage, note),
    scope,
    seenHash: seenHash(row),
    accountId: actor.accountId,
    decidedAt: now,
    supersedesId,
  });
}

async function sealNote(db: Db, row: FilingRow, stage: Decided["stage"], note: string) {
  if (note === "") return null;
  const key = await keyOfPerson(db, row.personId);
  return sealWords(key, note, sealedAbout.decisionNote(row.id, row.version, stage));
}
