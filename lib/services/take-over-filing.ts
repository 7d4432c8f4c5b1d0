import { transaction } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import type { SeenInput } from "@/lib/domain/filing/review-schema";
import type { Result } from "@/lib/domain/result";
import { movedBy, type Moved } from "@/lib/services/accept-filing";
import { takeStep } from "@/lib/services/take-step";

/** Makes the actor the reviewer of a filing that a colleague holds, or nobody yet. */
export function takeOverFiling(actor: Staff, input: SeenInput, now: Date): Promise<Result<Moved>> {
  return transaction(async (db) => movedBy(await takeStep(db, actor, { ...input, action: "take_over" }, now)));
}
