import * as z from "zod";
import { evidenceKeys } from "@/lib/domain/accreditation/evidence";
import { documentHalves } from "./file";

/** How long a telephone may take: long enough to find the paper, short enough for a screen that somebody else walks past. */
export const handoverMinutes = 10;
/** After so many minutes a sending that brought nothing counts as broken off, and the same link may be tried again. */
export const brokenOffMinutes = 2;

export const startHandoverSchema = z.strictObject({
  filingId: z.uuid(),
  evidenceKey: z.enum(evidenceKeys),
  half: z.enum(documentHalves),
});
export type StartHandoverInput = z.output<typeof startHandoverSchema>;

/** The secret part of a link: 256 bits. */
export const handoverTokenSchema = z.string().regex(/^[\w-]{43}$/);

export type HandoverFacts = { expiresAt: Date; endedAt: Date | null; document: object | null };
export type HandoverStanding = "open" | "used" | "ended";

/** Where a link stands at this moment of wall time: used once a paper came by it, and never open again after it ended. */
export function standingOfHandover({ expiresAt, endedAt, document }: HandoverFacts, now: Date): HandoverStanding {
  if (document) return "used";
  return endedAt || expiresAt <= now ? "ended" : "open";
}
