import * as z from "zod";
import { reassignReasons } from "@/lib/domain/filing/checks";

/** How many filings change hands at once. */
export const mostHandedOver = 50;

const seenFiling = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:\d{1,9}$/, "validation.invalid")
  .transform((text) => {
    const [id = "", version = ""] = text.split(":");
    return { id, version: Number(version) };
  });

export const reassignSchema = z.strictObject({
  /** Each as id and the version that was seen, joined by a colon. */
  filings: z
    .array(seenFiling, "validation.choose_any")
    .min(1, "validation.choose_any")
    .max(mostHandedOver, "validation.invalid")
    .refine((them) => new Set(them.map(({ id }) => id)).size === them.length, "validation.invalid"),
  /** One colleague's account, or everybody who is there. */
  to: z.union([z.literal("evenly"), z.uuid()], "validation.choose_one"),
  reason: z.enum(reassignReasons, "validation.choose_one"),
});
export type ReassignInput = z.output<typeof reassignSchema>;

export const absenceSchema = z
  .strictObject({ from: z.iso.date("validation.date"), until: z.iso.date("validation.date") })
  .refine(({ from, until }) => until >= from, { path: ["until"], error: "validation.absence_order" });
export type AbsenceInput = z.output<typeof absenceSchema>;

export const absenceIdSchema = z.strictObject({ absenceId: z.uuid("validation.invalid") });
export type AbsenceIdInput = z.output<typeof absenceIdSchema>;
