import { createHash } from "node:crypto";
import type { DocumentInFull } from "@/lib/data/documents";
import { fetchKept } from "@/lib/ports/storage";
import { unseal } from "@/lib/ports/vault";

/** What the sealed bytes of a document are bound to, so that one cannot stand in for another. */
export function sealedAboutDocument(documentId: string): string {
  return `document:${documentId}`;
}

/** The bytes of a stored document, once they proved to be the ones that were kept. */
export async function openDocument(document: DocumentInFull): Promise<Uint8Array> {
  const { id, storageKey, wrappedKey, storedSha256 } = document;
  const sealed = storageKey && (await fetchKept(storageKey));
  if (!sealed || !wrappedKey) throw new Error(`Document ${id} is not where it was kept.`);

  const bytes = unseal("files", wrappedKey, id, sealed, sealedAboutDocument(id));
  if (createHash("sha256").update(bytes).digest("hex") !== storedSha256) {
    throw new Error(`Document ${id} is not what was kept.`);
  }
  return bytes;
}
