import { before } from "@/lib/domain/account/session-rules";
import { addDays, officeDay, startOfDay } from "@/lib/domain/calendar/working-days";
import { linkDays } from "./confirmation";

// Apart from the rest, since forms in the browser need that and no calendar.

/** When a link that is sent at this moment of wall time runs out: at the end of its last day. */
export function endOfLink(sentAt: Date): Date {
  return startOfDay(addDays(officeDay(sentAt), linkDays + 1));
}

/** The last day on which a link can be used, as its mail and its page name it. */
export function lastDayOf(expiresAt: Date): string {
  return officeDay(before(expiresAt, 1));
}
