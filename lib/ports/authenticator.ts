import { Secret, TOTP } from "otpauth";
import { unguessable } from "@/lib/ports/random";

// What every authenticator app understands: six digits of HMAC-SHA-1, new every 30 seconds.
const period = 30;
const made = { algorithm: "SHA1", digits: 6, period } as const;

/** A new secret for an authenticator app, of 160 bits, in the letters people type. */
export function newAppSecret(): string {
  return new Secret({ buffer: Uint8Array.from(unguessable(20)).buffer }).base32;
}

/** What the square code says that an app reads. */
export function appAddress(secret: string, issuer: string, email: string): string {
  return new TOTP({ ...made, secret, issuer, label: email }).toString();
}

/** The step of time to which a code belongs, now or one step to either side; null where it is no code of this secret. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = new TOTP({ ...made, secret }).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / period) + delta;
}
