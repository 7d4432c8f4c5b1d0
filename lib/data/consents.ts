import type { Db } from "@/lib/data/client";
import type { ConsentPurpose } from "@/lib/domain/filing/questions";

export type ConsentLocale = "en" | "zh-Hant" | "zh-Hans";
const column = { en: "en", "zh-Hant": "zh_Hant", "zh-Hans": "zh_Hans" } as const satisfies Record<
  ConsentLocale,
  string
>;

export type GivenConsent = { purpose: ConsentPurpose; textVersion: number; givenAt: Date; withdrawnAt: Date | null };

/** Every consent that was given for a filing, the withdrawn ones included, oldest first. */
export async function listConsents(db: Db, filingId: string): Promise<GivenConsent[]> {
  return db.consent.findMany({
    where: { filingId },
    orderBy: { givenAt: "asc" },
    select: { purpose: true, textVersion: true, givenAt: true, withdrawnAt: true },
  });
}

export type NewConsent = {
  personId: string;
  filingId: string;
  purpose: ConsentPurpose;
  textVersion: number;
  locale: ConsentLocale;
  givenAt: Date;
};

/** Writes one consent, unless it is in force already. */
export async function insertConsent(db: Db, { locale, ...consent }: NewConsent): Promise<void> {
  await db.consent.createMany({ data: { ...consent, locale: column[locale] }, skipDuplicates: true });
}

/** Ends one consent; true where it was in force. */
export async function endConsent(
  db: Db,
  filingId: string,
  purpose: ConsentPurpose,
  withdrawnAt: Date,
): Promise<boolean> {
  const { count } = await db.consent.updateMany({
    where: { filingId, purpose, withdrawnAt: null },
    data: { withdrawnAt },
  });
  return count === 1;
}

/** Takes name, institution and scope of the registration that a filing created off the register; its number stays. */
export async function unpublishRegistration(db: Db, filingId: string): Promise<void> {
  await db.registration.updateMany({ where: { filingId }, data: { published: false } });
}
