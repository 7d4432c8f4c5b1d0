import * as z from "zod";
import type { Person } from "@/lib/domain/actor";

/** What somebody showed besides the password: a code of their app, one kept for its loss, or one mailed to them. */
export type ShownFactor = "app" | "recovery_code" | "mailed_code";

/** What is still asked of somebody on the way in. */
export type SignInStep = "app" | "mail" | "set_up";

export type Standing = { kind: Person["kind"]; hasApp: boolean; isKnownDevice: boolean; isDemonstration: boolean };

/** What is asked of somebody whose password was right; null lets them in. */
export function stepAfterPassword({ kind, hasApp, isKnownDevice, isDemonstration }: Standing): SignInStep | null {
  if (hasApp) return "app";
  if (kind === "staff") return isDemonstration ? null : "mail";
  return isKnownDevice ? null : "mail";
}

/** What is asked of somebody who read a code in the mailbox of the account; null lets them in. */
export function stepAfterMail({ kind, hasApp, isDemonstration }: Omit<Standing, "isKnownDevice">): SignInStep | null {
  if (hasApp) return "app";
  return kind === "staff" && !isDemonstration ? "set_up" : null;
}

/** Did somebody show enough for their session to count? Staff show their app or what stands in for it, wherever it is not a demonstration. */
export function hasShownEnough(kind: Person["kind"], shown: ShownFactor | null, isDemonstration: boolean): boolean {
  return kind === "professional" || isDemonstration || shown === "app" || shown === "recovery_code";
}

/** How many codes are kept for the loss of the app. */
export const recoveryCodeCount = 10;

/** How long somebody may take over one step of signing in, or over setting up an app, in minutes. */
export const stepMinutes = 15;

const recoveryAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A recovery code from ten bytes nobody can guess, as it is written: four groups of four. */
export function recoveryCode(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const signs = (bits.match(/.{5}/g) ?? []).map((five) => recoveryAlphabet[parseInt(five, 2)] ?? "");
  return (signs.join("").match(/.{4}/g) ?? []).join("-");
}

/** Six digits, with whatever spaces were typed between them. */
export const sixDigitsSchema = z
  .string("validation.code")
  .transform((typed) => typed.normalize("NFKC").replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "validation.code"));

/** A recovery code however it was typed, as sixteen signs; what is easily misread is read as what was meant. */
const recoveryCodeSchema = z
  .string("validation.code")
  .transform((typed) =>
    typed.normalize("NFKC").toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1"),
  )
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/, "validation.code"));

export const giveCodeSchema = z.strictObject({ code: sixDigitsSchema });

export const giveRecoveryCodeSchema = z.strictObject({ recovery: recoveryCodeSchema });

const kept = z.literal("yes", "validation.keep_codes");

export const setUpSchema = z.strictObject({ code: sixDigitsSchema, kept });

export const newCodesSchema = z.strictObject({ kept });
