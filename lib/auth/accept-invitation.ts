import type * as z from "zod";
import {
  countAdministrators,
  findCredentials,
  forgetDevices,
  holdCredentials,
  insertStaff,
  setPasswordHash,
  type Credentials,
} from "@/lib/data/accounts";
import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { findInvitation, lockInvitations, takeUpInvitation } from "@/lib/data/invitations";
import { deleteSecondFactor } from "@/lib/data/second-factors";
import { endSessionsOf } from "@/lib/data/sessions";
import { firstAdministrators, readGrant } from "@/lib/domain/account/invitation";
import { isWellKnown } from "@/lib/domain/account/password";
import type { acceptInvitationSchema } from "@/lib/domain/account/schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import { linkHash } from "@/lib/ports/links";
import { hashPassword } from "@/lib/ports/password";
import type { Visitor } from "./access";
import type { Way } from "./arrive";
import { askFor } from "./sign-in-steps";

const worksNoMore = refuse({ code: "not_found" });

/** Takes up an invitation with a password, and leads on to the app without which staff do not come in. */
export async function acceptInvitation(
  visitor: Visitor,
  { token, password }: z.output<typeof acceptInvitationSchema>,
  officeNow: Date,
): Promise<Result<Way>> {
  const invitation = await findInvitation(database, linkHash(token), wallTime());
  if (!invitation) return worksNoMore;
  if (isWellKnown(password, invitation.email)) {
    return refuse({ code: "invalid_input", fields: { password: "validation.password_common" } });
  }

  const passwordHash = await hashPassword(password);
  const now = wallTime();
  const { email, name } = invitation;
  const accepted = await transaction(async (db): Promise<Result<Credentials>> => {
    await lockInvitations(db);
    const found = await findCredentials(db, email);
    const known = found && (await holdCredentials(db, found.id));
    const isFromOutside = invitation.invitedById === null;
    if (!known && isFromOutside && (await countAdministrators(db, email)) >= firstAdministrators) return worksNoMore;
    if (known && (known.kind !== "staff" || known.status === "disabled")) return worksNoMore;
    if (!(await takeUpInvitation(db, invitation.id, now))) return worksNoMore;

    const grants = invitation.grants.flatMap((written) => readGrant(written) ?? []);
    const id = known?.id ?? (await insertStaff(db, { email, name, passwordHash, locale: visitor.locale, grants }));
    if (known) {
      await setPasswordHash(db, id, passwordHash);
      await deleteSecondFactor(db, id);
      await forgetDevices(db, id, now);
      await endSessionsOf(db, id, now);
    }
    const account = await findCredentials(db, email);
    if (!account) return worksNoMore;
    await appendAudit(db, {
      actor: null,
      action: "accept_invitation",
      object: `account:${id}`,
      fields: known ? ["password", "second_factor"] : ["password", ...invitation.grants],
    });
    return ok(account);
  });
  return accepted.ok ? askFor("set_up", accepted.value, visitor, null, officeNow) : accepted;
}
