import { transaction } from "@/lib/data/client";
import { insertDecision } from "@/lib/data/decisions";
import type { Staff } from "@/lib/domain/actor";
import type { DeclineInput } from "@/lib/domain/filing/review-schema";
import { ok, type Result } from "@/lib/domain/result";
import { movedBy, type Moved } from "@/lib/services/accept-filing";
import { sealNote } from "@/lib/services/decision-note";
import { seenHash } from "@/lib/services/filing-facts";
import { takeStep } from "@/lib/services/take-step";

/** Ends a filing that cannot be taken into examination, with the reasons. */
export function declineAcceptance(actor: Staff, input: DeclineInput, now: Date): Promise<Result<Moved>> {
  const { filingId, version, reasons, note } = input;
  return transaction(async (db) => {
    const step = { filingId, version, action: "decline_acceptance", reasons } as const;
    const stepped = await takeStep(db, actor, step, now, async ({ row }) => {
      await insertDecision(db, {
        filingId: row.id,
        filingVersion: row.version,
        stage: "declined",
        outcome: "refuse",
        reasonCodes: reasons,
        note: await sealNote(db, row, "declined", note),
        scope: null,
        seenHash: seenHash(row),
        accountId: actor.accountId,
        decidedAt: now,
        supersedesId: null,
      });
      return ok({});
    });
    return movedBy(stepped);
  });
}
