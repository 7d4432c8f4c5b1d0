import { transaction } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import type { DeclineInput } from "@/lib/domain/filing/review-schema";
import { ok, type Result } from "@/lib/domain/result";
import { movedBy, type Moved } from "@/lib/services/accept-filing";
import { takeStep } from "@/lib/services/take-step";
import { writeDecision, type Decided } from "@/lib/services/write-decision";

/** Ends a filing that cannot be taken into examination, with the reasons. */
export function declineAcceptance(actor: Staff, input: DeclineInput, now: Date): Promise<Result<Moved>> {
  const { filingId, version, reasons, note } = input;
  return transaction(async (db) => {
    const step = { filingId, version, action: "decline_acceptance", reasons } as const;
    const stepped = await takeStep(db, actor, step, now, async ({ row }) => {
      const decided: Decided = { stage: "declined", outcome: "refuse", reasonCodes: reasons, note };
      await writeDecision(db, row, actor, decided, now);
      return ok({});
    });
    return movedBy(stepped);
  });
}
