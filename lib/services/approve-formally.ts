import { transaction } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import type { SeenInput } from "@/lib/domain/filing/review-schema";
import { ok, type Result } from "@/lib/domain/result";
import type { Moved } from "@/lib/services/accept-filing";
import { approveAndRegister } from "@/lib/services/create-registration";
import { writeDecision, type Decided } from "@/lib/services/write-decision";

/** Approves, by one officer, a filing that meets every rule of the formal check, with the scope of its entry. */
export function approveFormally(
  actor: Staff,
  { filingId, version }: SeenInput,
  now: Date,
): Promise<Result<Moved & { registrationNumber: string }>> {
  return transaction(async (db) => {
    const step = { filingId, version, action: "approve_formal" } as const;
    const approved = await approveAndRegister(db, actor, step, now, async (row) => {
      const decided: Decided = {
        stage: "formal",
        outcome: "approve",
        reasonCodes: ["meets_every_condition"],
        scope: row.entry.scope,
      };
      await writeDecision(db, row, actor, decided, now);
      return ok({ scope: row.entry.scope });
    });
    if (!approved.ok) return approved;
    const { stepped, number } = approved.value;
    return ok({ reference: stepped.row.reference ?? "", registrationNumber: number });
  });
}
