import { cookies } from "next/headers";
import { endSession, openSession } from "@/lib/data/sessions";
import { database, type Db } from "@/lib/data/client";
import type { ShownFactor } from "@/lib/domain/account/second-factor";
import { after, sessionRules } from "@/lib/domain/account/session-rules";
import type { Person } from "@/lib/domain/actor";
import { env } from "@/lib/env";
import { readSession } from "./read-session";
import { cookieOptions, newSessionId, sealSession, sessionCookie, sessionKey } from "./session-token";

export type StartedSession = { sessionId: string; kind: Person["kind"] };

/** Opens a session under a new id, with the change that led to it; `giveSession` then hands it over. */
export async function startSession(
  db: Db,
  account: { id: string; kind: Person["kind"] },
  device: string,
  shown: ShownFactor | null,
  now: Date,
): Promise<StartedSession> {
  const sessionId = newSessionId();
  const { absolute, cap } = sessionRules[account.kind];
  await openSession(
    db,
    { idHash: sessionKey(sessionId), accountId: account.id, device, shown, expiresAt: after(now, absolute) },
    // In the demonstration everybody shares its people.
    env.demo ? null : cap,
    now,
  );
  return { sessionId, kind: account.kind };
}

/** Hands a session to the browser that asked for it, in place of the one it had, and says who is signed in now. */
export async function giveSession({ sessionId, kind }: StartedSession, now: Date): Promise<Person> {
  const jar = await cookies();
  const former = await readSession(jar.get(sessionCookie)?.value);
  if (former) await endSession(database, former.actor.accountId, former.idHash, now);

  const token = await sealSession(sessionId, sessionRules[kind].absolute / 1000);
  jar.set(sessionCookie, token, cookieOptions);

  const session = await readSession(token);
  if (!session) throw new Error("A session that was just opened is not there.");
  return session.actor;
}
