import { randomUUID } from "node:crypto";
import { countAdministrators, findCredentials } from "@/lib/data/accounts";
import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { findInvitation, insertInvitation } from "@/lib/data/invitations";
import { queueMail } from "@/lib/data/mails";
import { firstAdministrators, readGrant } from "@/lib/domain/account/invitation";
import { invitationMinutes } from "@/lib/domain/account/schema";
import { after } from "@/lib/domain/account/session-rules";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import { linkHash, linkToken } from "@/lib/ports/links";

export type Invited = { email: string; name: string; grants: readonly string[] };

/**
 * Invites one of the first two administrators by a link that works once, for an hour; whoever is staff already sets their
 * password and app anew with it and keeps their rights.
 */
export async function inviteStaff(
  { email, name, grants }: Invited,
  officeNow: Date,
): Promise<Result<{ token: string; isNew: boolean }>> {
  const account = await findCredentials(database, email);
  if (account?.kind === "professional") return refuse({ code: "unmet", condition: "is_professional" });
  if (account?.status === "disabled") return refuse({ code: "unmet", condition: "account_disabled" });
  if (grants.length === 0 || grants.some((written) => !readGrant(written))) {
    return refuse({ code: "unmet", condition: "grants" });
  }
  if (!account && (await countAdministrators(database, email)) >= firstAdministrators) {
    return refuse({ code: "unmet", condition: "administrators_invite" });
  }

  const now = wallTime();
  const id = randomUUID();
  const token = linkToken("invitation", id);
  const expiresAt = after(now, invitationMinutes * 60_000);
  await transaction(async (db) => {
    await insertInvitation(db, { id, email, name, grants: [...grants], tokenHash: linkHash(token), expiresAt }, now);
    await queueMail(db, {
      dedupeKey: `invitation:${id}`,
      email,
      locale: "en",
      template: "invitation",
      params: { invitationId: id, minutes: invitationMinutes },
      at: officeNow,
    });
    await appendAudit(db, { actor: null, action: "invite_staff", object: `invitation:${id}`, fields: [...grants] });
  });
  return ok({ token, isNew: account === null });
}

/** Whom a link invites; null where it is no invitation, or works no more. */
export async function viewInvitation(token: string): Promise<{ email: string; name: string } | null> {
  const invitation = await findInvitation(database, linkHash(token), wallTime());
  return invitation && { email: invitation.email, name: invitation.name };
}
