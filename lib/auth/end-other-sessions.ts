import { lockAccount } from "@/lib/data/accounts";
import { appendAudit } from "@/lib/data/audit";
import { transaction } from "@/lib/data/client";
import { endSessionsOf } from "@/lib/data/sessions";
import type { Person } from "@/lib/domain/actor";
import { ok, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import { currentSession } from "./current-actor";

/** Ends every session of whoever acts but the one they act in. */
export async function endOtherSessions(actor: Person): Promise<Result<null>> {
  const here = await currentSession();
  await transaction(async (db) => {
    await lockAccount(db, actor.accountId);
    await endSessionsOf(db, actor.accountId, wallTime(), here?.idHash);
    await appendAudit(db, { actor, action: "end_sessions", object: `account:${actor.accountId}` });
  });
  return ok(null);
}
