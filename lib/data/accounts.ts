import type { Db } from "@/lib/data/client";
import type { Locale } from "@/lib/data/generated/client";
import type { Grant } from "@/lib/domain/actor";

export type Credentials = {
  id: string;
  kind: "professional" | "staff";
  email: string;
  status: "active" | "disabled";
  passwordHash: string | null;
  /** Devices that were known before are known no more. */
  devicesSince: Date | null;
  /** An authenticator app is set up. */
  hasApp: boolean;
};

const credentials = {
  id: true,
  kind: true,
  email: true,
  status: true,
  passwordHash: true,
  devicesSince: true,
  secondFactor: { select: { accountId: true } },
} as const;

/** What an account signs in with, by its address; null when nobody has it. */
export async function findCredentials(db: Db, email: string): Promise<Credentials | null> {
  return credentialsOf(await db.account.findUnique({ where: { email }, select: credentials }));
}

/** The same by the account's id. */
export async function findCredentialsOf(db: Db, accountId: string): Promise<Credentials | null> {
  return credentialsOf(await db.account.findUnique({ where: { id: accountId }, select: credentials }));
}

/** Keeps everybody else from changing, until the transaction ends, how an account signs in: taken before any of its other rows. */
export async function lockAccount(db: Db, accountId: string): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM "account" WHERE "id" = ${accountId}::uuid FOR NO KEY UPDATE`;
}

/** What an account signs in with, as it stays until the transaction ends. */
export async function holdCredentials(db: Db, accountId: string): Promise<Credentials | null> {
  await lockAccount(db, accountId);
  return findCredentialsOf(db, accountId);
}

type CredentialRow = Omit<Credentials, "hasApp"> & { secondFactor: unknown };

function credentialsOf(row: CredentialRow | null): Credentials | null {
  if (!row) return null;
  const { secondFactor, ...account } = row;
  return { ...account, hasApp: secondFactor !== null };
}

/** What an account says of itself. */
export async function findAccount(
  db: Db,
  accountId: string,
): Promise<{
  email: string;
  displayName: string | null;
  locale: (typeof localeOfColumn)[Locale];
  hasPassword: boolean;
}> {
  const { locale, passwordHash, ...account } = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { email: true, displayName: true, locale: true, passwordHash: true },
  });
  return { ...account, locale: localeOfColumn[locale], hasPassword: passwordHash !== null };
}

/** Makes an account for a professional, and the person who will file with it. */
export async function insertProfessional(
  db: Db,
  account: { email: string; passwordHash: string | null; locale: keyof typeof localeColumn },
): Promise<string> {
  const { id } = await db.account.create({
    data: {
      kind: "professional",
      email: account.email,
      passwordHash: account.passwordHash,
      locale: localeColumn[account.locale],
      person: { create: {} },
    },
    select: { id: true },
  });
  return id;
}

/** Makes an account for somebody of the staff, with what they may do. */
export async function insertStaff(
  db: Db,
  account: { email: string; name: string; passwordHash: string; locale: keyof typeof localeColumn; grants: Grant[] },
): Promise<string> {
  const { id } = await db.account.create({
    data: {
      kind: "staff",
      email: account.email,
      displayName: account.name,
      passwordHash: account.passwordHash,
      locale: localeColumn[account.locale],
      grants: { create: account.grants.map(({ capability, field }) => ({ capability, fieldCode: field })) },
    },
    select: { id: true },
  });
  return id;
}

/** How many may manage people, but for the owner of one address. */
export async function countAdministrators(db: Db, but: string): Promise<number> {
  return db.account.count({
    where: {
      kind: "staff",
      status: "active",
      email: { not: but },
      grants: { some: { capability: "manage_people" } },
    },
  });
}

/** Gives an account a new password. */
export async function setPasswordHash(db: Db, accountId: string, passwordHash: string): Promise<void> {
  await db.account.update({ where: { id: accountId }, data: { passwordHash }, select: { id: true } });
}

/** Knows no device of an account any more that was known before. */
export async function forgetDevices(db: Db, accountId: string, now: Date): Promise<void> {
  await db.account.update({ where: { id: accountId }, data: { devicesSince: now }, select: { id: true } });
}

/** Keeps the language in which an account reads its mails and pages. */
export async function setLocale(db: Db, accountId: string, locale: keyof typeof localeColumn): Promise<void> {
  await db.account.update({ where: { id: accountId }, data: { locale: localeColumn[locale] }, select: { id: true } });
}

/** How the database writes each language. */
export const localeColumn = { en: "en", "zh-Hant": "zh_Hant", "zh-Hans": "zh_Hans" } as const satisfies Record<
  string,
  Locale
>;

/** How everybody else writes the language of a row. */
export const localeOfColumn = { en: "en", zh_Hant: "zh-Hant", zh_Hans: "zh-Hans" } as const satisfies Record<
  Locale,
  string
>;
