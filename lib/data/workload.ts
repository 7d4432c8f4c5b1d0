import type { Db } from "@/lib/data/client";
import { dayColumn, plainDay } from "@/lib/data/days";
import { Prisma } from "@/lib/data/generated/client";
import { queueStates, type FilingState } from "@/lib/domain/filing/filing";
import { workflow } from "@/lib/domain/filing/workflow";

type InThree = { en: string; "zh-Hant": string; "zh-Hans": string };

export type HandRow = {
  id: string;
  name: string;
  personId: string | null;
  /** Of the fields asked for, those in which they examine; none when they no longer do. */
  fields: string[];
  /** Open filings of the fields asked for that may be handed over, and those of them that are overdue. */
  ours: number;
  overdue: number;
  /** Open filings of these fields that wait for somebody else or are on hold. */
  waiting: number;
  /** Open filings of every field. */
  inHand: number;
  /** The last day of the absence that runs today. */
  awayUntil: string | null;
};

/** Everybody who examines in these fields, or still holds a filing of them, with what they have in hand. */
export async function listHands(
  db: Db,
  { fields, notOf }: { fields: readonly string[]; notOf: string | null },
  today: string,
): Promise<HandRow[]> {
  const isOurs = Prisma.sql`NOT f."held" AND f."state" = ANY(${[...workflow.reassign.from]}::"filing_state"[])`;
  const isAsked = Prisma.sql`f."field_code" = ANY(${[...fields]}::text[]) AND f."person_id" IS DISTINCT FROM ${notOf}::uuid`;
  return db.$queryRaw<HandRow[]>`
    WITH held AS (
      SELECT f."reviewer_id", count(*)::int AS "inHand", count(*) FILTER (WHERE ${isAsked})::int AS "asked",
        count(*) FILTER (WHERE ${isAsked} AND ${isOurs})::int AS "ours",
        count(*) FILTER (WHERE ${isAsked} AND NOT (${isOurs}))::int AS "waiting",
        count(*) FILTER (WHERE ${isAsked} AND ${isOurs} AND f."due_on" < ${dayColumn(today)}::date)::int AS "overdue"
      FROM "filing" f
      WHERE f."state" = ANY(${[...queueStates]}::"filing_state"[]) AND f."reviewer_id" IS NOT NULL
      GROUP BY f."reviewer_id"
    ), able AS (
      SELECT g."account_id", array_agg(g."field_code" ORDER BY g."field_code") AS "fields"
      FROM "staff_grant" g JOIN "account" a ON a."id" = g."account_id" AND a."status" = 'active'
      WHERE g."capability" = 'examine' AND g."field_code" = ANY(${[...fields]}::text[])
      GROUP BY g."account_id"
    )
    SELECT a."id"::text, a."display_name" AS "name", a."person_id"::text AS "personId",
      COALESCE(able."fields", '{}') AS "fields", COALESCE(held."ours", 0) AS "ours", COALESCE(held."waiting", 0) AS "waiting",
      COALESCE(held."overdue", 0) AS "overdue", COALESCE(held."inHand", 0) AS "inHand",
      (SELECT b."until_day"::text FROM "absence" b
        WHERE b."account_id" = a."id" AND ${dayColumn(today)}::date BETWEEN b."from_day" AND b."until_day") AS "awayUntil"
    FROM "account" a LEFT JOIN held ON held."reviewer_id" = a."id" LEFT JOIN able ON able."account_id" = a."id"
    WHERE held."asked" > 0 OR able."account_id" IS NOT NULL
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

type HeldScope = { fields: readonly string[]; notOf: string | null };

/** The first filings of these fields that may be handed over and that one account holds, or nobody, by the day they are due. */
export async function listHeldBy(
  db: Db,
  reviewerId: string | null,
  scope: HeldScope,
  limit: number,
): Promise<HeldRow[]> {
  return db.$queryRaw<HeldRow[]>`
    SELECT f."id"::text, f."reference", f."version", f."state"::text, f."field_code" AS "field", f."due_on"::text AS "dueOn",
      jsonb_build_object('en', v."qualification_en", 'zh-Hant', v."qualification_zh_hant", 'zh-Hans', v."qualification_zh_hans") AS "qualification"
    FROM "filing" f JOIN "list_entry_version" v ON v."id" = f."entry_version_id"
    WHERE ${mayMove(reviewerId, scope)}
    ORDER BY f."due_on" NULLS LAST, f."id" LIMIT ${limit}`;
}

/** How many filings of these fields have no reviewer yet. */
export async function countUnheld(db: Db, scope: HeldScope): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "filing" f WHERE ${mayMove(null, scope)}`;
  return row?.count ?? 0;
}

// Equality finds a reviewer's own in the index, and a filing with a due day those that nobody holds.
function mayMove(reviewerId: string | null, { fields, notOf }: HeldScope): Prisma.Sql {
  const isHeld =
    reviewerId === null
      ? Prisma.sql`f."reviewer_id" IS NULL AND f."due_on" IS NOT NULL`
      : Prisma.sql`f."reviewer_id" = ${reviewerId}::uuid`;
  return Prisma.sql`${isHeld} AND f."field_code" = ANY(${[...fields]}::text[]) AND NOT f."held"
    AND f."state" = ANY(${[...workflow.reassign.from]}::"filing_state"[]) AND f."person_id" IS DISTINCT FROM ${notOf}::uuid`;
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
