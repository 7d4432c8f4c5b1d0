import type { Db } from "@/lib/data/client";
import {
  findSecondFactor,
  replaceRecoveryCodes,
  replaceSecondFactor,
  spendRecoveryCode,
  takeStepOfCode,
} from "@/lib/data/second-factors";
import { recoveryCode, recoveryCodeCount } from "@/lib/domain/account/second-factor";
import { keyedHash } from "@/lib/env";
import { appAddress, newAppSecret, stepOfCode } from "@/lib/ports/authenticator";
import { unguessable } from "@/lib/ports/random";
import { newWrappedKey, seal, unseal } from "@/lib/ports/vault";

/** What somebody takes down before their app counts. */
export type SetUp = { secret: string; codes: string[] };

/** A new secret and the codes for its loss; nothing is kept of them yet. */
export function newSetUp(): SetUp {
  return { secret: newAppSecret(), codes: newRecoveryCodes() };
}

/** What is shown of it: the same secret for the camera and for typing, and the codes. */
export function offerFor({ secret, codes }: SetUp, email: string): SetUp & { address: string } {
  return { address: appAddress(secret, "Qianhai Filing", email), secret, codes };
}

/** Ten codes that nobody can guess. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => recoveryCode(unguessable(10)));
}

/** Keeps an app and its recovery codes in place of earlier ones, once it has shown a right code; false when it has not. */
export async function keepApp(
  db: Db,
  accountId: string,
  { secret, codes }: SetUp,
  code: string,
  now: Date,
): Promise<boolean> {
  const step = stepOfCode(secret, code, now);
  if (step === null) return false;
  const sealKey = newWrappedKey("fields", accountId);
  const sealed = seal("fields", sealKey, accountId, Buffer.from(secret), aboutSecret(accountId));
  await replaceSecondFactor(db, { accountId, sealKey, secret: sealed, lastStep: step }, now);
  await keepRecoveryCodes(db, accountId, codes);
  return true;
}

/** Keeps recovery codes in place of all earlier ones. */
export function keepRecoveryCodes(db: Db, accountId: string, codes: readonly string[]): Promise<void> {
  return replaceRecoveryCodes(
    db,
    accountId,
    codes.map((code) => hashOf(accountId, code)),
  );
}

/** Takes a code of somebody's app; false when it is not one, or was taken before. */
export async function takeAppCode(db: Db, accountId: string, code: string, now: Date): Promise<boolean> {
  const factor = await findSecondFactor(db, accountId);
  if (!factor) return false;
  const secret = unseal("fields", factor.sealKey, accountId, factor.secret, aboutSecret(accountId));
  const step = stepOfCode(Buffer.from(secret).toString(), code, now);
  return step !== null && (await takeStepOfCode(db, accountId, step));
}

/** Takes a recovery code, once; false when it is none. */
export function takeRecoveryCode(db: Db, accountId: string, code: string, now: Date): Promise<boolean> {
  return spendRecoveryCode(db, accountId, hashOf(accountId, code), now);
}

const aboutSecret = (accountId: string) => `second_factor:${accountId}`;

const hashOf = (accountId: string, code: string) =>
  keyedHash("codes", `recovery ${accountId} ${code.replaceAll("-", "")}`).toString("hex");
