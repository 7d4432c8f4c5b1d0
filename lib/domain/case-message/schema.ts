import * as z from "zod";

export const mostCharacters = 2000;
const id = z.uuid("validation.invalid");
const words = z
  .string("validation.required")
  .trim()
  .min(1, "validation.required")
  .max(mostCharacters, "validation.too_long");

/** `last` is the newest message that was on the page: whoever answers has read so far, and nothing that came since. */
export const writeMessageSchema = z.strictObject({ filingId: id, words, last: id.optional() });
export type WriteMessageInput = z.output<typeof writeMessageSchema>;

/** `last` is the newest message that was on the page: what came since has not been read. */
export const markReadSchema = z.strictObject({ filingId: id, last: id });
export type MarkReadInput = z.output<typeof markReadSchema>;

/** What a message leads to: a check whose finding says "missing", and what the professional is told of it. */
export const makeItemSchema = z.strictObject({
  filingId: id,
  check: z.string("validation.choose_one").min(1, "validation.choose_one").max(60),
  text: words,
  /** The revision of each check that stood on the page, as the query of an address. */
  revisions: z
    .string("validation.invalid")
    .max(4000, "validation.invalid")
    .default("")
    .transform((query): Record<string, unknown> => Object.fromEntries(new URLSearchParams(query)))
    .pipe(
      z.record(
        z.string(),
        z.coerce.number("validation.invalid").int("validation.invalid").min(0, "validation.invalid"),
      ),
    ),
});
export type MakeItemInput = z.output<typeof makeItemSchema>;
