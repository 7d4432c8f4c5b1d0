import { database } from "@/lib/data/client";
import { findOpenSession, touchSession, type OpenSession } from "@/lib/data/sessions";
import { wallTime } from "@/lib/ports/clock";
import { env } from "@/lib/env";
import { hasShownEnough } from "@/lib/domain/account/second-factor";
import { before, seenEvery, sessionRules } from "@/lib/domain/account/session-rules";
import { openSession, sessionKey } from "./session-token";

/**
 * The open session behind a cookie, as the database knows it now; null for a stranger, a disabled account, an ended
 * session, and for staff who did not show their second factor.
 */
export async function readSession(token: string | undefined): Promise<OpenSession | null> {
  const sessionId = await openSession(token);
  if (sessionId === null) return null;

  const now = wallTime();
  const session = await findOpenSession(sessionKey(sessionId), now, {
    professional: before(now, sessionRules.professional.idle),
    staff: before(now, sessionRules.staff.idle),
  });
  if (session && !hasShownEnough(session.actor.kind, session.shown, env.demo)) return null;
  if (!session || session.lastSeenAt >= before(now, seenEvery)) return session;

  await touchSession(database, session.idHash, now);
  return { ...session, lastSeenAt: now };
}
