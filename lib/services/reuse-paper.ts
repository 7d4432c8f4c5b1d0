import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { findDocument, listDocumentsOf, sumOfPapers } from "@/lib/data/documents";
import { touchDraft } from "@/lib/data/filings";
import { insertCopy } from "@/lib/data/wallet";
import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import type { Professional } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { fileLimits } from "@/lib/domain/document/file";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { destroyKept, keep } from "@/lib/ports/storage";
import { newWrappedKey, seal } from "@/lib/ports/vault";
import { lockForPaper, partsOfPaper } from "@/lib/services/change-paper";
import { openDocument, sealedAboutDocument } from "@/lib/services/document-seal";
import { walletOf, type WalletPaper } from "@/lib/services/wallet";

export type ReusePaperInput = { filingId: string; evidenceKey: EvidenceKey };

type Sealed = { part: WalletPaper; id: string; storageKey: string; wrappedKey: Uint8Array<ArrayBuffer> };

/**
 * Puts a paper that was verified for an earlier filing into this one, with what belongs to it and with who verified it and
 * until when. Each copy is sealed anew, so that the papers of a filing are kept and destroyed on its own days.
 */
export async function reusePaper(
  actor: Professional,
  { filingId, evidenceKey }: ReusePaperInput,
  now: Date,
): Promise<Result<null>> {
  const which = { filingId, evidenceKey, half: "original" as const };
  const open = await transaction((db) => lockForPaper(db, actor, which, now));
  if (!open.ok) return open;
  const wallet = await walletOf(database, actor.personId, officeDay(now));
  const taken = partsOfPaper(open.value, evidenceKey);
  const parts = (wallet.get(evidenceKey) ?? []).filter(({ half }) => taken.includes(half));
  if (parts.length === 0) return refuse({ code: "not_found" });

  const sealed = await Promise.all(parts.map(sealAgain));
  const done = await transaction(async (db): Promise<Result<null>> => {
    const mine = await lockForPaper(db, actor, which, now);
    if (!mine.ok) return mine;
    const standing = (await listDocumentsOf(db, filingId)).some(
      (it) => it.evidenceKey === evidenceKey && it.state !== "refused" && !it.removedAt,
    );
    if (standing) return refuse({ code: "stale" });
    const { files } = await sumOfPapers(db, filingId);
    if (files + sealed.length > fileLimits.filesOfFiling) return refuse({ code: "wrong_status" });

    for (const { part, ...kept } of sealed) {
      await insertCopy(db, {
        ...kept,
        filingId,
        personId: mine.value.personId,
        uploadedAt: now,
        copiedFromId: part.id,
        verifiedById: part.foundById,
        verifiedOn: part.verified.on,
        verifiedUntil: part.verified.until,
      });
    }
    await touchDraft(db, filingId, now);
    await appendAudit(db, { actor, action: "reuse_paper", object: `filing:${filingId}`, fields: [evidenceKey] });
    return ok(null);
  });
  if (!done.ok) for (const { storageKey } of sealed) await destroyKept(storageKey);
  return done;
}

async function sealAgain(part: WalletPaper): Promise<Sealed> {
  const document = await findDocument(database, part.id);
  if (!document) throw new Error(`Document ${part.id} is gone.`);
  const id = randomUUID();
  const wrappedKey = newWrappedKey("files", id);
  const bytes = await openDocument(document);
  const storageKey = await keep(seal("files", wrappedKey, id, bytes, sealedAboutDocument(id)));
  return { part, id, storageKey, wrappedKey };
}
