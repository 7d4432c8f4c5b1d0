import { database } from "@/lib/data/client";
import { findOpenSession, touchSession, type OpenSession } from "@/lib/data/sessions";
import { wallTime } from "@/lib/ports/clock";
import { before, seenEvery, sessionRules } from "@/lib/domain/account/session-rules";
import { openSession, sessionKey } from "./session-token";

/** The open session behind a cookie, as the database knows it now; null for a stranger, a disabled account or an ended session. */
export async function readSession(token: string | undefined): Promise<OpenSession | null> {
  const sessionId = await openSession(token);
  if (sessionId === null) return null;

  const now = wallTime();
  const session = await findOpenSession(sessionKey(sessionId), now, {
    professional: before(now, sessionRules.professional.idle),
    staff: before(now, sessionRules.staff.idle),
  });
  if (!session || session.lastSeenAt >= before(now, seenEvery)) return session;

  await touchSession(database, session.idHash, now);
  return { ...session, lastSeenAt: now };
}
