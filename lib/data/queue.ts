import type { Db } from "@/lib/data/client";
import { dayColumn } from "@/lib/data/days";
import { Prisma } from "@/lib/data/generated/client";
import { queueStates, type FilingState } from "@/lib/domain/filing/filing";
import type { TimeLimits } from "@/lib/domain/filing/time-limits";
import { partOf, type QueueCursor, type QueuePart } from "@/lib/domain/filing/queue";

type InThree = { en: string; "zh-Hant": string; "zh-Hans": string };

export type QueueRow = {
  id: string;
  reference: string;
  part: QueuePart;
  state: FilingState;
  held: boolean;
  dueOn: string | null;
  dueProvisional: boolean;
  field: string;
  /** What the clock has counted so far, and the time limits of the authority. */
  daysUsed: number;
  clockFrom: string | null;
  daysLeft: number | null;
  askedFrom: "submitted" | "under_review" | null;
  limits: TimeLimits;
  qualification: InThree;
  nameZh: string | null;
  surname: string | null;
  givenNames: string | null;
  reviewer: { id: string; name: string } | null;
  /** How many messages of the professional nobody has read. */
  unread: number;
};

/** Who looks, and at what. A queue without fields is empty. */
export type QueueScope = {
  fields: readonly string[];
  states: readonly FilingState[];
  /** Only what this account examines; null for everybody's. */
  reviewerId: string | null;
  /** The looker's own person, whose filings they never see. */
  notOf: string | null;
  /** Only what was due before this day. */
  dueBefore: string | null;
};

const nobody = "00000000-0000-0000-0000-000000000000";
const beginning = "0001-01-01";
const end = "9999-12-31";

/**
 * One page of a queue after a cursor, in its order. Each field and state is read from its own place in the index, so that
 * a page costs the same however many filings there are.
 */
export async function listQueue(
  db: Db,
  scope: QueueScope,
  { after, limit }: { after: QueueCursor | null; limit: number },
): Promise<QueueRow[]> {
  const from = after ? places.indexOf(after.part) : 0;
  const lanes = places.flatMap((part, place) => {
    if (place < from || (part === "held" && scope.dueBefore !== null)) return [];
    const states = scope.states.filter((state) => part === "held" || partOf({ state, held: false }) === part);
    const start = place === from ? after : null;
    return states.map((state) => ({ place, state, dueOn: start?.dueOn ?? beginning, id: start?.id ?? nobody }));
  });
  if (lanes.length === 0 || scope.fields.length === 0) return [];

  const rows = await db.$queryRaw<
    (Omit<QueueRow, "part" | "reviewer"> & { place: number; reviewerId: string | null; reviewerName: string | null })[]
  >`
    WITH lane AS (
      SELECT * FROM unnest(${lanes.map(({ place }) => place)}::int[], ${lanes.map(({ state }) => state)}::text[],
        ${lanes.map(({ dueOn }) => dueOn)}::text[], ${lanes.map(({ id }) => id)}::text[])
        AS l("place", "state", "due_on", "id")
    ), page AS (
      SELECT lane."place", found.*
      FROM lane ${inFields(scope)}
      CROSS JOIN LATERAL (
        SELECT f."id", f."due_on" FROM "filing" f
        WHERE ${within(scope)} AND f."state" = lane."state"::"filing_state"
          AND lane."place" < 2 AND (f."due_on", f."id") > (lane."due_on"::date, lane."id"::uuid)
          AND f."due_on" < ${dayColumn(scope.dueBefore ?? end)}::date
        ORDER BY f."due_on", f."id" LIMIT ${limit}
      ) AS found
      UNION ALL
      SELECT lane."place", found.*
      FROM lane ${inFields(scope)}
      CROSS JOIN LATERAL (
        SELECT f."id", f."due_on" FROM "filing" f
        WHERE ${within(scope)} AND f."state" = lane."state"::"filing_state"
          AND lane."place" = 2 AND f."due_on" IS NULL AND f."id" > lane."id"::uuid
        ORDER BY f."due_on", f."id" LIMIT ${limit}
      ) AS found
      ORDER BY 1, 3, 2 LIMIT ${limit}
    )
    SELECT page."place", f."id"::text, f."reference", f."state"::text, f."held", f."due_on"::text AS "dueOn",
      f."due_provisional" AS "dueProvisional", f."field_code" AS "field",
      f."days_used" AS "daysUsed", f."clock_from"::text AS "clockFrom", f."days_left" AS "daysLeft", f."asked_from"::text AS "askedFrom",
      jsonb_build_object('acceptanceDays', u."acceptance_days", 'decisionDays', u."decision_days", 'answerDays', u."answer_days",
        'hearingDays', u."hearing_days", 'noticeDays', u."notice_days") AS "limits",
      jsonb_build_object('en', v."qualification_en", 'zh-Hant', v."qualification_zh_hant", 'zh-Hans', v."qualification_zh_hans") AS "qualification",
      p."name_zh" AS "nameZh", p."surname", p."given_names" AS "givenNames",
      a."id"::text AS "reviewerId", a."display_name" AS "reviewerName",
      (SELECT count(*)::int FROM "case_message" m
        WHERE m."filing_id" = f."id" AND m."side" = 'applicant' AND m."read_at" IS NULL) AS "unread"
    FROM page
    JOIN "filing" f ON f."id" = page."id"
    JOIN "person" p ON p."id" = f."person_id"
    JOIN "list_entry_version" v ON v."id" = f."entry_version_id"
    JOIN "field" d ON d."code" = f."field_code"
    JOIN "authority" u ON u."code" = d."authority_code"
    LEFT JOIN "account" a ON a."id" = f."reviewer_id"
    ORDER BY page."place", page."due_on", page."id"`;

  return rows.map(({ place, reviewerId, reviewerName, ...row }) => ({
    ...row,
    part: places[place] ?? "ours",
    reviewer: reviewerId === null ? null : { id: reviewerId, name: reviewerName ?? "" },
  }));
}

