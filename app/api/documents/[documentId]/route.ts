import * as z from "zod";
import { defineRoute } from "@/lib/auth/define-route";
import { attachmentHeader } from "@/lib/domain/document/file";
import { readDocument } from "@/lib/services/read-document";

// What keeps a browser from opening it stands in next.config.js, on every answer under this address.
export const GET = defineRoute(
  {
    access: "signed_in",
    schema: { params: z.strictObject({ documentId: z.uuid() }) },
    limit: { name: "read_document", points: 300, seconds: 600, by: "account" },
  },
  async ({ actor, params: { documentId } }) => {
    const document = await readDocument(actor, documentId);
    if (!document.ok) return document;
    const { name, mediaType, bytes } = document.value;
    return new Response(Buffer.from(bytes), {
      headers: {
        "content-type": mediaType,
        "content-disposition": attachmentHeader(name),
      },
    });
  },
);
