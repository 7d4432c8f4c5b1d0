import { appendAudit } from "@/lib/data/audit";
import { transaction } from "@/lib/data/client";
import type { Person } from "@/lib/domain/actor";
import { mediaTypeOf, type Turn, type Zoom } from "@/lib/domain/document/file";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { drawPage } from "@/lib/ports/file-inspection";
import { openDocument } from "@/lib/services/document-seal";
import { findReadableDocument } from "@/lib/services/see-document";

export type PreviewInput = { documentId: string; page: number; zoom?: Zoom; turn?: Turn };

/** Draws one page of a document as a picture, for its owner or staff in its field; that staff looked is recorded first. */
export async function previewPage(
  actor: Person,
  { documentId, page, zoom = 100, turn = 0 }: PreviewInput,
): Promise<Result<Uint8Array>> {
  const document = await findReadableDocument(actor, documentId);
  const mediaType = document && mediaTypeOf(document.mediaType);
  if (!document || !mediaType || page > (document.pages ?? 0)) return refuse({ code: "not_found" });

  const picture = await drawPage(await openDocument(document), mediaType, { page, zoom, turn });
  if (!picture) return refuse({ code: "not_found" });
  if (actor.kind === "staff") {
    await transaction((db) =>
      appendAudit(db, { actor, action: "view_document", object: `document:${documentId}`, fields: [`page:${page}`] }),
    );
  }
  return ok(picture);
}
