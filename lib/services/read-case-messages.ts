import { appendAudit } from "@/lib/data/audit";
import { listMessages, markMessagesRead } from "@/lib/data/case-messages";
import { transaction, type Db } from "@/lib/data/client";
import { findFilingFacts, type FilingRow } from "@/lib/data/filing-facts";
import { markMailsRead } from "@/lib/data/mailbox";
import type { Person } from "@/lib/domain/actor";
import { mailTo, sideOf, speaks } from "@/lib/domain/case-message/case-message";
import type { MarkReadInput } from "@/lib/domain/case-message/schema";
import { filingAddress } from "@/lib/domain/filing/address";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import { canSee } from "@/lib/services/visibility";

/** Notes that whoever speaks for their side has read what the other wrote, up to the last message that was on their page. */
export function markCaseMessagesRead(
  actor: Person,
  { filingId, last }: MarkReadInput,
  now: Date,
): Promise<Result<{ address: string }>> {
  return transaction(async (db) => {
    const row = await findFilingFacts(db, filingId);
    if (!row || !canSee(actor, row)) return refuse({ code: "not_found" });
    if (!speaks(row, actor)) return refuse({ code: "forbidden" });
    await readTheOthers(db, row, actor, last, now);
    return ok({ address: filingAddress(row) });
  });
}

/** Marks what the other side wrote as read, up to one message, with the mails that told of it. */
export async function readTheOthers(db: Db, row: FilingRow, actor: Person, last: string, now: Date): Promise<void> {
  const all = await listMessages(db, row.id);
  const end = all.findIndex(({ id }) => id === last) + 1;
  const unread = all.slice(0, end).filter(({ side, readAt }) => side !== sideOf(actor) && readAt === null);
  const ids = unread.map(({ id }) => id);
  if (ids.length > 0 && (await markMessagesRead(db, ids, now)) > 0) {
    await appendAudit(db, { actor, action: "read_messages", object: `filing:${row.id}`, fields: ["message"] });
  }
  const mails = { accountId: actor.accountId, template: mailTo[sideOf(actor)], filingId: row.id };
  await markMailsRead(db, mails, wallTime());
}
