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

const count = z.coerce.number().int().min(0).max(1_000_000).default(0);

/** What moving the clock did, as the address of its page says it. */
export const clockReportSchema = z.object({
  moved: z.iso.date(),
  deem_accepted: count,
  close_no_response: count,
  decide_on_file: count,
  end_hearing: count,
  end_notice: count,
  reminded: count,
  settled: count,
  proceedings: count,
});
