import { appendAudit } from "@/lib/data/audit";
import { transaction } from "@/lib/data/client";
import { findFilingFacts } from "@/lib/data/filing-facts";
import { deleteDraft as takeAway } from "@/lib/data/filings";
import type { Professional } from "@/lib/domain/actor";
import type { DeleteDraftInput } from "@/lib/domain/filing/schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { destroyKept } from "@/lib/ports/storage";

/** Deletes a draft with its answers, papers and consents; nothing of it remains but that it was deleted. */
export async function deleteDraft(actor: Professional, { filingId }: DeleteDraftInput): Promise<Result<true>> {
  const deleted = await transaction(async (db) => {
    const row = await findFilingFacts(db, filingId);
    if (row?.personId !== actor.personId) return refuse({ code: "not_found" });
    const files = await takeAway(db, row.id);
    if (!files) return refuse({ code: "wrong_status" });
    await appendAudit(db, { actor, action: "delete_draft", object: `filing:${row.id}` });
    return ok(files);
  });
  if (!deleted.ok) return deleted;
  // Their keys went with the rows: what may be left behind is unreadable, and the sweeper takes it.
  for (const key of deleted.value) await destroyKept(key);
  return ok(true);
}
