import type { Db } from "@/lib/data/client";

export type NewInvitation = {
  id: string;
  email: string;
  name: string;
  grants: string[];
  tokenHash: string;
  expiresAt: Date;
};

export type InvitationRow = Pick<NewInvitation, "id" | "email" | "name" | "grants">;

/** Keeps an invitation and ends every earlier one to the same address. */
export async function insertInvitation(db: Db, invitation: NewInvitation, now: Date): Promise<void> {
  await db.invitation.updateMany({ where: { email: invitation.email, usedAt: null }, data: { usedAt: now } });
  await db.invitation.create({ data: invitation, select: { id: true } });
}

/** The invitation behind a link that still works, or null. */
export async function findInvitation(db: Db, tokenHash: string, now: Date): Promise<InvitationRow | null> {
  return db.invitation.findFirst({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
    select: { id: true, email: true, name: true, grants: true },
  });
}

/** Takes an invitation up; false when somebody else was first, or it has run out. */
export async function takeUpInvitation(db: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await db.invitation.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Removes invitations from before a moment. */
export async function forgetInvitations(db: Db, expiredBefore: Date): Promise<void> {
  await db.invitation.deleteMany({ where: { expiresAt: { lt: expiredBefore } } });
}
