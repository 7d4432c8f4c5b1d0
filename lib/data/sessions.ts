import { lockAccount } from "@/lib/data/accounts";
import { pool, type Db } from "@/lib/data/client";
import type { ShownFactor } from "@/lib/domain/account/second-factor";
import type { Grant, Person } from "@/lib/domain/actor";

/** Who is signed in with a session, and since when. */
export type OpenSession = {
  idHash: string;
  actor: Person;
  locale: "en" | "zh-Hant" | "zh-Hans";
  device: string;
  lastSeenAt: Date;
  authenticatedAt: Date;
  expiresAt: Date;
  /** What was shown besides the password. */
  shown: ShownFactor | null;
};

type Row = {
  account_id: string;
  kind: "professional" | "staff";
  email: string;
  display_name: string | null;
  person_id: string | null;
  locale: OpenSession["locale"];
  grants: Grant[];
  device: string;
  last_seen_at: Date;
  authenticated_at: Date;
  expires_at: Date;
  shown: ShownFactor | null;
};

// Rights are read with the session, so that what was taken away is gone at the next request.
const readSession = `
  SELECT s."device", s."last_seen_at", s."authenticated_at", s."expires_at", s."shown", a."id" AS "account_id", a."kind", a."email",
    a."display_name", a."person_id", a."locale",
    CASE WHEN a."kind" = 'staff' THEN (SELECT COALESCE(json_agg(json_build_object('capability', g."capability", 'field', g."field_code")), '[]')
      FROM "staff_grant" g WHERE g."account_id" = a."id") ELSE '[]' END AS "grants"
  FROM "session" s JOIN "account" a ON a."id" = s."account_id"
  WHERE s."id_hash" = $1 AND s."ended_at" IS NULL AND s."expires_at" > $2 AND a."status" = 'active'
    AND s."last_seen_at" > CASE a."kind" WHEN 'staff' THEN $3::timestamptz ELSE $4::timestamptz END`;

/** The session that is open under this key, with its account and rights, in one round trip; null for everybody else. */
export async function findOpenSession(
  idHash: string,
  now: Date,
  seenSince: { professional: Date; staff: Date },
): Promise<OpenSession | null> {
  const { rows } = await pool.query<Row>({
    name: "read-session",
    text: readSession,
    values: [idHash, now, seenSince.staff, seenSince.professional],
  });
  const row = rows[0];
  if (!row) return null;
  return {
    idHash,
    actor: personOf(row),
    locale: row.locale,
    device: row.device,
    lastSeenAt: row.last_seen_at,
    authenticatedAt: row.authenticated_at,
    expiresAt: row.expires_at,
    shown: row.shown,
  };
}

function personOf({ kind, account_id: accountId, person_id: personId, email, display_name, grants }: Row): Person {
  if (kind === "staff") return { kind, accountId, personId, email, displayName: display_name ?? email, grants };
  if (!personId) throw new Error(`Professional account ${accountId} has no person.`);
  return { kind, accountId, personId, email };
}

/** Whose session this is or was, for as long as sessions are remembered; null for a disabled account. */
export async function findAccountOfSession(db: Db, idHash: string): Promise<string | null> {
  const session = await db.session.findFirst({
    where: { idHash, account: { status: "active" } },
    select: { accountId: true },
  });
  return session?.accountId ?? null;
}

/** Notes that somebody was here; an ended session stays ended. */
export async function touchSession(db: Db, idHash: string, now: Date): Promise<void> {
  await db.session.updateMany({ where: { idHash, endedAt: null }, data: { lastSeenAt: now } });
}

export type NewSession = {
  idHash: string;
  accountId: string;
  device: string;
  expiresAt: Date;
  shown: ShownFactor | null;
};

/** Opens a session for an account and ends its oldest ones beyond the cap, where there is one. */
export async function openSession(db: Db, session: NewSession, cap: number | null, now: Date): Promise<void> {
  // One at a time per account: two who sign in at the same moment would each leave room for the other.
  if (cap !== null) await lockAccount(db, session.accountId);
  await db.session.create({
    data: { ...session, createdAt: now, lastSeenAt: now, authenticatedAt: now },
    select: { idHash: true },
  });
  if (cap === null) return;

  const open = await db.session.findMany({
    where: { accountId: session.accountId, endedAt: null, expiresAt: { gt: now } },
    orderBy: { lastSeenAt: "desc" },
    select: { idHash: true },
  });
  const beyond = open
    .map(({ idHash }) => idHash)
    .filter((idHash) => idHash !== session.idHash)
    .slice(cap - 1);
  if (beyond.length > 0) await db.session.updateMany({ where: { idHash: { in: beyond } }, data: { endedAt: now } });
}

/** Did an account sign in before, but never on a device of this name? As far back as sessions are remembered. */
export async function isNewDevice(db: Db, accountId: string, device: string): Promise<boolean> {
  const before = { where: { accountId }, select: { idHash: true } };
  if (!(await db.session.findFirst(before))) return false;
  return (await db.session.findFirst({ ...before, where: { accountId, device } })) === null;
}

export type SessionRow = { idHash: string; device: string; createdAt: Date; lastSeenAt: Date };

/** The sessions of an account that are still open, the latest used first. */
export async function listOpenSessions(db: Db, accountId: string, now: Date, seenSince: Date): Promise<SessionRow[]> {
  return db.session.findMany({
    where: { accountId, endedAt: null, expiresAt: { gt: now }, lastSeenAt: { gt: seenSince } },
    orderBy: { lastSeenAt: "desc" },
    take: 50,
    select: { idHash: true, device: true, createdAt: true, lastSeenAt: true },
  });
}

/** Ends one session of an account; false when it has none such open. */
export async function endSession(db: Db, accountId: string, idHash: string, now: Date): Promise<boolean> {
  const { count } = await db.session.updateMany({
    where: { idHash, accountId, endedAt: null },
    data: { endedAt: now },
  });
  return count === 1;
}

/** Ends every session of an account, but for one where it is named. */
export async function endSessionsOf(db: Db, accountId: string, now: Date, but?: string): Promise<void> {
  await db.session.updateMany({
    where: { accountId, endedAt: null, ...(but !== undefined && { idHash: { not: but } }) },
    data: { endedAt: now },
  });
}

/** Removes sessions that ran out before a moment. */
export async function forgetSessions(db: Db, expiredBefore: Date): Promise<void> {
  await db.session.deleteMany({ where: { expiresAt: { lt: expiredBefore } } });
}
