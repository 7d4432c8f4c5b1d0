import type { Db } from "@/lib/data/client";
import { dayColumn, plainDay } from "@/lib/data/days";
import { queueStates, type FilingState } from "@/lib/domain/filing/filing";

type InThree = { en: string; "zh-Hant": string; "zh-Hans": string };

export type HandRow = {
  id: string;
  name: string;
  personId: string | null;
  /** Of the fields asked for, those in which they examine; none when they no longer do. */
  fields: string[];
  /** Open filings of the fields asked for: with the authority, waiting for somebody else or on hold, and overdue. */
  ours: number;
  waiting: number;
  overdue: number;
  /** The last day of the absence that runs today. */
  awayUntil: string | null;
};

/** Everybody who examines in these fields, or still holds a filing of them, with what they have in hand. */
export async function listHands(db: Db, fields: readonly string[], today: string): Promise<HandRow[]> {
  return db.$queryRaw<HandRow[]>`
    WITH held AS (
      SELECT f."reviewer_id",
        count(*) FILTER (WHERE NOT f."held" AND f."state" IN ('submitted', 'under_review', 'second_check'))::int AS "ours",
        count(*) FILTER (WHERE f."held" OR f."state" NOT IN ('submitted', 'under_review', 'second_check'))::int AS "waiting",
        count(*) FILTER (WHERE NOT f."held" AND f."state" IN ('submitted', 'under_review', 'second_check')
          AND f."due_on" < ${dayColumn(today)}::date)::int AS "overdue"
      FROM "filing" f
      WHERE f."field_code" = ANY(${[...fields]}::text[]) AND f."state" = ANY(${[...queueStates]}::"filing_state"[])
        AND f."reviewer_id" IS NOT NULL
      GROUP BY f."reviewer_id"
    ), able AS (
      SELECT g."account_id", array_agg(g."field_code" ORDER BY g."field_code") AS "fields"
      FROM "staff_grant" g JOIN "account" a ON a."id" = g."account_id" AND a."status" = 'active'
      WHERE g."capability" = 'examine' AND g."field_code" = ANY(${[...fields]}::text[])
      GROUP BY g."account_id"
    )
    SELECT a."id"::text, a."display_name" AS "name", a."person_id"::text AS "personId",
      COALESCE(able."fields", '{}') AS "fields", COALESCE(held."ours", 0) AS "ours", COALESCE(held."waiting", 0) AS "waiting",
      COALESCE(held."overdue", 0) AS "overdue",
      (SELECT b."until_day"::text FROM "absence" b
        WHERE b."account_id" = a."id" AND ${dayColumn(today)}::date BETWEEN b."from_day" AND b."until_day") AS "awayUntil"
    FROM "account" a LEFT JOIN held ON held."reviewer_id" = a."id" LEFT JOIN able ON able."account_id" = a."id"
    WHERE held."reviewer_id" IS NOT NULL OR able."account_id" IS NOT NULL
    ORDER BY a."display_name", a."id"`;
}

export type HeldRow = {
  id: string;
  reference: string;
  version: number;
  state: FilingState;
  field: string;
  dueOn: string | null;
  qualification: InThree;
};

/** The first open filings of these fields that one account holds, or nobody, by the day they are due; what is on hold stays where it is. */
export async function listHeldBy(
  db: Db,
  reviewerId: string | null,
  scope: { fields: readonly string[]; states: readonly FilingState[]; notOf: string | null },
  limit: number,
): Promise<HeldRow[]> {
  return db.$queryRaw<HeldRow[]>`
    SELECT f."id"::text, f."reference", f."version", f."state"::text, f."field_code" AS "field", f."due_on"::text AS "dueOn",
      jsonb_build_object('en', v."qualification_en", 'zh-Hant', v."qualification_zh_hant", 'zh-Hans', v."qualification_zh_hans") AS "qualification"
    FROM "filing" f JOIN "list_entry_version" v ON v."id" = f."entry_version_id"
    WHERE f."field_code" = ANY(${[...scope.fields]}::text[]) AND f."state" = ANY(${[...scope.states]}::"filing_state"[])
      AND f."reviewer_id" IS NOT DISTINCT FROM ${reviewerId}::uuid AND NOT f."held"
      AND f."person_id" IS DISTINCT FROM ${scope.notOf}::uuid
    ORDER BY f."due_on" NULLS LAST, f."id" LIMIT ${limit}`;
}

export type Absence = { id: string; from: string; until: string };

/** When an account is away, from a day on, in order. */
export async function listAbsences(db: Db, accountId: string, since: string): Promise<Absence[]> {
  const rows = await db.absence.findMany({
    where: { accountId, untilDay: { gte: dayColumn(since) } },
    orderBy: { fromDay: "asc" },
    select: { id: true, fromDay: true, untilDay: true },
  });
  return rows.map(({ id, fromDay, untilDay }) => ({ id, from: plainDay(fromDay), until: plainDay(untilDay) }));
}

/** Notes an absence and answers its id; null where the account is away on one of these days already. */
export async function insertAbsence(
  db: Db,
  accountId: string,
  { from, until }: { from: string; until: string },
): Promise<string | null> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO "absence" ("id", "account_id", "from_day", "until_day")
    VALUES (gen_random_uuid(), ${accountId}::uuid, ${dayColumn(from)}::date, ${dayColumn(until)}::date)
    ON CONFLICT ON CONSTRAINT "absence_once" DO NOTHING RETURNING "id"::text`;
  return row?.id ?? null;
}

/** Takes an absence of this account back; false where there is none of that id. */
export async function deleteAbsence(db: Db, accountId: string, id: string): Promise<boolean> {
  const { count } = await db.absence.deleteMany({ where: { id, accountId } });
  return count > 0;
}
