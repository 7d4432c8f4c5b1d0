import { transaction } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import type { ReturnInput } from "@/lib/domain/filing/review-schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { movedBy, type Moved } from "@/lib/services/accept-filing";
import { openProposal, standingDecision } from "@/lib/services/filing-facts";
import { takeStep } from "@/lib/services/take-step";
import { writeDecision, type Decided } from "@/lib/services/write-decision";

/** Gives a proposal back to its reviewer, with what to look at again. */
export function returnProposal(actor: Staff, input: ReturnInput, now: Date): Promise<Result<Moved>> {
  const { filingId, version, reasons, note } = input;
  return transaction(async (db) => {
    const step = { filingId, version, action: "return", reasons } as const;
    const stepped = await takeStep(db, actor, step, now, async ({ row }) => {
      const proposal = openProposal(row);
      if (!proposal) return refuse({ code: "wrong_status" });
      const decided: Decided = {
        stage: "returned",
        outcome: proposal.outcome,
        reasonCodes: reasons,
        note,
        supersedesId: standingDecision(row)?.id ?? proposal.id,
      };
      await writeDecision(db, row, actor, decided, now);
      return ok({});
    });
    return movedBy(stepped);
  });
}
