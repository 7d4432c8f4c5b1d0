import type { Db } from "@/lib/data/client";
import { Prisma } from "@/lib/data/generated/client";
import type { FilingState } from "@/lib/domain/filing/filing";

/** What a change of an entry touches: how many, and the first of them. Numbers, states and days only. */
export type Impact = {
  holders: Touched<{ number: string; state: "in_force" | "suspended"; validUntil: string; version: number }>;
  drafts: Touched<{ begunAt: Date; editedAt: Date }>;
  openFilings: Touched<{ reference: string; state: FilingState; dueOn: string | null; version: number }>;
};
type Touched<Row> = { count: number; rows: Row[] };

/** Whom a change of an entry touches today. */
export async function readImpact(db: Db, code: string, today: string, limit: number): Promise<Impact> {
  const [holders, drafts, openFilings] = await Promise.all([
    db.$queryRaw<(Impact["holders"]["rows"][number] & Counted)[]>`
      SELECT r."number", r."state"::text AS "state", r."valid_until"::text AS "validUntil", v."number" AS "version",
        count(*) OVER ()::int AS "count"
      FROM ${inForce(code, today)} ORDER BY r."valid_until", r."number" LIMIT ${limit}`,
    db.$queryRaw<(Impact["drafts"]["rows"][number] & Counted)[]>`
      SELECT f."created_at" AS "begunAt", f."edited_at" AS "editedAt", count(*) OVER ()::int AS "count"
      FROM "filing" f WHERE f."entry_code" = ${code} AND f."state" = 'draft'
      ORDER BY f."created_at", f."id" LIMIT ${limit}`,
    db.$queryRaw<(Impact["openFilings"]["rows"][number] & Counted)[]>`
      SELECT f."reference", f."state"::text AS "state", f."due_on"::text AS "dueOn", v."number" AS "version",
        count(*) OVER ()::int AS "count"
      FROM "filing" f JOIN "list_entry_version" v ON v."id" = f."entry_version_id"
      WHERE f."entry_code" = ${code}
        AND f."state" NOT IN ('draft', 'approved', 'refused', 'not_accepted', 'closed_no_response', 'withdrawn')
      ORDER BY f."reference" LIMIT ${limit}`,
  ]);
  return { holders: counted(holders), drafts: counted(drafts), openFilings: counted(openFilings) };
}

/** How many a change of several entries touches today. */
export async function countImpact(
  db: Db,
  codes: readonly string[],
  today: string,
): Promise<{ holders: number; drafts: number; openFilings: number }> {
  const [counts] = await db.$queryRaw<{ holders: number; drafts: number; openFilings: number }[]>`
    SELECT
      (SELECT count(*)::int FROM "registration" r JOIN "list_entry_version" v ON v."id" = r."entry_version_id"
        WHERE v."entry_code" = ANY(${codes}) AND r."state" IN ('in_force', 'suspended')
          AND r."valid_until" >= ${today}::date) AS "holders",
      (SELECT count(*)::int FROM "filing" f WHERE f."entry_code" = ANY(${codes}) AND f."state" = 'draft') AS "drafts",
      (SELECT count(*)::int FROM "filing" f WHERE f."entry_code" = ANY(${codes})
        AND f."state" NOT IN ('draft', 'approved', 'refused', 'not_accepted', 'closed_no_response', 'withdrawn')) AS "openFilings"`;
  return counts ?? { holders: 0, drafts: 0, openFilings: 0 };
}

/** The accounts that hold a registration of an entry in force or draft a filing for it, a page at a time, from one on. */
export async function listTouched(
  db: Db,
  code: string,
  today: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT a."id"::text AS "id" FROM "account" a
    WHERE a."status" = 'active' AND (${after}::uuid IS NULL OR a."id" > ${after}::uuid) AND a."person_id" IN (
      SELECT r."person_id" FROM ${inForce(code, today)}
      UNION SELECT f."person_id" FROM "filing" f WHERE f."entry_code" = ${code} AND f."state" = 'draft')
    ORDER BY a."id" LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

const inForce = (code: string, today: string) => Prisma.sql`
  "registration" r JOIN "list_entry_version" v ON v."id" = r."entry_version_id" AND v."entry_code" = ${code}
  WHERE r."state" IN ('in_force', 'suspended') AND r."valid_until" >= ${today}::date`;

type Counted = { count: number };

function counted<Row extends object>(rows: (Row & Counted)[]): Touched<Row> {
  return { count: rows[0]?.count ?? 0, rows: rows.map(({ count: _, ...row }) => row as unknown as Row) };
}
