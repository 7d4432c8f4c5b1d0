import type { Db } from "@/lib/data/client";

/** What a code is for: none opens another door. */
export type CodePurpose = "address" | "sign_in";

/** How often a code may be tried. */
export const codeAttempts = 5;

/** Keeps a code that is about to be mailed and ends every earlier one for the same to the same address. */
export async function insertCode(
  db: Db,
  code: { purpose: CodePurpose; email: string; codeHash: string; expiresAt: Date },
  now: Date,
): Promise<string> {
  const { email, purpose } = code;
  await db.mailedCode.updateMany({ where: { email, purpose, usedAt: null }, data: { usedAt: now } });
  const { id } = await db.mailedCode.create({ data: { ...code, createdAt: now }, select: { id: true } });
  return id;
}

/** Counts one attempt at the open code of an address and gives its hash; null when there is none left to try. */
export async function tryCode(
  db: Db,
  { email, purpose }: { email: string; purpose: CodePurpose },
  now: Date,
): Promise<{ id: string; codeHash: string } | null> {
  const tried = await db.mailedCode.updateManyAndReturn({
    where: { email, purpose, usedAt: null, expiresAt: { gt: now }, attempts: { lt: codeAttempts } },
    data: { attempts: { increment: 1 } },
    select: { id: true, codeHash: true },
  });
  return tried[0] ?? null;
}

/** Uses a code up; false when somebody else was first. */
export async function useUpCode(db: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await db.mailedCode.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } });
  return count === 1;
}

/** Removes codes from before a moment. */
export async function forgetCodes(db: Db, expiredBefore: Date): Promise<void> {
  await db.mailedCode.deleteMany({ where: { expiresAt: { lt: expiredBefore } } });
}

/** The key under which the mail that carries a code is written. */
export function mailOfCode(id: string): string {
  return `mailed_code:${id}`;
}

/** Takes the code out of the mail that carried it. */
export async function clearMailedCode(db: Db, id: string): Promise<void> {
  await db.mail.updateMany({ where: { dedupeKey: mailOfCode(id) }, data: { params: {} } });
}
