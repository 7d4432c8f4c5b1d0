import { appendAudit } from "@/lib/data/audit";
import { transaction } from "@/lib/data/client";
import type { Person } from "@/lib/domain/actor";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { openDocument } from "@/lib/services/document-seal";
import { findReadableDocument } from "@/lib/services/see-document";

export type ReadableFile = { name: string; mediaType: string; bytes: Uint8Array };

/** Hands out a document as it is kept, to its owner or to staff in its field; that staff had it is recorded first. */
export async function readDocument(actor: Person, documentId: string): Promise<Result<ReadableFile>> {
  const document = await findReadableDocument(actor, documentId);
  if (!document) return refuse({ code: "not_found" });

  const bytes = await openDocument(document);
  if (actor.kind === "staff") {
    await transaction((db) =>
      appendAudit(db, { actor, action: "read_document", object: `document:${documentId}`, fields: ["original"] }),
    );
  }
  return ok({ name: document.displayName, mediaType: document.mediaType, bytes });
}
