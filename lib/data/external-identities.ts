import { findCredentialsOf, type Credentials } from "@/lib/data/accounts";
import type { Db } from "@/lib/data/client";
import type { DigitalIdentity } from "@/lib/domain/account/digital-identity";

/** What the account signs in with that an identity is linked to, or null. */
export async function findCredentialsByIdentity(
  db: Db,
  { issuer, subject }: DigitalIdentity,
): Promise<Credentials | null> {
  const linked = await db.externalIdentity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { accountId: true },
  });
  return linked && findCredentialsOf(db, linked.accountId);
}

/** Links an identity to an account; false when it is linked already, or the account to another of the same issuer. */
export async function linkIdentity(
  db: Db,
  accountId: string,
  { issuer, subject }: DigitalIdentity,
  since: Date,
): Promise<boolean> {
  const row = { issuer, subject, accountId, since };
  const { count } = await db.externalIdentity.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}

/** Takes the link to an issuer's identity off an account; false when it had none. */
export async function unlinkIdentity(db: Db, accountId: string, issuer: string): Promise<boolean> {
  const { count } = await db.externalIdentity.deleteMany({ where: { accountId, issuer } });
  return count === 1;
}

/** Takes every link off an account. */
export async function unlinkIdentities(db: Db, accountId: string): Promise<void> {
  await db.externalIdentity.deleteMany({ where: { accountId } });
}

/** The identities that open an account, and since when. */
export async function listIdentitiesOf(db: Db, accountId: string): Promise<(DigitalIdentity & { since: Date })[]> {
  return db.externalIdentity.findMany({
    where: { accountId },
    orderBy: { since: "asc" },
    select: { issuer: true, subject: true, since: true },
  });
}
