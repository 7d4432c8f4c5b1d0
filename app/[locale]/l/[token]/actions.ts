"use server";

import { defineAction } from "@/lib/auth/define-action";
import { answerConfirmationSchema } from "@/lib/domain/confirmation/schema";
import { confirmWishSchema } from "@/lib/domain/demand/schema";
import { answerConfirmation } from "@/lib/services/answer-confirmation";
import { confirmWish } from "@/lib/services/make-wish";

export const answerConfirmationAction = defineAction(answerConfirmationSchema, answerConfirmation, {
  access: "public",
  limit: { name: "answer_confirmation", points: 30, seconds: 60 * 60, by: "network" },
  next: ({ token }) => `/l/${token}`,
});

export const confirmWishAction = defineAction(confirmWishSchema, confirmWish, {
  access: "public",
  limit: { name: "confirm_wish", points: 30, seconds: 60 * 60, by: "network" },
  next: ({ token }) => `/l/${token}`,
});
