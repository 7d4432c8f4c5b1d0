import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { deleteDocumentsInPlace, findDocument, markDocumentRemoved } from "@/lib/data/documents";
import { touchDraft } from "@/lib/data/filings";
import type { Professional } from "@/lib/domain/actor";
import { filingAddress } from "@/lib/domain/filing/address";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { destroyKept } from "@/lib/ports/storage";
import { lockForPaper } from "@/lib/services/change-paper";

export type RemoveInput = { documentId: string };

/**
 * Takes a file out of one's filing. What nobody else has seen yet is destroyed with its earlier versions; what was once
 * submitted stays on record.
 */
export async function removeDocument(
  actor: Professional,
  { documentId }: RemoveInput,
  now: Date,
): Promise<Result<{ address: string }>> {
  const document = await findDocument(database, documentId);
  if (!document || document.filing.personId !== actor.personId) return refuse({ code: "not_found" });

  const part = { filingId: document.filing.id, evidenceKey: document.evidenceKey, half: document.half };
  const removed = await transaction(async (db) => {
    const mine = await lockForPaper(db, actor, part, now);
    if (!mine.ok) return mine;
    const isUnseen = mine.value.state === "draft" && document.state === "stored";
    const keys = isUnseen ? await deleteDocumentsInPlace(db, { ...part, place: document.place }) : [];
    if (!isUnseen) await markDocumentRemoved(db, documentId, now);
    await touchDraft(db, part.filingId, now);
    await appendAudit(db, {
      actor,
      action: "remove_document",
      object: `document:${documentId}`,
      fields: [part.evidenceKey],
    });
    return ok({ keys, address: filingAddress(mine.value) });
  });
  if (!removed.ok) return removed;
  // Their keys went with the rows: what may be left behind is unreadable, and the sweeper takes it.
  for (const key of removed.value.keys) await destroyKept(key);
  return ok({ address: removed.value.address });
}
