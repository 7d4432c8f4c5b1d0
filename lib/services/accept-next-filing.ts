import { database, transaction } from "@/lib/data/client";
import { findNextClaimable } from "@/lib/data/queue";
import type { Staff } from "@/lib/domain/actor";
import { fieldsOf } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { movedBy } from "@/lib/services/accept-filing";
import { takeStep } from "@/lib/services/take-step";

const attempts = 5;

/** Gives the actor the filing that is due first of those nobody examines, so that nobody picks and chooses; null when there is none. */
export async function acceptNextFiling(
  actor: Staff,
  _input: Record<never, never>,
  now: Date,
): Promise<Result<{ reference: string | null }>> {
  const scope = { fields: fieldsOf(actor, "examine"), notOf: actor.personId };
  for (let attempt = 0; attempt < attempts; attempt++) {
    const next = await findNextClaimable(database, scope);
    if (!next) return ok({ reference: null });

    const { id: filingId, version, state } = next;
    const action = state === "submitted" ? "accept" : "take_over";
    const moved = await transaction(async (db) =>
      movedBy(await takeStep(db, actor, { filingId, version, action }, now)),
    );
    if (moved.ok) return moved;
    // A colleague was quicker: the next one, then.
    if (moved.refusal.code !== "stale" && moved.refusal.code !== "wrong_status") return moved;
  }
  return refuse({ code: "stale" });
}
