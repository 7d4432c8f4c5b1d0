import * as z from "zod";
import { emailSchema } from "@/lib/domain/account/schema";
import { confirmationAnswers, relations } from "@/lib/domain/confirmation/confirmation";

const id = z.uuid("validation.invalid");

export const askConfirmationSchema = z.strictObject({
  filingId: id,
  relation: z.enum(relations, "validation.choose_one"),
  email: emailSchema,
  locale: z.enum(["en", "zh-Hant", "zh-Hans"], "validation.choose_one"),
  /** Which post of the list, counted from 0, and the revision of the list that was seen. */
  at: z.coerce.number().int().min(0).max(19),
  seen: z.coerce.number().int().min(0),
});
export type AskConfirmationInput = z.output<typeof askConfirmationSchema>;

export const endConfirmationSchema = z.strictObject({ filingId: id, confirmationId: id });
export type EndConfirmationInput = z.output<typeof endConfirmationSchema>;

const text = (most: number) =>
  z.string("validation.required").trim().min(1, "validation.required").max(most, "validation.too_long");

/** The secret part of a link: 256 bits. */
export const linkTokenSchema = z.string().regex(/^[\w-]{43}$/);

/** The answer of whoever was asked: which of the two buttons, who they are, and what is not correct where something is not. */
export const answerConfirmationSchema = z
  .strictObject({
    token: linkTokenSchema,
    answer: z.enum(confirmationAnswers, "validation.choose_one"),
    name: text(120),
    position: text(120),
    words: z.string().trim().max(2000, "validation.too_long").optional(),
  })
  .refine(({ answer, words }) => answer === "confirmed" || words, {
    path: ["words"],
    error: "validation.say_what_is_wrong",
  });
export type AnswerConfirmationInput = z.output<typeof answerConfirmationSchema>;
