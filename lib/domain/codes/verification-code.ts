import { bareCode } from "./references";

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 26;

/** The 26 characters of Crockford's base 32 that stand for these 16 random bytes. */
export function verificationCode(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw new RangeError("A verification code is made of 16 bytes.");
  const number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return Array.from({ length }, (_, place) => {
    const bits = (number >> BigInt(5 * (length - 1 - place))) & 31n;
    return crockford.charAt(Number(bits));
  }).join("");
}

/** The code as it is printed, in groups of four. */
export function formatVerificationCode(code: string): string {
  return code.match(/.{1,4}/g)?.join("-") ?? "";
}

/** The code that somebody typed, forgiving what looks alike; null when it cannot be one. */
export function parseVerificationCode(typed: string): string | null {
  const code = bareCode(typed).replace(/[IL]/g, "1").replace(/O/g, "0");
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(code) ? code : null;
}
