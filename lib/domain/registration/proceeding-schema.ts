import * as z from "zod";
import { proceedingReasons } from "./proceeding-reasons";

// What staff and holders send of a proceeding: the same at the form and at the server.

const number = z.string().min(1).max(40);
const version = z.coerce.number().int().positive();
const words = z.string().trim().min(1, "validation.reasons").max(4000, "validation.too_long");
const day = z.iso.date("validation.date");
const noDay = z.literal("");

const proposal = { number, version, words, effectiveOn: day };

export const suspendSchema = z
  .strictObject({
    ...proposal,
    reason: z.enum(proceedingReasons.suspension, "validation.choose_one"),
    /** Empty: until it is lifted. */
    untilOn: z.union([noDay, day], "validation.date"),
  })
  .refine((it) => it.untilOn === "" || it.effectiveOn <= it.untilOn, {
    path: ["untilOn"],
    error: "validation.end_before_start",
  });
export type SuspendInput = z.output<typeof suspendSchema>;

export const revokeSchema = z.strictObject({
  ...proposal,
  reason: z.enum(proceedingReasons.revocation, "validation.choose_one"),
  fromTheStart: z.literal("yes").optional(),
});
export type RevokeInput = z.output<typeof revokeSchema>;

export const liftSchema = z.strictObject({
  ...proposal,
  reason: z.enum(proceedingReasons.lifting, "validation.choose_one"),
});
export type LiftInput = z.output<typeof liftSchema>;

const seen = { proceedingId: z.uuid("validation.invalid"), version };

export const answerProceedingSchema = z.strictObject({
  ...seen,
  statement: z.string().trim().min(1, "validation.required").max(4000, "validation.too_long"),
});
export type AnswerProceedingInput = z.output<typeof answerProceedingSchema>;

export const decideProceedingSchema = z.strictObject({
  ...seen,
  note: z.string().trim().max(4000, "validation.too_long"),
});
export type DecideProceedingInput = z.output<typeof decideProceedingSchema>;

export const dropProceedingSchema = z.strictObject({ ...seen, note: words });
export type DropProceedingInput = z.output<typeof dropProceedingSchema>;
