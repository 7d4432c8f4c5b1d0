import * as z from "zod";

export const mostCharacters = 2000;
const id = z.uuid("validation.invalid");
const words = z
  .string("validation.required")
  .trim()
  .min(1, "validation.required")
  .max(mostCharacters, "validation.too_long");

export const writeMessageSchema = z.strictObject({ filingId: id, words });
export type WriteMessageInput = z.output<typeof writeMessageSchema>;

/** `last` is the newest message that was on the page: what came since has not been read. */
export const markReadSchema = z.strictObject({ filingId: id, last: id });
export type MarkReadInput = z.output<typeof markReadSchema>;

/** What a message leads to: a check whose finding says "missing", and what the professional is told of it. */
export const makeItemSchema = z.strictObject({
  filingId: id,
  check: z.string("validation.choose_one").min(1, "validation.choose_one").max(60),
  text: words,
});
export type MakeItemInput = z.output<typeof makeItemSchema>;
