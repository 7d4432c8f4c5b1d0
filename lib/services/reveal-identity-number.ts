import { appendAudit } from "@/lib/data/audit";
import { transaction } from "@/lib/data/client";
import { readFilingFacts } from "@/lib/data/filing-facts";
import type { Staff } from "@/lib/domain/actor";
import type { RevealInput } from "@/lib/domain/filing/review-schema";
import { holds } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { canSee } from "@/lib/services/visibility";

/** Lets an examiner see the identity numbers of one filing in full for some minutes; who asked, when and why is kept. */
export function revealIdentityNumber(
  actor: Staff,
  { filingId, reason }: RevealInput,
): Promise<Result<{ reference: string }>> {
  return transaction(async (db) => {
    const row = await readFilingFacts(db, filingId);
    if (!row || !canSee(actor, row)) return refuse({ code: "not_found" });
    const mayLook = holds(actor, "examine", row.field) || holds(actor, "decide", row.field);
    if (!mayLook) return refuse({ code: "forbidden" });
    await appendAudit(db, {
      actor,
      action: "reveal_identity_number",
      object: `filing:${filingId}`,
      fields: ["identity_number", "permit_number"],
      result: reason,
    });
    return ok({ reference: row.reference ?? "" });
  });
}
