"use server";

import * as z from "zod";
import { defineAction } from "@/lib/auth/define-action";
import { paperLanguages } from "@/lib/domain/document/chinese";
import { removeDocument } from "@/lib/services/remove-document";
import { sayLanguage } from "@/lib/services/say-language";

export const removeDocumentAction = defineAction(z.strictObject({ documentId: z.uuid() }), removeDocument, {
  access: "professional",
});

export const noteLanguageAction = defineAction(
  z.strictObject({ documentId: z.uuid(), language: z.enum(paperLanguages) }),
  sayLanguage,
  { access: "professional" },
);
