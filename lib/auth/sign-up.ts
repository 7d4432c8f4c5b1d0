import { cookies } from "next/headers";
import type * as z from "zod";
import {
  findCredentials,
  forgetDevices,
  holdCredentials,
  insertProfessional,
  setPasswordHash,
  type Credentials,
} from "@/lib/data/accounts";
import { appendAudit } from "@/lib/data/audit";
import { transaction } from "@/lib/data/client";
import { clearMailedCode, useUpCode } from "@/lib/data/mailed-codes";
import { takeAttempt } from "@/lib/data/rate-limits";
import { endSessionsOf } from "@/lib/data/sessions";
import { isWellKnown } from "@/lib/domain/account/password";
import { codeMinutes, passwordLength, type confirmSchema, type signUpSchema } from "@/lib/domain/account/schema";
import { stepAfterMail } from "@/lib/domain/account/second-factor";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { wallTime } from "@/lib/ports/clock";
import { hashPassword } from "@/lib/ports/password";
import type { Visitor } from "./access";
import { arrive, type Way } from "./arrive";
import { findMailedCode, mailCode } from "./mailed-code";
import { startSession, type StartedSession } from "./session-cookies";
import { cookieOptions, openProgress, sealProgress, signUpCookie, type SignUpProgress } from "./session-token";
import { askFor } from "./sign-in-steps";

const anHour = 60 * 60;
const codesToOneAddress = { name: "mailed-code", points: 6, seconds: anHour };
const triesForOneAddress = { name: "code-try", points: 20, seconds: anHour };

/** Mails a code to an address. Signing up and setting a new password begin alike, so a known address and an unknown one cannot be told apart. */
export async function requestCode(
  visitor: Visitor,
  { email, next }: z.output<typeof signUpSchema>,
  officeNow: Date,
): Promise<Result<null>> {
  if (!(await takeAttempt(codesToOneAddress, email))) return refuse({ code: "too_many_requests" });

  const { locale } = visitor;
  await transaction((db) =>
    mailCode(db, { purpose: "address", template: "mailed_code", email, locale, minutes: codeMinutes, at: officeNow }),
  );

  const seconds = codeMinutes * 60;
  const jar = await cookies();
  jar.set(signUpCookie, await sealProgress({ email, next: next ?? "" }, seconds), {
    ...cookieOptions,
    maxAge: seconds,
  });
  return ok(null);
}

/** The address a code was mailed to from this browser, or null. */
export async function signUpProgress(): Promise<SignUpProgress | null> {
  return openProgress((await cookies()).get(signUpCookie)?.value);
}

/**
 * Takes the mailed code and a new password: makes the account where there is none, ends its sessions where there is one,
 * and signs in, or asks for the app where there is one.
 */
export async function confirmCode(
  visitor: Visitor,
  { code, password }: z.output<typeof confirmSchema>,
  officeNow: Date,
): Promise<Result<Way>> {
  const progress = await signUpProgress();
  if (!progress) return refuse(wrongCode);
  const { email, next } = progress;
  if (isWellKnown(password, email)) return refuse(wellKnownPassword);
  if (!(await takeAttempt(triesForOneAddress, email))) return refuse({ code: "too_many_requests" });

  const codeId = await findMailedCode("address", email, code);
  if (!codeId) return refuse(wrongCode);

  const arrival = { device: visitor.device, shown: "mailed_code", now: wallTime() } as const;
  const passwordHash = await hashPassword(password);
  const confirmed = await transaction(async (db): Promise<Result<StartedSession | Credentials>> => {
    const known = await findCredentials(db, email);
    const account = known && (await holdCredentials(db, known.id));
    if (account?.status === "disabled") return refuse(wrongCode);
    if (account?.kind === "staff" && [...password].length < passwordLength.staff) return refuse(tooShortForStaff);
    if (!(await useUpCode(db, codeId, arrival.now))) return refuse(wrongCode);

    const accountId = account?.id ?? (await insertProfessional(db, { email, passwordHash, locale: visitor.locale }));
    if (account) {
      await setPasswordHash(db, accountId, passwordHash);
      await forgetDevices(db, accountId, arrival.now);
      await endSessionsOf(db, accountId, arrival.now);
    }
    await clearMailedCode(db, codeId);
    const isAskedMore = account && stepAfterMail({ ...account, isDemonstration: env.demo }) !== null;
    const kind = account?.kind ?? "professional";
    const started = isAskedMore
      ? { ...account, passwordHash, devicesSince: arrival.now }
      : await startSession(db, { id: accountId, kind }, visitor.device, arrival.shown, arrival.now);
    await appendAudit(db, {
      actor: null,
      action: account ? "set_password" : "sign_up",
      object: `account:${accountId}`,
      fields: ["password"],
    });
    return ok(started);
  });
  if (!confirmed.ok) return confirmed;

  (await cookies()).delete({ name: signUpCookie, ...cookieOptions });
  if ("sessionId" in confirmed.value) return ok(await arrive(confirmed.value, next || null, arrival));
  const step = stepAfterMail({ ...confirmed.value, isDemonstration: env.demo });
  return step ? askFor(step, confirmed.value, visitor, next || null, officeNow) : refuse(wrongCode);
}

const wrongCode = { code: "invalid_input", fields: { code: "validation.code_wrong" } } as const;
const wellKnownPassword = { code: "invalid_input", fields: { password: "validation.password_common" } } as const;
const tooShortForStaff = { code: "invalid_input", fields: { password: "validation.password_short_staff" } } as const;
