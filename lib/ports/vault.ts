import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { keyFor } from "@/lib/env";

const nonceLength = 12;
const tagLength = 16;

/** A new data key, wrapped by the office's key for `purpose`; destroying it makes unreadable what it sealed. */
export function newWrappedKey(purpose: "fields" | "files", owner: string): Uint8Array<ArrayBuffer> {
  return encrypt(keyFor(purpose), randomBytes(32), owner);
}

/** Seals bytes with a wrapped key, bound to the id of what they belong to. */
export function seal(
  purpose: "fields" | "files",
  wrappedKey: Uint8Array,
  owner: string,
  plain: Uint8Array,
  about: string,
): Uint8Array<ArrayBuffer> {
  return encrypt(decrypt(keyFor(purpose), wrappedKey, owner), plain, about);
}

/** Opens what `seal` made; throws when anything of it was changed or belongs to something else. */
export function unseal(
  purpose: "fields" | "files",
  wrappedKey: Uint8Array,
  owner: string,
  sealed: Uint8Array,
  about: string,
): Uint8Array<ArrayBuffer> {
  return decrypt(decrypt(keyFor(purpose), wrappedKey, owner), sealed, about);
}

/** The keyed hash by which equality of identity numbers is asked without the number. */
export function blindIndex(kind: string, comparisonKey: string): string {
  return createHmac("sha256", keyFor("blind-index")).update(`${kind}:${comparisonKey}`).digest("hex");
}

function encrypt(key: Uint8Array, plain: Uint8Array, about: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(about));
  return Uint8Array.from(Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
}

function decrypt(key: Uint8Array, sealed: Uint8Array, about: string): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceLength)).setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(bytes.length - tagLength));
  return Uint8Array.from(
    Buffer.concat([decipher.update(bytes.subarray(nonceLength, bytes.length - tagLength)), decipher.final()]),
  );
}
