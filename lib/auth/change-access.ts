import { findCredentialsOf, forgetDevices } from "@/lib/data/accounts";
import { appendAudit } from "@/lib/data/audit";
import { database, type Db } from "@/lib/data/client";
import { queueMail } from "@/lib/data/mails";
import { endSessionsOf } from "@/lib/data/sessions";
import type { ShownFactor } from "@/lib/domain/account/second-factor";
import type { Person } from "@/lib/domain/actor";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import { currentSession } from "./current-actor";
import { isKnownDevice, rememberDevice } from "./known-devices";
import { giveSession, startSession, type StartedSession } from "./session-cookies";
import { whileUnchanged } from "./while-unchanged";

/** What of an account's ways in was changed; its owner is mailed so. */
export type AccessChange =
  | "second_factor_set_up"
  | "second_factor_removed"
  | "recovery_codes_new"
  | "digital_identity_linked"
  | "digital_identity_unlinked";

/** Changes what somebody signs in with: every other session and known device ends with it, and the owner hears of it. */
export async function changeAccess(
  actor: Person,
  officeNow: Date,
  /** What the change itself showed of them, where it showed anything. */
  { what, shown }: { what: AccessChange; shown?: ShownFactor | null },
  change: (db: Db, now: Date) => Promise<Result<null>>,
): Promise<Result<null>> {
  const now = wallTime();
  const [former, account] = await Promise.all([currentSession(), findCredentialsOf(database, actor.accountId)]);
  const stranger = { code: "unauthenticated" } as const;
  if (!former || !account) return refuse(stranger);
  const isKnown = await isKnownDevice(account);
  const shownHere = shown === undefined ? former.shown : shown;
  const session = await whileUnchanged(account, stranger, async (db): Promise<Result<StartedSession>> => {
    const changed = await change(db, now);
    if (!changed.ok) return changed;
    await endSessionsOf(db, account.id, now);
    await forgetDevices(db, account.id, now);
    const started = await startSession(db, account, former.device, shownHere, now);
    await tellOfChange(db, actor, what, now, officeNow);
    return ok(started);
  });
  if (!session.ok) return session;
  await giveSession(session.value, now);
  if (isKnown || shown) await rememberDevice(account.id, now);
  return ok(null);
}

/** Mails the owner what was changed and writes it into the trail. */
export async function tellOfChange(
  db: Db,
  actor: Person,
  what: AccessChange,
  now: Date,
  officeNow: Date,
): Promise<void> {
  const { accountId } = actor;
  const dedupeKey = `${accountId}:${what}:${now.getTime()}`;
  await queueMail(db, { dedupeKey, accountId, template: what, params: {}, at: officeNow });
  await appendAudit(db, { actor, action: what, object: `account:${accountId}`, fields: [fieldOf(what)] });
}

const fieldOf = (what: AccessChange) => (what.startsWith("digital_identity") ? "digital_identity" : "second_factor");
