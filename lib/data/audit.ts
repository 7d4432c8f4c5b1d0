import type { Db } from "@/lib/data/client";
import { accountOf, type Actor } from "@/lib/domain/actor";

export type NewAuditEntry = {
  actor: Actor | null;
  action: string;
  /** Kind and id, such as `filing:0198…`. */
  object: string;
  /** Names of fields that were changed or seen; never their values. */
  fields?: string[];
  result?: string;
  requestId?: string;
};

/** Appends one act or look to the audit trail: the last write of its transaction, since the trail's head is one row. */
export async function appendAudit(db: Db, entry: NewAuditEntry): Promise<void> {
  await db.auditEntry.create({ data: columnsOf(entry), select: { seq: true } });
}

/** Appends what was one look at several people or things, in one statement: the last of its transaction as well. */
export async function appendAudits(db: Db, entries: readonly NewAuditEntry[]): Promise<void> {
  await db.auditEntry.createMany({ data: entries.map(columnsOf) });
}

function columnsOf({ actor, action, object, fields = [], result = "ok", requestId = "" }: NewAuditEntry) {
  return { actorId: actor ? accountOf(actor) : null, action, object, fields, result, requestId };
}