const places: readonly QueuePart[] = ["ours", "waiting", "held"];

// A reviewer's own work is found by the reviewer; everybody's by field.
function inFields({ reviewerId, fields }: QueueScope): Prisma.Sql {
  return reviewerId === null
    ? Prisma.sql`CROSS JOIN unnest(${[...fields]}::text[]) AS chosen("field")`
    : Prisma.sql`CROSS JOIN (SELECT NULL::text) AS chosen("field")`;
}

function within({ reviewerId, fields, notOf }: QueueScope): Prisma.Sql {
  const place =
    reviewerId === null
      ? Prisma.sql`f."field_code" = chosen."field"`
      : Prisma.sql`f."reviewer_id" = ${reviewerId}::uuid AND f."field_code" = ANY(${[...fields]}::text[])`;
  return notOf === null ? place : Prisma.sql`${place} AND f."person_id" <> ${notOf}::uuid`;
}

/** Counting somebody's own work ends here: beyond it the queue says "1,000+". */
export const mostCounted = 1000;

export type QueueCounts = { mine: number; all: number; overdue: number };

/** How many filings each lane of these fields holds; the reviewer's own are counted no further than one beyond `mostCounted`. */
export async function countQueue(
  db: Db,
  {
    fields,
    reviewerId,
    notOf,
    today,
  }: { fields: readonly string[]; reviewerId: string; notOf: string | null; today: string },
): Promise<QueueCounts> {
  const inQueue = Prisma.sql`ANY(${[...queueStates]}::"filing_state"[])`;
  const [row] = await db.$queryRaw<QueueCounts[]>`
    SELECT
      (SELECT count(*)::int FROM (SELECT 1 FROM "filing" f WHERE f."reviewer_id" = ${reviewerId}::uuid
        AND f."field_code" = ANY(${[...fields]}::text[]) AND f."state" = ${inQueue} LIMIT ${mostCounted + 1}) AS own) AS "mine",
      COALESCE(sum(t."count"), 0)::int - (SELECT count(*)::int FROM "filing" f WHERE f."person_id" = ${notOf}::uuid
        AND f."field_code" = ANY(${[...fields]}::text[]) AND f."state" = ${inQueue}) AS "all",
      COALESCE(sum(t."count") FILTER (WHERE t."due_on" > DATE '0001-01-01' AND t."due_on" < ${dayColumn(today)}::date
        AND t."state" IN ('submitted', 'under_review', 'second_check')), 0)::int AS "overdue"
    FROM "filing_tally" t
    WHERE t."field_code" = ANY(${[...fields]}::text[]) AND t."state" = ${inQueue}`;
  return row ?? { mine: 0, all: 0, overdue: 0 };
}

