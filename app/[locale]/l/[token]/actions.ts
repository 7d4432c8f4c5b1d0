"use server";

import { defineAction } from "@/lib/auth/define-action";
import { answerConfirmationSchema } from "@/lib/domain/confirmation/schema";
import { answerConfirmation } from "@/lib/services/answer-confirmation";

export const answerConfirmationAction = defineAction(answerConfirmationSchema, answerConfirmation, {
  access: "public",
  limit: { name: "answer_confirmation", points: 30, seconds: 60 * 60, by: "network" },
  next: ({ token }) => `/l/${token}`,
});
