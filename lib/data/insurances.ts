import type { Db } from "@/lib/data/client";

export type RunningInsurance = { registrationId: string; number: string; accountId: string; until: string };

/** The insurances of registrations that stand, whose last day lies between two days, the earliest first, from one on. */
export function listInsurances(
  db: Db,
  days: { from: string; to: string },
  after: RunningInsurance | null,
  limit: number,
): Promise<RunningInsurance[]> {
  return db.$queryRaw<RunningInsurance[]>`
    SELECT r."id"::text AS "registrationId", r."number", c."id"::text AS "accountId", a."value" #>> '{}' AS "until"
    FROM "answer" a
    JOIN "registration" r ON r."filing_id" = a."filing_id"
    JOIN "account" c ON c."person_id" = r."person_id"
    WHERE a."question" = 'insurance_until' AND r."state" IN ('in_force', 'suspended')
      AND (a."value" #>> '{}') BETWEEN ${days.from} AND ${days.to}
      AND ((a."value" #>> '{}'), r."number") > (${after?.until ?? ""}, ${after?.number ?? ""})
    ORDER BY 4, 2 LIMIT ${limit}`;
}

/** The last day of the insurance that a registration rests on; null where its entry asked for none. */
export async function findInsuranceUntil(db: Db, registrationId: string): Promise<string | null> {
  const [found] = await db.$queryRaw<{ until: string }[]>`
    SELECT a."value" #>> '{}' AS "until" FROM "registration" r
    JOIN "answer" a ON a."filing_id" = r."filing_id" AND a."question" = 'insurance_until'
    WHERE r."id" = ${registrationId}::uuid`;
  return found?.until ?? null;
}
