import * as z from "zod";
import { evidenceKeys } from "@/lib/domain/accreditation/evidence";
import { documentHalves } from "./file";

/** How long a telephone may take: long enough to find the paper, short enough for a screen that somebody else walks past. */
export const handoverMinutes = 10;

export const startHandoverSchema = z.strictObject({
  filingId: z.uuid(),
  evidenceKey: z.enum(evidenceKeys),
  half: z.enum(documentHalves),
});
export type StartHandoverInput = z.output<typeof startHandoverSchema>;

/** The secret part of a link: 256 bits. */
export const handoverTokenSchema = z.string().regex(/^[\w-]{43}$/);

export type HandoverTimes = { expiresAt: Date; endedAt: Date | null; usedAt: Date | null };
export type HandoverStanding = "open" | "used" | "ended";

/** Where a link stands at this moment of wall time: open once, and never again after it ended in whatever way. */
export function standingOfHandover({ expiresAt, endedAt, usedAt }: HandoverTimes, now: Date): HandoverStanding {
  if (usedAt) return "used";
  return endedAt || expiresAt <= now ? "ended" : "open";
}
