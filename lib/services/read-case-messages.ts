import { appendAudit } from "@/lib/data/audit";
import { listMessages, markMessagesRead } from "@/lib/data/case-messages";
import { transaction, type Db } from "@/lib/data/client";
import { findFilingFacts } from "@/lib/data/filing-facts";
import { markMailsRead } from "@/lib/data/mailbox";
import type { Person } from "@/lib/domain/actor";
import { otherSide, sideOf, speaks, type MessageSide } from "@/lib/domain/case-message/case-message";
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
    const read = await readUntil(db, row.id, otherSide[sideOf(actor)], last, now);
    const template = actor.kind === "staff" ? "message_to_office" : "message_to_applicant";
    await markMailsRead(db, { accountId: actor.accountId, template, filingId: row.id }, wallTime());
    if (read > 0) {
      await appendAudit(db, { actor, action: "read_messages", object: `filing:${row.id}`, fields: ["message"] });
    }
    return ok({ address: filingAddress(row) });
  });
}

/** Marks what one side wrote as read, up to one message or all of it; gives how many had not been. */
export async function readUntil(
  db: Db,
  filingId: string,
  writtenBy: MessageSide,
  last: string | null,
  now: Date,
): Promise<number> {
  const all = await listMessages(db, filingId);
  const end = last === null ? all.length : all.findIndex(({ id }) => id === last) + 1;
  const unread = all.slice(0, end).filter(({ side, readAt }) => side === writtenBy && readAt === null);
  return unread.length === 0
    ? 0
    : markMessagesRead(
        db,
        unread.map(({ id }) => id),
        now,
      );
}
