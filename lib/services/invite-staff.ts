import { randomUUID } from "node:crypto";
import { countAdministrators, findAccount, findCredentials, localeColumn } from "@/lib/data/accounts";
import { appendAudit } from "@/lib/data/audit";
import { listFields } from "@/lib/data/authorities";
import { database, transaction, type Db } from "@/lib/data/client";
import { countInvited, findInvitation, insertInvitation, lockInvitations, wasInvitation } from "@/lib/data/invitations";
import { queueMail } from "@/lib/data/mails";
import { lockColleagues } from "@/lib/data/staff";
import { firstAdministrators, readGrant, type InvitationView } from "@/lib/domain/account/invitation";
import { invitationMinutes } from "@/lib/domain/account/schema";
import type { InviteColleagueInput } from "@/lib/domain/account/staff";
import type { Staff } from "@/lib/domain/actor";
import { after } from "@/lib/domain/account/session-rules";
import { ok, refuse, type Refusal, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import { linkHash, linkToken } from "@/lib/ports/links";

type Locale = keyof typeof localeColumn;

/** Whom, with which rights, and in which language; where none is said, in that of their account. */
export type Invited = { email: string; name: string; grants: readonly string[]; locale?: Locale };

type Sent = { email: string; name: string; grants: string[]; locale: Locale };
type InvitationMade = { token: string; locale: Locale; isNew: boolean };

/**
 * Invites one of the first two administrators by a link that works once, for an hour; whoever is staff already sets their
 * password and app anew with it and keeps their rights.
 */
export function inviteStaff(invited: Invited, officeNow: Date): Promise<Result<InvitationMade>> {
  const { email, name } = invited;
  const written = [...new Set(invited.grants)];
  return transaction(async (db) => {
    await lockInvitations(db);
    const account = await findCredentials(db, email);
    if (account?.kind === "professional") return refuse({ code: "unmet", condition: "is_professional" });
    if (account?.status === "disabled") return refuse({ code: "unmet", condition: "account_disabled" });
    const refused = await refusedRights(db, written);
    if (refused) return refuse(refused);
    if (!account) {
      if (!written.includes("manage_people")) return refuse({ code: "unmet", condition: "manage_people" });
      const others = (await countAdministrators(db, email)) + (await countInvited(db, email, wallTime()));
      if (others >= firstAdministrators) return refuse({ code: "unmet", condition: "administrators_invite" });
    }

    // Whoever is staff keeps the rights they have.
    const grants = account ? [] : written;
    const locale = invited.locale ?? (account ? (await findAccount(db, account.id)).locale : "en");
    const token = await send(db, { email, name, grants, locale }, null, officeNow);
    return ok({ token, locale, isNew: account === null });
  });
}

/** Invites somebody to join the staff, in the name of an administrator; rights are given once they are there. */
export function inviteColleague(
  actor: Staff,
  { email, name, locale }: InviteColleagueInput,
  officeNow: Date,
): Promise<Result<null>> {
  return transaction(async (db) => {
    await lockInvitations(db);
    const self = (await lockColleagues(db, [actor.accountId])).get(actor.accountId);
    if (!self?.isActive || !self.managesPeople) return refuse({ code: "not_found" });
    const account = await findCredentials(db, email);
    if (account?.kind === "professional") return refuse({ code: "unmet", condition: "is_professional" });
    if (account) {
      return refuse({ code: "unmet", condition: account.status === "disabled" ? "account_disabled" : "is_staff" });
    }
    await send(db, { email, name, grants: [], locale }, actor, officeNow);
    return ok(null);
  });
}

/** Keeps an invitation, mails its link, and writes down who sent it. */
async function send(db: Db, { email, name, grants, locale }: Sent, actor: Staff | null, officeNow: Date) {
  const now = wallTime();
  const id = randomUUID();
  const token = linkToken("invitation", id);
  const invitedById = actor?.accountId ?? null;
  const expiresAt = after(now, invitationMinutes * 60_000);
  await insertInvitation(db, { id, email, name, grants, invitedById, tokenHash: linkHash(token), expiresAt }, now);
  await queueMail(db, {
    dedupeKey: `invitation:${id}`,
    email,
    locale: localeColumn[locale],
    template: "invitation",
    params: { invitationId: id, minutes: invitationMinutes },
    at: officeNow,
  });
  await appendAudit(db, { actor, action: "invite_staff", object: `invitation:${id}`, fields: grants });
  return token;
}

async function refusedRights(db: Db, written: readonly string[]): Promise<Refusal | null> {
  const grants = written.map(readGrant);
  if (grants.length === 0 || grants.includes(null)) return { code: "unmet", condition: "grants" };
  const fields = await listFields(db);
  const isKnown = grants.every((grant) => !grant?.field || fields.includes(grant.field));
  return isKnown ? null : { code: "unmet", condition: "fields" };
}

/** Whom a link invites, or that it does so no more; null where it never did. */
export async function viewInvitation(token: string): Promise<InvitationView | null> {
  const tokenHash = linkHash(token);
  const invitation = await findInvitation(database, tokenHash, wallTime());
  if (invitation) return { is: "open", email: invitation.email, name: invitation.name };
  return (await wasInvitation(database, tokenHash)) ? { is: "dead" } : null;
}
