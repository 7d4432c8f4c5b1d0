import type { Db } from "@/lib/data/client";
import type { Prisma } from "@/lib/data/generated/client";

export type NewInvitation = {
  id: string;
  email: string;
  name: string;
  grants: string[];
  tokenHash: string;
  /** Nobody where it came from the command line. */
  invitedById: string | null;
  expiresAt: Date;
};

export type InvitationRow = Pick<NewInvitation, "id" | "email" | "name" | "grants" | "invitedById">;

// Whoever looks after people no more invites nobody any more.
const stillMeant: Prisma.InvitationWhereInput = {
  OR: [{ invitedById: null }, { invitedBy: { status: "active", grants: { some: { capability: "manage_people" } } } }],
};

/** Lets one person at a time invite or take up an invitation: taken before anything else. */
export async function lockInvitations(db: Db): Promise<void> {
  await db.$executeRaw`LOCK TABLE "invitation" IN SHARE ROW EXCLUSIVE MODE`;
}

/** How many others are invited from the command line who have no account yet. */
export async function countInvited(db: Db, but: string, now: Date): Promise<number> {
  const [{ count } = { count: 0 }] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT i."email")::integer AS "count" FROM "invitation" i
    WHERE i."used_at" IS NULL AND i."expires_at" > ${now} AND i."email" <> ${but} AND i."invited_by_id" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "account" a WHERE a."email" = i."email")`;
  return count;
}

/** Keeps an invitation and ends every earlier one to the same address. */
export async function insertInvitation(db: Db, invitation: NewInvitation, now: Date): Promise<void> {
  await db.invitation.updateMany({ where: { email: invitation.email, usedAt: null }, data: { usedAt: now } });
  await db.invitation.create({ data: invitation, select: { id: true } });
}

/** The invitation behind a link that still works, or null. */
export async function findInvitation(db: Db, tokenHash: string, now: Date): Promise<InvitationRow | null> {
  return db.invitation.findFirst({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now }, ...stillMeant },
    select: { id: true, email: true, name: true, grants: true, invitedById: true },
  });
}

/** Was this link an invitation, as far back as they are remembered? */
export async function wasInvitation(db: Db, tokenHash: string): Promise<boolean> {
  return (await db.invitation.findFirst({ where: { tokenHash }, select: { id: true } })) !== null;
}

export type OpenInvitation = { id: string; email: string; name: string; invitedBy: string | null; expiresAt: Date };

/** Whoever is invited and has not come yet, the newest first. */
export async function listOpenInvitations(db: Db, now: Date): Promise<OpenInvitation[]> {
  const rows = await db.invitation.findMany({
    where: { usedAt: null, expiresAt: { gt: now }, ...stillMeant },
    orderBy: { expiresAt: "desc" },
    take: 100,
    select: {
      id: true,
      email: true,
      name: true,
      expiresAt: true,
      invitedBy: { select: { displayName: true, email: true } },
    },
  });
  return rows.map(({ invitedBy, ...row }) => {
    return { ...row, invitedBy: invitedBy && (invitedBy.displayName ?? invitedBy.email) };
  });
}

/** Takes an invitation up; false when somebody else was first, or it has run out. */
export async function takeUpInvitation(db: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await db.invitation.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: now }, ...stillMeant },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Removes invitations from before a moment. */
export async function forgetInvitations(db: Db, expiredBefore: Date): Promise<void> {
  await db.invitation.deleteMany({ where: { expiresAt: { lt: expiredBefore } } });
}
