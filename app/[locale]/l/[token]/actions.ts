"use server";

import { acceptInvitation } from "@/lib/auth/accept-invitation";
import { defineAction } from "@/lib/auth/define-action";
import { acceptInvitationSchema } from "@/lib/domain/account/schema";
import { answerConfirmationSchema } from "@/lib/domain/confirmation/schema";
import { confirmWishSchema } from "@/lib/domain/demand/schema";
import { answerConfirmation } from "@/lib/services/answer-confirmation";
import { confirmWish } from "@/lib/services/make-wish";

export const acceptInvitationAction = defineAction(acceptInvitationSchema, acceptInvitation, {
  access: "public",
  limit: { name: "accept_invitation", points: 30, seconds: 60 * 60, by: "network" },
  next: ({ to }) => to,
});

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
