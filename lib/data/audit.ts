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
  await db.auditEntry.create({
    data: {
      actorId: entry.actor ? accountOf(entry.actor) : null,
      action: entry.action,
      object: entry.object,
      fields: entry.fields ?? [],
      result: entry.result ?? "ok",
      requestId: entry.requestId ?? "",
    },
    select: { seq: true },
  });
}
