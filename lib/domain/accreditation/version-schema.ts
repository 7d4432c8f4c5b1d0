import * as z from "zod";
import { isEntryCode } from "./schema";
import { treatments } from "./version";

// What administrators send about a version: the same at the form and at the server.

const entry = z.string().refine(isEntryCode);
const version = z.coerce.number<string>().int().positive();

/** A new version begins as a copy of an earlier one, or of what is published. */
export const prepareVersionSchema = z.strictObject({ entry, from: z.coerce.number<string>().int().positive() });
export type PrepareVersionInput = z.output<typeof prepareVersionSchema>;

/** A step on the version that was seen, which needs no words. */
export const seenVersionSchema = z.strictObject({ entry, version });
export type SeenVersionInput = z.output<typeof seenVersionSchema>;

export const returnVersionSchema = z.strictObject({
  entry,
  version,
  words: z.string().trim().min(1, "validation.reasons").max(2000, "validation.too_long"),
});
export type ReturnVersionInput = z.output<typeof returnVersionSchema>;

export const publishVersionSchema = z.strictObject({
  entry,
  version,
  publish_on: z.iso.date("validation.date"),
  treatment: z.enum(treatments, "validation.choose_one"),
});
export type PublishVersionInput = z.output<typeof publishVersionSchema>;
