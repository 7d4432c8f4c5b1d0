import { transaction } from "@/lib/data/client";
import { insertDecision } from "@/lib/data/decisions";
import type { Staff } from "@/lib/domain/actor";
import type { ReturnInput } from "@/lib/domain/filing/review-schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { movedBy, type Moved } from "@/lib/services/accept-filing";
import { sealNote } from "@/lib/services/decision-note";
import { openProposal, seenHash } from "@/lib/services/filing-facts";
import { takeStep } from "@/lib/services/take-step";

/** Gives a proposal back to its reviewer, with what to look at again. */
export function returnProposal(actor: Staff, input: ReturnInput, now: Date): Promise<Result<Moved>> {
  const { filingId, version, reasons, note } = input;
  return transaction(async (db) => {
    const step = { filingId, version, action: "return", reasons } as const;
    const stepped = await takeStep(db, actor, step, now, async ({ row }) => {
      const proposal = openProposal(row);
      if (!proposal) return refuse({ code: "wrong_status" });
      await insertDecision(db, {
        filingId: row.id,
        filingVersion: row.version,
        stage: "returned",
        outcome: proposal.outcome,
        reasonCodes: reasons,
        note: await sealNote(db, row, "returned", note),
        scope: null,
        seenHash: seenHash(row),
        accountId: actor.accountId,
        decidedAt: now,
        supersedesId: proposal.id,
      });
      return ok({});
    });
    return movedBy(stepped);
  });
}
