import type { Db } from "@/lib/data/client";

/** The sealed secret of an app, and until which step its codes were taken. */
export type SecondFactor = { sealKey: Uint8Array; secret: Uint8Array; lastStep: number };

/** The app of an account, or null. */
export async function findSecondFactor(db: Db, accountId: string): Promise<SecondFactor | null> {
  return db.secondFactor.findUnique({
    where: { accountId },
    select: { sealKey: true, secret: true, lastStep: true },
  });
}

/** Since when an account has an app, and how many recovery codes are left; null where it has none. */
export async function findStandingOfFactor(db: Db, accountId: string): Promise<{ since: Date; codes: number } | null> {
  const factor = await db.secondFactor.findUnique({ where: { accountId }, select: { since: true } });
  return factor && { ...factor, codes: await countRecoveryCodes(db, accountId) };
}

export type NewSecondFactor = {
  accountId: string;
  sealKey: Uint8Array<ArrayBuffer>;
  secret: Uint8Array<ArrayBuffer>;
  lastStep: number;
};

/** Puts an app in the place of whichever the account had. */
export async function replaceSecondFactor(db: Db, factor: NewSecondFactor, now: Date): Promise<void> {
  await db.secondFactor.deleteMany({ where: { accountId: factor.accountId } });
  await db.secondFactor.create({ data: { ...factor, since: now }, select: { accountId: true } });
}

/** Takes the code of one step; false when it, or a later one, was taken before. */
export async function takeStepOfCode(db: Db, accountId: string, step: number): Promise<boolean> {
  const { count } = await db.secondFactor.updateMany({
    where: { accountId, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

/** Takes away the app of an account and the codes that stand in for it; false when it had none. */
export async function deleteSecondFactor(db: Db, accountId: string): Promise<boolean> {
  await db.recoveryCode.deleteMany({ where: { accountId } });
  const { count } = await db.secondFactor.deleteMany({ where: { accountId } });
  return count === 1;
}

/** Puts new recovery codes in the place of all earlier ones. */
export async function replaceRecoveryCodes(db: Db, accountId: string, codeHashes: readonly string[]): Promise<void> {
  await db.recoveryCode.deleteMany({ where: { accountId } });
  await db.recoveryCode.createMany({ data: codeHashes.map((codeHash) => ({ accountId, codeHash })) });
}

/** Uses a recovery code up; false when there is none such, or it was used before. */
export async function spendRecoveryCode(db: Db, accountId: string, codeHash: string, now: Date): Promise<boolean> {
  const { count } = await db.recoveryCode.updateMany({
    where: { accountId, codeHash, usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}

/** How many recovery codes of an account are left. */
export async function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  return db.recoveryCode.count({ where: { accountId, usedAt: null } });
}
