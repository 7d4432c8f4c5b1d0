import { timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import type * as z from "zod";
import { findCredentials, insertProfessional, localeColumn, setPasswordHash } from "@/lib/data/accounts";
import { appendAudit } from "@/lib/data/audit";
import { transaction } from "@/lib/data/client";
import { clearMailedCode, insertCode, mailOfCode, tryCode, useUpCode } from "@/lib/data/mailed-codes";
import { queueMail } from "@/lib/data/mails";
import { takeAttempt } from "@/lib/data/rate-limits";
import { endSessionsOf } from "@/lib/data/sessions";
import { homeOf } from "@/lib/domain/account/home";
import { isWellKnown } from "@/lib/domain/account/password";
import { codeMinutes, passwordLength, type confirmSchema, type signUpSchema } from "@/lib/domain/account/schema";
import { after } from "@/lib/domain/account/session-rules";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { keyedHash } from "@/lib/env";
import { wallTime } from "@/lib/ports/clock";
import { hashPassword } from "@/lib/ports/password";
import { unguessable } from "@/lib/ports/random";
import type { Visitor } from "./access";
import { giveSession, startSession, type StartedSession } from "./session-cookies";
import { cookieOptions, openProgress, sealProgress, signUpCookie, type SignUpProgress } from "./session-token";
import { maySignIn, type Landing } from "./sign-in";

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

  const code = newCode();
  const now = wallTime();
  await transaction(async (db) => {
    const id = await insertCode(
      db,
      { email, codeHash: hashOf(email, code).toString("hex"), expiresAt: after(now, codeMinutes * 60_000) },
      now,
    );
    await queueMail(db, {
      dedupeKey: mailOfCode(id),
      email,
      locale: localeColumn[visitor.locale],
      template: "mailed_code",
      params: { code, minutes: codeMinutes },
      at: officeNow,
    });
  });

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

/** Takes the mailed code and a new password: makes the account where there is none, ends its sessions where there is one, and signs in. */
export async function confirmCode(
  visitor: Visitor,
  { code, password }: z.output<typeof confirmSchema>,
): Promise<Result<Landing & { next: string }>> {
  const progress = await signUpProgress();
  if (!progress) return refuse(wrongCode);
  const { email, next } = progress;
  if (isWellKnown(password, email)) return refuse(wellKnownPassword);
  if (!(await takeAttempt(triesForOneAddress, email))) return refuse({ code: "too_many_requests" });

  const now = wallTime();
  const known = await transaction((db) => tryCode(db, email, now));
  if (!known || !timingSafeEqual(Buffer.from(known.codeHash, "hex"), hashOf(email, code))) return refuse(wrongCode);

  const passwordHash = await hashPassword(password);
  const session = await transaction(async (db): Promise<Result<StartedSession>> => {
    const account = await findCredentials(db, email);
    if (account?.status === "disabled") return refuse(wrongCode);
    if (account && !maySignIn(account)) return refuse({ code: "unmet", condition: "second_factor" });
    if (account?.kind === "staff" && [...password].length < passwordLength.staff) return refuse(tooShortForStaff);
    if (!(await useUpCode(db, known.id, now))) return refuse(wrongCode);

    const accountId = account?.id ?? (await insertProfessional(db, { email, passwordHash, locale: visitor.locale }));
    if (account) {
      await setPasswordHash(db, accountId, passwordHash);
      await endSessionsOf(db, accountId, now);
    }
    await clearMailedCode(db, known.id);
    const started = await startSession(
      db,
      { id: accountId, kind: account?.kind ?? "professional" },
      visitor.device,
      now,
    );
    await appendAudit(db, {
      actor: null,
      action: account ? "set_password" : "sign_up",
      object: `account:${accountId}`,
      fields: ["password"],
    });
    return ok(started);
  });
  if (!session.ok) return session;

  const person = await giveSession(session.value, now);
  (await cookies()).delete({ name: signUpCookie, ...cookieOptions });
  return ok({ home: homeOf(person), next });
}

const wrongCode = { code: "invalid_input", fields: { code: "validation.code_wrong" } } as const;
const wellKnownPassword = { code: "invalid_input", fields: { password: "validation.password_common" } } as const;
const tooShortForStaff = { code: "invalid_input", fields: { password: "validation.password_short_staff" } } as const;

const hashOf = (email: string, code: string) => keyedHash("codes", `${email} ${code}`);

/** Six digits, each of the million as likely as the next. */
function newCode(): string {
  const range = 1_000_000;
  const fair = 2 ** 32 - (2 ** 32 % range);
  for (;;) {
    const drawn = Buffer.from(unguessable(4)).readUInt32BE();
    if (drawn < fair) return String(drawn % range).padStart(6, "0");
  }
}