/** The filing that was first due of those nobody examines yet, or null. */
export async function findNextClaimable(
  db: Db,
  { fields, notOf }: { fields: readonly string[]; notOf: string | null },
): Promise<{ id: string; version: number; state: "submitted" | "under_review" } | null> {
  const [row] = await db.$queryRaw<{ id: string; version: number; state: "submitted" | "under_review" }[]>`
    SELECT found.* FROM unnest(${[...fields]}::text[]) AS chosen("field")
    CROSS JOIN unnest(ARRAY['submitted', 'under_review']::"filing_state"[]) AS lane("state")
    CROSS JOIN LATERAL (
      SELECT f."id"::text, f."version", f."state"::text, f."due_on" FROM "filing" f
      WHERE f."field_code" = chosen."field" AND f."state" = lane."state" AND f."reviewer_id" IS NULL AND f."due_on" IS NOT NULL
        AND f."person_id" IS DISTINCT FROM ${notOf}::uuid
      ORDER BY f."due_on", f."id" LIMIT 1
    ) AS found
    ORDER BY found."due_on", found."id" LIMIT 1`;
  return row ?? null;
}

type Counted = "daysUsed" | "clockFrom" | "daysLeft" | "askedFrom" | "limits";

export type SecondCheckRow = Omit<QueueRow, "part" | "held" | "state" | Counted> & { proposed: "approve" | "refuse" };

/** What awaits a second check by this account: nothing it proposed, recorded a finding on or decided. Keyset by due day and id. */
export async function listSecondChecks(
  db: Db,
  scope: { fields: readonly string[]; accountId: string; notOf: string | null },
  { after, limit }: { after: { dueOn: string; id: string } | null; limit: number },
): Promise<SecondCheckRow[]> {
  const rows = await db.$queryRaw<(Omit<SecondCheckRow, "reviewer"> & { reviewerId: string; reviewerName: string })[]>`
    SELECT f."id"::text, f."reference", f."due_on"::text AS "dueOn", f."due_provisional" AS "dueProvisional", f."field_code" AS "field",
      jsonb_build_object('en', v."qualification_en", 'zh-Hant', v."qualification_zh_hant", 'zh-Hans', v."qualification_zh_hans") AS "qualification",
      p."name_zh" AS "nameZh", p."surname", p."given_names" AS "givenNames",
      a."id"::text AS "reviewerId", a."display_name" AS "reviewerName",
      (SELECT e."outcome"::text FROM "decision" e WHERE e."filing_id" = f."id" AND e."stage" = 'proposal'
        ORDER BY e."filing_version" DESC LIMIT 1) AS "proposed"
    FROM (
      SELECT found.* FROM unnest(${[...scope.fields]}::text[]) AS chosen("field")
      CROSS JOIN LATERAL (
        SELECT f."id", f."due_on" FROM "filing" f
        WHERE f."field_code" = chosen."field" AND f."state" = 'second_check'
          AND (f."due_on", f."id") > (${dayColumn(after?.dueOn ?? beginning)}::date, ${after?.id ?? nobody}::uuid)
          AND f."person_id" IS DISTINCT FROM ${scope.notOf}::uuid
          AND NOT EXISTS (SELECT 1 FROM "finding" n WHERE n."filing_id" = f."id" AND n."account_id" = ${scope.accountId}::uuid)
          AND NOT EXISTS (SELECT 1 FROM "decision" e WHERE e."filing_id" = f."id" AND e."account_id" = ${scope.accountId}::uuid)
        ORDER BY f."due_on", f."id" LIMIT ${limit}
      ) AS found
      ORDER BY found."due_on", found."id" LIMIT ${limit}
    ) AS page
    JOIN "filing" f ON f."id" = page."id"
    JOIN "person" p ON p."id" = f."person_id"
    JOIN "list_entry_version" v ON v."id" = f."entry_version_id"
    JOIN "account" a ON a."id" = f."reviewer_id"
    ORDER BY f."due_on", f."id"`;
  return rows.map(({ reviewerId, reviewerName, ...row }) => ({
    ...row,
    reviewer: { id: reviewerId, name: reviewerName },
  }));
}
