import * as z from "zod";
import { emailSchema } from "@/lib/domain/account/schema";
import { linkTokenSchema } from "@/lib/domain/confirmation/schema";

export const makeWishSchema = z.strictObject({
  qualification: z.string("validation.required").trim().min(2, "validation.too_short").max(200, "validation.too_long"),
  body: z.string().trim().max(200, "validation.too_long").optional(),
  /** An entry of the list that takes no filings yet. */
  entry: z.string().max(60).optional(),
  email: z.union([z.literal(""), emailSchema], "validation.email").optional(),
});
export type MakeWishInput = z.output<typeof makeWishSchema>;

export const confirmWishSchema = z.strictObject({ token: linkTokenSchema });
export type ConfirmWishInput = z.output<typeof confirmWishSchema>;

/** An address that nobody confirmed is forgotten after so many days. */
export const wishDays = 14;
