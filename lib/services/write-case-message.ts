import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/data/audit";
import { countMessages, insertMessage } from "@/lib/data/case-messages";
import { transaction, type Db } from "@/lib/data/client";
import { appendEvents } from "@/lib/data/events";
import { findFilingFacts, type FilingRow } from "@/lib/data/filing-facts";
import { wasTold } from "@/lib/data/mailbox";
import { queueMail } from "@/lib/data/mails";
import type { Person } from "@/lib/domain/actor";
import {
  mailTo,
  mayWrite,
  messageEvent,
  mostMessages,
  otherSide,
  sideOf,
  type MessageSide,
} from "@/lib/domain/case-message/case-message";
import type { WriteMessageInput } from "@/lib/domain/case-message/schema";
import { filingAddress } from "@/lib/domain/filing/address";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { keyOfPerson, sealedAbout, sealWords } from "@/lib/services/person-seal";
import { readTheOthers } from "@/lib/services/read-case-messages";
import { canSee } from "@/lib/services/visibility";

/** Writes to the other side of a filing; who is there to read it is told by mail that a message waits, and nothing of what it says. */
export function writeCaseMessage(
  actor: Person,
  { filingId, words, last }: WriteMessageInput,
  now: Date,
): Promise<Result<{ address: string }>> {
  return transaction(async (db) => {
    const row = await findFilingFacts(db, filingId);
    if (!row || !canSee(actor, row)) return refuse({ code: "not_found" });
    const allowed = mayWrite(row, actor);
    if (!allowed.ok) return allowed;

    const side = sideOf(actor);
    const { count, waitsSince } = await countMessages(db, row.id, side);
    if (count >= mostMessages) return refuse({ code: "too_many_requests" });

    const id = randomUUID();
    const key = await keyOfPerson(db, row.personId);
    await insertMessage(db, {
      id,
      filingId: row.id,
      side,
      accountId: actor.accountId,
      words: sealWords(key, words, sealedAbout.message(row.id, id)),
      writtenAt: now,
    });
    // Whoever answers has read what was on their page.
    if (last) await readTheOthers(db, row, actor, last, now);
    await tell(db, row, { id, to: otherSide[side], waitsSince }, now);
    await appendEvents(db, [{ type: messageEvent, filingId: row.id, actor, at: now, payload: { message: id } }]);
    await appendAudit(db, { actor, action: "write_message", object: `filing:${row.id}`, fields: ["message"] });
    return ok({ address: filingAddress(row) });
  });
}

type Told = { id: string; to: MessageSide; waitsSince: Date | null };

// While nobody examines a filing, its messages wait in the queue for whoever takes it. One mail says that something waits;
// a second to the same person before it was read would say nothing new.
async function tell(db: Db, row: FilingRow, { id, to, waitsSince }: Told, now: Date): Promise<void> {
  const accountId = to === "office" ? row.reviewerId : row.accountId;
  if (!accountId) return;
  const template = mailTo[to];
  if (waitsSince && (await wasTold(db, { accountId, template, filingId: row.id }, waitsSince))) return;
  await queueMail(db, {
    dedupeKey: `message:${id}`,
    accountId,
    template,
    params: { filingId: row.id, reference: row.reference },
    at: now,
  });
}
