import { transaction } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import type { HoldInput, SeenInput } from "@/lib/domain/filing/review-schema";
import type { Result } from "@/lib/domain/result";
import { movedBy, type Moved } from "@/lib/services/accept-filing";
import { takeStep } from "@/lib/services/take-step";

/** Stops the clock and every step but withdrawal, with a reason. */
export function holdFiling(actor: Staff, { filingId, version, reason }: HoldInput, now: Date): Promise<Result<Moved>> {
  const step = { filingId, version, action: "hold", reasons: [reason] } as const;
  return transaction(async (db) => movedBy(await takeStep(db, actor, step, now)));
}

/** Lets a filing go on from where it was put on hold, with the days that were left. */
export function releaseFiling(actor: Staff, input: SeenInput, now: Date): Promise<Result<Moved>> {
  return transaction(async (db) => movedBy(await takeStep(db, actor, { ...input, action: "release" }, now)));
}
