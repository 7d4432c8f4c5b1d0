import { findCredentials, insertProfessional } from "@/lib/data/accounts";
import { appendAudit } from "@/lib/data/audit";
import { transaction } from "@/lib/data/client";
import { linkIdentity } from "@/lib/data/external-identities";
import { takeAttempt } from "@/lib/data/rate-limits";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import type { Visitor } from "./access";
import { arrive, type Way } from "./arrive";
import { identityStep, onceEach } from "./identity-steps";
import { startSession, type StartedSession } from "./session-cookies";

const ranOut = refuse({ code: "unmet", condition: "sign_in_again" });
const notNew = refuse({ code: "unmet", condition: "identity_not_new" });

/** The address with which whoever is here may make an account, and where they were going; null for everybody else. */
export async function offeredAccount(): Promise<{ email: string; next: string } | null> {
  const here = await identityStep.read();
  return here?.step === "sign_up" ? here : null;
}

/** Makes an account with the address that the provider answered for, opened by the identity that was shown. */
export async function signUpWithIdentity(visitor: Visitor): Promise<Result<Way>> {
  const here = await identityStep.read();
  if (here?.step !== "sign_up" || !(await takeAttempt(onceEach("sign-up"), here.state))) return ranOut;

  const { issuer, subject, email, next } = here;
  const arrival = { shown: null, now: wallTime() };
  const made = await transaction(async (db): Promise<Result<StartedSession>> => {
    if (await findCredentials(db, email)) return notNew;
    const id = await insertProfessional(db, { email, passwordHash: null, locale: visitor.locale });
    if (!(await linkIdentity(db, id, { issuer, subject }, arrival.now))) {
      throw new Error("An identity that nobody had was linked meanwhile.");
    }
    const started = await startSession(db, { id, kind: "professional" }, visitor.device, null, arrival.now);
    const object = `account:${id}`;
    await appendAudit(db, { actor: null, action: "sign_up", object, fields: ["digital_identity"] });
    return ok(started);
  });
  await identityStep.drop();
  return made.ok ? ok(await arrive(made.value, next || null, arrival)) : made;
}
