import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { findDocument, noteLanguage } from "@/lib/data/documents";
import { touchDraft } from "@/lib/data/filings";
import type { Professional } from "@/lib/domain/actor";
import type { PaperLanguage } from "@/lib/domain/document/chinese";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { lockForPaper } from "@/lib/services/change-paper";

export type SayLanguageInput = { documentId: string; language: PaperLanguage };

/** Takes down what the original of a paper is written in, as its owner says: a Chinese version is asked for accordingly. */
export async function sayLanguage(
  actor: Professional,
  { documentId, language }: SayLanguageInput,
  now: Date,
): Promise<Result<null>> {
  const document = await findDocument(database, documentId);
  if (!document || document.filing.personId !== actor.personId) return refuse({ code: "not_found" });
  const { evidenceKey, half } = document;
  if (half !== "original" || document.state !== "stored" || document.replacedAt) return refuse({ code: "not_found" });

  const part = { filingId: document.filing.id, evidenceKey, half };
  return transaction(async (db) => {
    const mine = await lockForPaper(db, actor, part, now);
    if (!mine.ok) return mine;
    await noteLanguage(db, part, language);
    await touchDraft(db, part.filingId, now);
    await appendAudit(db, {
      actor,
      action: "say_language",
      object: `document:${documentId}`,
      fields: [part.evidenceKey],
    });
    return ok(null);
  });
}
