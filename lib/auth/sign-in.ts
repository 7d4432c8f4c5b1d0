import { randomUUID } from "node:crypto";
import type * as z from "zod";
import { findCredentials, type Credentials } from "@/lib/data/accounts";
import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { queueMail } from "@/lib/data/mails";
import { forgiveAttempts, takeAttempt } from "@/lib/data/rate-limits";
import { isNewDevice } from "@/lib/data/sessions";
import type { demonstrationSignInSchema } from "@/lib/domain/account/demonstration";
import { homeOf } from "@/lib/domain/account/home";
import type { signInSchema } from "@/lib/domain/account/schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { wallTime } from "@/lib/ports/clock";
import { isPassword } from "@/lib/ports/password";
import type { Visitor } from "./access";
import { giveSession, startSession } from "./session-cookies";

/** Where somebody lands after signing in. */
export type Landing = { home: `/${string}` };

const quarterOfAnHour = 15 * 60;
// From one network the owner of an account is slowed down soon; from all of them together only late, so that nobody
// else keeps the owner out.
const fromOnePlace = { name: "sign-in", points: 10, seconds: quarterOfAnHour };
const fromAnywhere = { name: "sign-in-all", points: 100, seconds: quarterOfAnHour };

/** After so many mistakes the owner hears of them. */
const unremarkable = { name: "sign-in-mistakes", points: 4, seconds: quarterOfAnHour };

/** Signs somebody in by address and password. Unknown, disabled and mistaken get the same answer after the same work. */
export async function signIn(
  visitor: Visitor,
  input: z.output<typeof signInSchema>,
  officeNow: Date,
): Promise<Result<Landing>> {
  const here = `${input.email} ${visitor.network}`;
  const mayTry = (await takeAttempt(fromOnePlace, here)) && (await takeAttempt(fromAnywhere, input.email));
  if (!mayTry) return refuse({ code: "too_many_requests" });

  const account = await findCredentials(database, input.email);
  const isRight = await isPassword(account?.passwordHash ?? null, input.password);
  if (!account || !isRight || account.status === "disabled") {
    if (!(await takeAttempt(unremarkable, input.email))) await tellOwner(account, officeNow);
    return refuse({ code: "invalid_input", fields: { password: "validation.sign_in" } });
  }
  if (!maySignIn(account)) return refuse({ code: "unmet", condition: "second_factor" });

  await forgiveAttempts(fromOnePlace, here);
  await forgiveAttempts(unremarkable, input.email);
  return enterAs(account, visitor, officeNow);
}

/** Writes to the owner, once a day at most. Nobody's account is asked for as well, so that the answer takes as long. */
async function tellOwner(account: Credentials | null, officeNow: Date): Promise<void> {
  const accountId = account?.status === "active" ? account.id : randomUUID();
  const day = wallTime().toISOString().slice(0, 10);
  await transaction((db) =>
    queueMail(db, {
      dedupeKey: `${accountId}:sign_in_refused:${day}`,
      accountId,
      template: "sign_in_refused",
      params: {},
      at: officeNow,
    }),
  );
}

/** Signs somebody in as one of the demonstration's people, with one click. */
export async function signInToDemonstration(
  visitor: Visitor,
  { email }: z.output<typeof demonstrationSignInSchema>,
): Promise<Result<Landing>> {
  // The door says the same; an open office would be too dear to trust in one lock.
  if (!env.demo) return refuse({ code: "not_found" });

  const account = await findCredentials(database, email);
  if (!account) return refuse({ code: "unmet", condition: "demonstration_not_loaded" });
  if (account.status === "disabled") return refuse({ code: "unmet", condition: "account_disabled" });
  return enterAs(account, visitor);
}

/** Staff need a second factor, which this version cannot ask for yet: they sign in to the demonstration only. */
export function maySignIn(account: Pick<Credentials, "kind">): boolean {
  return account.kind === "professional" || env.demo;
}

/** Opens a session; where `officeNow` is given, the owner hears of a device that is new. */
async function enterAs(account: Credentials, visitor: Visitor, officeNow?: Date): Promise<Result<Landing>> {
  const now = wallTime();
  const session = await transaction(async (db) => {
    if (officeNow && (await isNewDevice(db, account.id, visitor.device))) {
      await queueMail(db, {
        dedupeKey: `${account.id}:new_device:${now.getTime()}`,
        accountId: account.id,
        template: "new_device",
        params: { device: visitor.device },
        at: officeNow,
      });
    }
    const started = await startSession(db, account, visitor.device, now);
    await appendAudit(db, { actor: null, action: "sign_in", object: `account:${account.id}` });
    return started;
  });
  return ok({ home: homeOf(await giveSession(session, now)) });
}
