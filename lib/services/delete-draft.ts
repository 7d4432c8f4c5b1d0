import { appendAudit } from "@/lib/data/audit";
import { transaction } from "@/lib/data/client";
import { findFilingFacts } from "@/lib/data/filing-facts";
import { deleteDraft as takeAway } from "@/lib/data/filings";
import type { Professional } from "@/lib/domain/actor";
import type { DeleteDraftInput } from "@/lib/domain/filing/schema";
import { ok, refuse, type Result } from "@/lib/domain/result";

/** Deletes a draft with its answers, papers and consents; nothing of it remains but that it was deleted. */
export function deleteDraft(actor: Professional, input: DeleteDraftInput, _now: Date): Promise<Result<true>> {
  return transaction(async (db) => {
    const row = await findFilingFacts(db, input.filingId);
    if (row?.personId !== actor.personId) return refuse({ code: "not_found" });
    if (!(await takeAway(db, row.id))) return refuse({ code: "wrong_status" });
    await appendAudit(db, { actor, action: "delete_draft", object: `filing:${row.id}` });
    return ok(true);
  });
}
