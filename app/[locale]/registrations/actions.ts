"use server";

import { defineAction } from "@/lib/auth/define-action";
import { answerProceedingSchema } from "@/lib/domain/registration/proceeding-schema";
import { answerProceeding } from "@/lib/services/answer-proceeding";

export const answerProceedingAction = defineAction(answerProceedingSchema, answerProceeding, {
  access: "professional",
  limit: { name: "answer_proceeding", points: 20, seconds: 3600, by: "account" },
  next: ({ number }, { proceedingId }) => `/registrations/${number}/proceedings/${proceedingId}`,
});
