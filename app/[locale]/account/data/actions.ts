"use server";

import { defineAction } from "@/lib/auth/define-action";
import { askCorrectionSchema, askErasureSchema, takeBackConsentSchema } from "@/lib/domain/personal-data/schema";
import { askCorrection, askErasure } from "@/lib/services/ask-about-data";
import { withdrawConsent } from "@/lib/services/give-consent";

export const askCorrectionAction = defineAction(askCorrectionSchema, askCorrection, {
  access: "professional",
  limit: { name: "ask_correction", points: 10, seconds: 86_400, by: "account" },
  next: () => "/account/data?asked=correction",
});

export const askErasureAction = defineAction(askErasureSchema, askErasure, {
  access: "professional",
  fresh: true,
  next: ({ isClosed }) => (isClosed ? "/sign-in?left=1" : "/account/data?asked=erasure"),
});

export const takeBackConsentAction = defineAction(takeBackConsentSchema, withdrawConsent, { access: "professional" });
