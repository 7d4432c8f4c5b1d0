import type { Credentials } from "@/lib/data/accounts";
import { appendAudit } from "@/lib/data/audit";
import type { Db } from "@/lib/data/client";
import { queueMail } from "@/lib/data/mails";
import { isNewDevice } from "@/lib/data/sessions";
import { homeOf } from "@/lib/domain/account/home";
import type { ShownFactor } from "@/lib/domain/account/second-factor";
import { rememberDevice } from "./known-devices";
import { giveSession, startSession, type StartedSession } from "./session-cookies";

/** Where somebody goes next, without its language. */
export type Way = { to: string };

export type Arrival = { device: string; shown: ShownFactor | null; now: Date };

/** Opens a session for somebody who has shown enough; where `officeNow` is given, the owner hears of a device that is new. */
export async function openFor(
  db: Db,
  account: Pick<Credentials, "id" | "kind">,
  { device, shown, now }: Arrival,
  officeNow?: Date,
): Promise<StartedSession> {
  if (officeNow && (await isNewDevice(db, account.id, device))) {
    await queueMail(db, {
      dedupeKey: `${account.id}:new_device:${now.getTime()}`,
      accountId: account.id,
      template: "new_device",
      params: { device },
      at: officeNow,
    });
  }
  const started = await startSession(db, account, device, shown, now);
  const fields = shown ? [shown] : [];
  await appendAudit(db, { actor: null, action: "sign_in", object: `account:${account.id}`, fields });
  return started;
}

/** Hands the session over and leads to where somebody was going. A device on which more than a password was shown is known from now on. */
export async function arrive(
  session: StartedSession,
  next: string | null,
  { shown, now }: Pick<Arrival, "shown" | "now">,
): Promise<Way> {
  const person = await giveSession(session, now);
  if (shown) await rememberDevice(person.accountId, now);
  return { to: next || homeOf(person) };
}
