"use server";

import * as z from "zod";
import { defineAction } from "@/lib/auth/define-action";
import { evidenceKeys } from "@/lib/domain/accreditation/evidence";
import { paperLanguages } from "@/lib/domain/document/chinese";
import { startHandoverSchema } from "@/lib/domain/document/handover";
import { removeDocument } from "@/lib/services/remove-document";
import { reusePaper } from "@/lib/services/reuse-paper";
import { sayLanguage } from "@/lib/services/say-language";
import { startHandover } from "@/lib/services/start-handover";

export const reusePaperAction = defineAction(
  z.strictObject({ filingId: z.uuid(), evidenceKey: z.enum(evidenceKeys) }),
  reusePaper,
  { access: "professional" },
);

export const removeDocumentAction = defineAction(z.strictObject({ documentId: z.uuid() }), removeDocument, {
  access: "professional",
});

export const noteLanguageAction = defineAction(
  z.strictObject({ documentId: z.uuid(), language: z.enum(paperLanguages) }),
  sayLanguage,
  { access: "professional" },
);

export const startHandoverAction = defineAction(startHandoverSchema, startHandover, {
  access: "professional",
  limit: { name: "start_handover", points: 60, seconds: 3600, by: "account" },
  next: ({ address }) => `/filings/${address}/documents/phone`,
});
