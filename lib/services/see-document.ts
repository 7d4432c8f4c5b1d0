import { database } from "@/lib/data/client";
import { findDocument, listSendings, type DocumentInFull } from "@/lib/data/documents";
import type { Person } from "@/lib/domain/actor";
import { isReadableVerdict } from "@/lib/domain/document/file";
import { canSee } from "@/lib/services/visibility";

/** The document, if this person may read it; null when it does not exist, is not theirs or is not readable: all the same. */
export async function findReadableDocument(actor: Person, documentId: string): Promise<DocumentInFull | null> {
  const document = await findDocument(database, documentId);
  if (!document || !canSee(actor, document.filing)) return null;
  if (document.state !== "stored" || document.destroyedAt || !isReadableVerdict(document.verdict)) return null;
  if (actor.kind === "professional") return document.removedAt ? null : document;
  return wasSent(document, await listSendings(database, document.filing.id)) ? document : null;
}

type Life = Pick<DocumentInFull, "uploadedAt" | "replacedAt" | "removedAt">;

/** Was this version the paper at that moment? */
export function stoodAt({ uploadedAt, replacedAt, removedAt }: Life, moment: Date): boolean {
  return (
    uploadedAt <= moment && (replacedAt === null || replacedAt > moment) && (removedAt === null || removedAt > moment)
  );
}

/** Did this version ever reach the office? What was replaced before the filing was sent, or is not sent yet, did not. */
export function wasSent(document: Life, sendings: readonly Date[]): boolean {
  return sendings.some((moment) => stoodAt(document, moment));
}
