import type * as z from "zod";
import { findCredentials } from "@/lib/data/accounts";
import { database, transaction } from "@/lib/data/client";
import { forgiveAttempts, takeAttempt } from "@/lib/data/rate-limits";
import type { demonstrationSignInSchema } from "@/lib/domain/account/demonstration";
import type { signInSchema } from "@/lib/domain/account/schema";
import { stepAfterPassword } from "@/lib/domain/account/second-factor";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { wallTime } from "@/lib/ports/clock";
import { isPassword } from "@/lib/ports/password";
import type { Visitor } from "./access";
import { arrive, openFor, type Way } from "./arrive";
import { isKnownDevice } from "./known-devices";
import { askFor } from "./sign-in-steps";
import { tellOwner } from "./tell-owner";
import { whileUnchanged } from "./while-unchanged";

const quarterOfAnHour = 15 * 60;
// From one network the owner of an account is slowed down soon; from all of them together only late, so that nobody
// else keeps the owner out.
const fromOnePlace = { name: "sign-in", points: 10, seconds: quarterOfAnHour };
const fromAnywhere = { name: "sign-in-all", points: 100, seconds: quarterOfAnHour };

/** After so many mistakes the owner hears of them. */
const unremarkable = { name: "sign-in-mistakes", points: 4, seconds: quarterOfAnHour };

const mistaken = { code: "invalid_input", fields: { password: "validation.sign_in" } } as const;

/**
 * Signs somebody in by address and password, or asks for what is still missing. Unknown, disabled and mistaken get the
 * same answer after the same work.
 */
export async function signIn(
  visitor: Visitor,
  input: z.output<typeof signInSchema>,
  officeNow: Date,
): Promise<Result<Way>> {
  const here = `${input.email} ${visitor.network}`;
  const mayTry = (await takeAttempt(fromOnePlace, here)) && (await takeAttempt(fromAnywhere, input.email));
  if (!mayTry) return refuse({ code: "too_many_requests" });

  const account = await findCredentials(database, input.email);
  const isRight = await isPassword(account?.passwordHash ?? null, input.password);
  if (!account || !isRight || account.status === "disabled") {
    if (!(await takeAttempt(unremarkable, input.email))) await tellOwner(account, officeNow);
    return refuse(mistaken);
  }

  await forgiveAttempts(fromOnePlace, here);
  await forgiveAttempts(unremarkable, input.email);
  const isKnown = await isKnownDevice(account);
  const step = stepAfterPassword({ ...account, isKnownDevice: isKnown, isDemonstration: env.demo });
  if (step) return askFor(step, account, visitor, input.next, officeNow);

  const arrival = { device: visitor.device, shown: null, now: wallTime() };
  const session = await whileUnchanged(account, mistaken, async (db) =>
    ok(await openFor(db, account, arrival, officeNow)),
  );
  return session.ok ? ok(await arrive(session.value, input.next, arrival)) : session;
}

/** Signs somebody in as one of the demonstration's people: one click counts as everything that is asked elsewhere. */
export async function signInToDemonstration(
  visitor: Visitor,
  { email, next }: z.output<typeof demonstrationSignInSchema>,
): Promise<Result<Way>> {
  // The door says the same; an open office would be too dear to trust in one lock.
  if (!env.demo) return refuse({ code: "not_found" });

  const account = await findCredentials(database, email);
  if (!account) return refuse({ code: "unmet", condition: "demonstration_not_loaded" });
  if (account.status === "disabled") return refuse({ code: "unmet", condition: "account_disabled" });
  const arrival = { device: visitor.device, shown: null, now: wallTime() };
  const session = await transaction((db) => openFor(db, account, arrival));
  return ok(await arrive(session, next, arrival));
}
