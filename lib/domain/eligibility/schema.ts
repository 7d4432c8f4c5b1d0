import * as z from "zod";
import { checkQuestions } from "./questions";

// What a browser may post. Whether an answer is right is judged with the rules of the entry.

const words = z.string().max(40, "validation.too_long").optional();

export const answerCheckSchema = z.strictObject({
  entry: z.string().max(60),
  question: z.enum(checkQuestions),
  registered: words,
  home_registration_until: words,
  identity_kind: words,
  permit_kind: words,
  years: words,
  months: words,
  record: words,
  latest: words,
  papers: z.union([z.string().max(40), z.array(z.string().max(40)).max(30)]).optional(),
});
export type AnswerCheckInput = z.output<typeof answerCheckSchema>;
