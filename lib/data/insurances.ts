import type { Db } from "@/lib/data/client";

export type RunningInsurance = {
  registrationId: string;
  number: string;
  /** Who is told; null for somebody without an account. */
  accountId: string | null;
  until: string;
  /** Whose registration it is. */
  authority: { en: string; "zh-Hant": string; "zh-Hans": string };
};

/** The insurances of registrations that stand, whose last day lies between two days, the earliest first, from one on. */
export function listInsurances(
  db: Db,
  days: { from: string; to: string },
  after: RunningInsurance | null,
  limit: number,
): Promise<RunningInsurance[]> {
  return db.$queryRaw<RunningInsurance[]>`
    SELECT r."id"::text AS "registrationId", r."number", c."id"::text AS "accountId", a."value" #>> '{}' AS "until",
      jsonb_build_object('en', u."name_en", 'zh-Hant', u."name_zh_hant", 'zh-Hans', u."name_zh_hans") AS "authority"
    FROM "answer" a
    JOIN "registration" r ON r."filing_id" = a."filing_id"
    JOIN "field" e ON e."code" = r."field_code"
    JOIN "authority" u ON u."code" = e."authority_code"
    LEFT JOIN "account" c ON c."person_id" = r."person_id"
    WHERE a."question" = 'insurance_until' AND r."state" IN ('in_force', 'suspended')
      AND (a."value" #>> '{}') BETWEEN ${days.from} AND ${days.to}
      AND ((a."value" #>> '{}'), r."number") > (${after?.until ?? ""}, ${after?.number ?? ""})
    ORDER BY 4, 2 LIMIT ${limit}`;
}

/** The last day of the insurance that a registration rests on, and when its holder was mailed that it ended; null where its entry asked for none. */
export async function findInsurance(
  db: Db,
  registrationId: string,
): Promise<{ until: string; toldAt: Date | null } | null> {
  const [found] = await db.$queryRaw<{ until: string; toldAt: Date | null }[]>`
    SELECT a."value" #>> '{}' AS "until", m."sent_at" AS "toldAt" FROM "registration" r
    JOIN "answer" a ON a."filing_id" = r."filing_id" AND a."question" = 'insurance_until'
    LEFT JOIN "mail" m ON m."dedupe_key" = 'insurance:' || r."id" || ':' || (a."value" #>> '{}') || ':ended'
    WHERE r."id" = ${registrationId}::uuid`;
  return found ?? null;
}

/** Is it written down already that the insurance which ran until this day has ended? */
export async function isLapseWritten(db: Db, registrationId: string, until: string): Promise<boolean> {
  const events = await db.event.count({
    where: { registrationId, type: "insurance_lapsed", payload: { path: ["endedOn"], equals: until } },
  });
  return events > 0;
}
