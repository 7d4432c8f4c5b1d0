import type * as z from "zod";
import { appendAudit } from "@/lib/data/audit";
import { transaction } from "@/lib/data/client";
import { endSession as endOne } from "@/lib/data/sessions";
import type { endSessionSchema } from "@/lib/domain/account/schema";
import type { Person } from "@/lib/domain/actor";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";

/** Ends one of the sessions of whoever acts; somebody else's do not exist for them. */
export function endSession(actor: Person, { session }: z.output<typeof endSessionSchema>): Promise<Result<null>> {
  return transaction(async (db) => {
    if (!(await endOne(db, actor.accountId, session, wallTime()))) return refuse({ code: "not_found" });
    await appendAudit(db, { actor, action: "end_session", object: `account:${actor.accountId}` });
    return ok(null);
  });
}
