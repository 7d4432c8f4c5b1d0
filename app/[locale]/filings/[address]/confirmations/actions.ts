"use server";

import { defineAction } from "@/lib/auth/define-action";
import { askConfirmationSchema, endConfirmationSchema } from "@/lib/domain/confirmation/schema";
import { askConfirmation, endConfirmation } from "@/lib/services/ask-confirmation";

export const askConfirmationAction = defineAction(askConfirmationSchema, askConfirmation, {
  access: "professional",
  limit: { name: "ask_confirmation", points: 20, seconds: 24 * 60 * 60, by: "account" },
  next: ({ address }) => `/filings/${address}/confirmations?sent=1`,
});

export const endConfirmationAction = defineAction(endConfirmationSchema, endConfirmation, {
  access: "professional",
  next: ({ address }) => `/filings/${address}/confirmations`,
});
