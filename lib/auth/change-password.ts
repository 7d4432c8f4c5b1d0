import type * as z from "zod";
import { findCredentialsOf, forgetDevices, setPasswordHash } from "@/lib/data/accounts";
import { appendAudit } from "@/lib/data/audit";
import { database } from "@/lib/data/client";
import { takeAttempt } from "@/lib/data/rate-limits";
import { endSessionsOf } from "@/lib/data/sessions";
import { isWellKnown } from "@/lib/domain/account/password";
import { passwordLength, type changePasswordSchema } from "@/lib/domain/account/schema";
import type { Person } from "@/lib/domain/actor";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import { hashPassword, isPassword } from "@/lib/ports/password";
import { currentSession } from "./current-actor";
import { isKnownDevice, rememberDevice } from "./known-devices";
import { giveSession, startSession } from "./session-cookies";
import { whileUnchanged } from "./while-unchanged";

const tries = { name: "change-password", points: 10, seconds: 15 * 60 };

const notThePresentOne = { code: "invalid_input", fields: { currentPassword: "validation.password_current" } } as const;

/** Changes the password of whoever knows the present one, and ends every session but a new one here. */
export async function changePassword(
  actor: Person,
  { currentPassword, password }: z.output<typeof changePasswordSchema>,
): Promise<Result<null>> {
  if (!(await takeAttempt(tries, actor.accountId))) return refuse({ code: "too_many_requests" });
  if ([...password].length < passwordLength[actor.kind]) {
    return refuse({ code: "invalid_input", fields: { password: "validation.password_short_staff" } });
  }
  if (isWellKnown(password, actor.email)) {
    return refuse({ code: "invalid_input", fields: { password: "validation.password_common" } });
  }

  const account = await findCredentialsOf(database, actor.accountId);
  if (!account || !(await isPassword(account.passwordHash, currentPassword))) {
    return refuse(notThePresentOne);
  }
  const isKnown = await isKnownDevice(account);

  const [passwordHash, former] = await Promise.all([hashPassword(password), currentSession()]);
  const now = wallTime();
  const session = await whileUnchanged(account, notThePresentOne, async (db) => {
    await setPasswordHash(db, actor.accountId, passwordHash);
    await endSessionsOf(db, actor.accountId, now);
    await forgetDevices(db, actor.accountId, now);
    const { device = "", shown = null } = former ?? {};
    const started = await startSession(db, { id: actor.accountId, kind: actor.kind }, device, shown, now);
    await appendAudit(db, {
      actor,
      action: "change_password",
      object: `account:${actor.accountId}`,
      fields: ["password"],
    });
    return ok(started);
  });
  if (!session.ok) return session;
  await giveSession(session.value, now);
  if (isKnown) await rememberDevice(actor.accountId, now);
  return ok(null);
}
