"use server";

import * as z from "zod";
import { defineAction } from "@/lib/auth/define-action";
import { removeDocument } from "@/lib/services/remove-document";

export const removeDocumentAction = defineAction(z.strictObject({ documentId: z.uuid() }), removeDocument, {
  access: "professional",
});
