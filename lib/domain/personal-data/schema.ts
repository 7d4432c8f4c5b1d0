import * as z from "zod";
import { consentPurposes } from "@/lib/domain/filing/questions";

/** What a correction may be about: a key under my_data.subject. */
export const correctionSubjects = ["names", "identity", "contact", "registration", "decision", "other"] as const;
export type CorrectionSubject = (typeof correctionSubjects)[number];

/** How long an answer may take: aimed at, in working days, and at the very most, in calendar days. */
export const answerTimes = { workingDays: 15, calendarDays: 40 };

export const askCorrectionSchema = z.strictObject({
  subject: z.enum(correctionSubjects, "validation.choose_one"),
  words: z.string("validation.required").trim().min(1, "validation.required").max(2000, "validation.too_long"),
});
export type AskCorrectionInput = z.output<typeof askCorrectionSchema>;

export const askErasureSchema = z.strictObject({ understood: z.literal("yes", "validation.required") });

export const takeBackConsentSchema = z.strictObject({
  filingId: z.uuid("validation.invalid"),
  purpose: z.enum(consentPurposes),
});

export const answerDataRequestSchema = z
  .strictObject({
    requestId: z.uuid("validation.invalid"),
    outcome: z.enum(["done", "refused"], "validation.choose_one"),
    answer: z.string().trim().max(2000, "validation.too_long").default(""),
  })
  .refine(({ outcome, answer }) => outcome === "done" || answer !== "", {
    path: ["answer"],
    error: "validation.required",
  });
export type AnswerDataRequestInput = z.output<typeof answerDataRequestSchema>;

export const myDataFileSchema = z.strictObject({
  format: z.enum(["json", "pdf"]),
  locale: z.enum(["en", "zh-Hant", "zh-Hans"]),
});
