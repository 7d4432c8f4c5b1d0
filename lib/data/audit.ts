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

export type AuditLine = { seq: string; action: string; fields: string[]; at: Date; by: string | null };

/** What was done to one thing, the newest first, and by whom of the staff. */
export async function listActsOn(
  db: Db,
  object: string,
  actions: readonly string[],
  limit: number,
): Promise<AuditLine[]> {
  return db.$queryRaw<AuditLine[]>`
    SELECT e."seq"::text AS "seq", e."action", e."fields", e."at", COALESCE(a."display_name", a."email") AS "by"
    FROM "audit_entry" e LEFT JOIN "account" a ON a."id" = e."actor_id"
    WHERE e."object" = ${object} AND e."action" = ANY(${[...actions]}::text[])
    ORDER BY e."seq" DESC LIMIT ${limit}`;
}
