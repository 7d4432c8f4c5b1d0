"use server";

import { defineAction } from "@/lib/auth/define-action";
import { writeMessageSchema } from "@/lib/domain/case-message/schema";
import { writeCaseMessage } from "@/lib/services/write-case-message";

export const writeToOfficeAction = defineAction(writeMessageSchema, writeCaseMessage, {
  access: "professional",
  limit: { name: "case_message", points: 20, seconds: 3600, by: "account" },
  next: ({ address }) => `/filings/${address}/messages?sent=1`,
});
