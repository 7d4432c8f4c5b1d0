import { transaction } from "@/lib/data/client";
import { findDecisionTerms } from "@/lib/data/decisions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { approveAndRegister } from "@/lib/services/create-registration";
import { openProposal } from "@/lib/services/filing-facts";

/** Ends a public notice against which no objection was upheld: the clock approves what was confirmed, and registers it. */
export function endNotice(
  input: { filingId: string; version: number },
  now: Date,
): Promise<Result<{ registrationNumber: string }>> {
  return transaction(async (db) => {
    const done = await approveAndRegister(
      db,
      { kind: "clock" },
      { ...input, action: "end_notice" },
      now,
      async (row) => {
        const proposal = openProposal(row);
        const scope = proposal && (await findDecisionTerms(db, proposal.id)).scope;
        return scope ? ok({ scope }) : refuse({ code: "unmet", condition: "approval_proposed" });
      },
    );
    return done.ok ? ok({ registrationNumber: done.value.number }) : done;
  });
}
