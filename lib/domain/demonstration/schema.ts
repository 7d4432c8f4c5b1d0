import * as z from "zod";

/** How far the demonstration's clock is moved by a button. */
export const moveByDaysSchema = z.strictObject({ workingDays: z.enum(["1", "5"]).transform(Number) });

/** The day the demonstration's clock is moved to. */
export const moveToDaySchema = z.strictObject({ to: z.iso.date("validation.date") });

/** The mailbox as its address asks for it: whose mails, and from which one on. */
export const mailboxSchema = z.object({
  to: z.string().trim().toLowerCase().max(254).default("").catch(""),
  before: z.uuid().nullable().default(null).catch(null),
});
