"use server";

import { defineAction } from "@/lib/auth/define-action";
import { confirmCarriedSchema } from "@/lib/domain/filing/carry";
import {
  answerHearingSchema,
  answerItemSchema,
  deleteDraftSchema,
  extendAnswerSchema,
  finishExperienceSchema,
  giveConsentSchema,
  keepHearingSchema,
  keepItemSchema,
  keepJobSchema,
  keepObjectionSchema,
  objectSchema,
  removeJobSchema,
  saveAnswersSchema,
  saveJobSchema,
  startFilingSchema,
  submitFilingSchema,
  supplementFilingSchema,
  withdrawConsentSchema,
  withdrawFilingSchema,
} from "@/lib/domain/filing/schema";
import { answerHearing } from "@/lib/services/answer-hearing";
import { confirmCarried } from "@/lib/services/confirm-carried";
import { deleteDraft } from "@/lib/services/delete-draft";
import { extendAnswer } from "@/lib/services/extend-answer";
import { giveConsent, withdrawConsent } from "@/lib/services/give-consent";
import { keepHearingWords, keepItemWords, keepJobWords, keepObjectionWords } from "@/lib/services/keep-words";
import { objectToRefusal } from "@/lib/services/object-to-refusal";
import { autosaveAnswers, finishExperience, removeJob, saveAnswers, saveJob } from "@/lib/services/save-answers";
import { startFiling } from "@/lib/services/start-filing";
import { submitFiling } from "@/lib/services/submit-filing";
import { answerItem, supplementFiling } from "@/lib/services/supplement-filing";
import { withdrawFiling } from "@/lib/services/withdraw-filing";
import { afterAnswers } from "./after-answers";

export const startFilingAction = defineAction(startFilingSchema, startFiling, {
  access: "professional",
  limit: { name: "start_filing", points: 30, seconds: 3600, by: "account" },
  next: ({ id }) => `/filings/${id}`,
});

export const confirmCarriedAction = defineAction(confirmCarriedSchema, confirmCarried, {
  access: "professional",
  next: ({ address }) => `/filings/${address}`,
});

export const saveAnswersAction = defineAction(saveAnswersSchema, saveAnswers, {
  access: "professional",
  next: (saved, { later }) => (later ? `/filings/${saved.address}/saved` : afterAnswers(saved)),
});

export const autosaveAnswersAction = defineAction(saveAnswersSchema, autosaveAnswers, { access: "professional" });

export const saveJobAction = defineAction(saveJobSchema, saveJob, {
  access: "professional",
  next: ({ address, from }) => `/filings/${address}/experience${from ? `?from=${from}` : ""}`,
});

export const removeJobAction = defineAction(removeJobSchema, removeJob, { access: "professional" });

export const finishExperienceAction = defineAction(finishExperienceSchema, finishExperience, {
  access: "professional",
  next: afterAnswers,
});

export const giveConsentAction = defineAction(giveConsentSchema, giveConsent, {
  access: "professional",
  next: afterAnswers,
});

export const withdrawConsentAction = defineAction(withdrawConsentSchema, withdrawConsent, { access: "professional" });

export const submitFilingAction = defineAction(submitFilingSchema, submitFiling, {
  access: "professional",
  limit: { name: "submit_filing", points: 30, seconds: 3600, by: "account" },
  next: ({ reference }) => `/filings/${reference}/submitted`,
});

export const answerItemAction = defineAction(answerItemSchema, answerItem, {
  access: "professional",
  next: ({ address, number }) => `/filings/${address}/request#item-${number}`,
});

export const keepItemAction = defineAction(keepItemSchema, keepItemWords, { access: "professional" });
export const keepHearingAction = defineAction(keepHearingSchema, keepHearingWords, { access: "professional" });
export const keepJobAction = defineAction(keepJobSchema, keepJobWords, { access: "professional" });

export const supplementFilingAction = defineAction(supplementFilingSchema, supplementFiling, {
  access: "professional",
  next: ({ reference }) => `/filings/${reference}/status?sent=answers`,
});

export const extendAnswerAction = defineAction(extendAnswerSchema, extendAnswer, {
  access: "professional",
  next: ({ address }) => `/filings/${address}/request#time`,
});

export const answerHearingAction = defineAction(answerHearingSchema, answerHearing, {
  access: "professional",
  next: ({ reference }) => `/filings/${reference}/status?sent=statement`,
});

export const objectAction = defineAction(objectSchema, objectToRefusal, {
  access: "professional",
  next: ({ reference }) => `/filings/${reference}/status?sent=objection`,
});

export const keepObjectionAction = defineAction(keepObjectionSchema, keepObjectionWords, { access: "professional" });

export const withdrawFilingAction = defineAction(withdrawFilingSchema, withdrawFiling, {
  access: "professional",
  next: ({ address }) => `/filings/${address}/status`,
});

export const deleteDraftAction = defineAction(deleteDraftSchema, deleteDraft, {
  access: "professional",
  next: () => "/filings",
});
