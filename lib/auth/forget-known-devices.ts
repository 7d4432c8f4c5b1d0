import { forgetDevices } from "@/lib/data/accounts";
import { appendAudit } from "@/lib/data/audit";
import { transaction } from "@/lib/data/client";
import type { Person } from "@/lib/domain/actor";
import { ok, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";

/** Knows no device of whoever acts any more, this one included: each is asked for a code again. */
export async function forgetKnownDevices(actor: Person): Promise<Result<null>> {
  await transaction(async (db) => {
    await forgetDevices(db, actor.accountId, wallTime());
    await appendAudit(db, { actor, action: "forget_devices", object: `account:${actor.accountId}` });
  });
  return ok(null);
}
