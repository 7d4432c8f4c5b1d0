import { createHash } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import type { CheckAnswers } from "@/lib/domain/eligibility/questions";
import { env, keyFor } from "@/lib/env";
import { unguessable } from "@/lib/ports/random";

const secret = keyFor("session").toString("base64url");
const overHttps = env.origin.startsWith("https:");

// Safari refuses Secure cookies on a plain loopback address, and the prefix asks for Secure.
export const named = (name: string) => (overHttps ? `__Host-${name}` : name);

export const sessionCookie = named("session");
export const signUpCookie = named("sign-up");
export const checkCookie = named("check");

/** How all of them are set: for this host alone and out of reach of scripts; until the browser is closed, where no time is said. */
export const cookieOptions = { httpOnly: true, sameSite: "lax", secure: overHttps, path: "/" } as const;

/** A new session id of 256 bits; only its hash is kept. */
export function newSessionId(): string {
  return Buffer.from(unguessable(32)).toString("base64url");
}

/** The name under which the database knows a session. */
export function sessionKey(sessionId: string): string {
  return createHash("sha256").update(sessionId).digest("hex");
}

/** The sealed token for the cookie: it says which session, and nothing about whose. */
export function sealSession(sessionId: string, seconds: number): Promise<string> {
  return encode({ token: { sid: sessionId }, secret, maxAge: seconds });
}

/** The session id in a token that we sealed and that has not run out, or null. */
export async function openSession(token: string | undefined): Promise<string | null> {
  const { sid } = (await opened(token, "")) ?? {};
  return typeof sid === "string" ? sid : null;
}

/** Where somebody is on the way to a code that was mailed, kept in their own browser. */
export type SignUpProgress = { email: string; next: string };

const progressSalt = "sign-up";

/** Seals the address a code was mailed to, for as long as the code lives. */
export function sealProgress({ email, next }: SignUpProgress, seconds: number): Promise<string> {
  return encode({ token: { email, next }, secret, salt: progressSalt, maxAge: seconds });
}

/** What `sealProgress` sealed, or null. */
export async function openProgress(token: string | undefined): Promise<SignUpProgress | null> {
  const { email, next } = (await opened(token, progressSalt)) ?? {};
  return typeof email === "string" && typeof next === "string" ? { email, next } : null;
}

/** What somebody without an account answered for one entry, kept in their own browser. */
export type CheckProgress = { entry: string; answers: CheckAnswers };

const checkSalt = "check";

/** Seals the answers of a check, for as long as they are kept. */
export function sealCheck({ entry, answers }: CheckProgress, seconds: number): Promise<string> {
  return encode({ token: { entry, answers }, secret, salt: checkSalt, maxAge: seconds });
}

/** What `sealCheck` sealed, or null. */
export async function openCheck(token: string | undefined): Promise<CheckProgress | null> {
  const { entry, answers } = (await opened(token, checkSalt)) ?? {};
  return typeof entry === "string" && typeof answers === "object" && answers !== null
    ? { entry, answers: answers as CheckAnswers }
    : null;
}

/** Seals words for ourselves, to be kept in a browser for so long. */
export function sealWords(words: Record<string, unknown>, salt: string, seconds: number): Promise<string> {
  return encode({ token: words, secret, salt, maxAge: seconds });
}

/** What was sealed under this name and has not run out, or null. */
export async function opened(token: string | undefined, salt: string) {
  if (!token) return null;
  // A cookie that was tampered with or sealed with another key is no cookie.
  return decode({ token, secret, salt }).catch(() => null);
}
