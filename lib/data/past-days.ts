import type { Db } from "@/lib/data/client";
import { dayColumn } from "@/lib/data/days";
import { filingStates } from "@/lib/domain/filing/filing";
import type { PastNumbers } from "@/lib/domain/statistics/past-day";

// What was, read from the trail of events, to which rows are only added: asked again, it is the same.

/** In which state the filings of each field were before an instant, drafts left out. */
export async function countFilingsBefore(db: Db, end: Date): Promise<PastNumbers["filings"]> {
  return db.$queryRaw`
    SELECT f."field_code" AS "field", last."to_state" AS "state", count(*)::int AS "count"
    FROM (
      SELECT DISTINCT ON ("filing_id") "filing_id", "to_state" FROM "event"
      WHERE "filing_id" IS NOT NULL AND "to_state" = ANY(${[...filingStates]}::text[]) AND "at" < ${end}
      ORDER BY "filing_id", "seq" DESC
    ) last
    JOIN "filing" f ON f."id" = last."filing_id"
    WHERE last."to_state" <> 'draft'
    GROUP BY 1, 2 ORDER BY 1, 2`;
}

/**
 * How many people were first registered here after one day and up to another, and how many of them all held a registration
 * that was valid on the latter, as the trail knew before its end.
 */
export async function countPeopleOn(
  db: Db,
  { after, on, end }: { after: string; on: string; end: Date },
): Promise<{ here: number; validThen: number }> {
  const day = dayColumn(on);
  const [row] = await db.$queryRaw<{ here: number; validThen: number }[]>`
    WITH made AS (
      SELECT r."person_id", p."in_baseline", (e."payload"->>'validFrom')::date AS "from", (e."payload"->>'validUntil')::date AS "until",
        (SELECT s."to_state" FROM "event" s WHERE s."registration_id" = r."id" AND s."to_state" IS NOT NULL AND s."at" < ${end}
          ORDER BY s."seq" DESC LIMIT 1) AS "state"
      FROM "event" e
      JOIN "registration" r ON r."id" = e."registration_id"
      JOIN "person" p ON p."id" = r."person_id"
      WHERE e."type" = 'registration_created' AND e."at" < ${end}
        -- What was revoked as void from the start never was.
        AND NOT EXISTS (SELECT 1 FROM "event" v WHERE v."registration_id" = r."id" AND v."payload" ? 'fromTheStart' AND v."at" < ${end})
    )
    SELECT count(DISTINCT "person_id") FILTER (WHERE NOT "in_baseline" AND "from" > ${dayColumn(after)}::date AND "from" <= ${day}::date)::int AS "here",
      count(DISTINCT "person_id") FILTER (WHERE "state" = 'in_force' AND "from" <= ${day}::date AND "until" >= ${day}::date)::int AS "validThen"
    FROM made`;
  return row ?? { here: 0, validThen: 0 };
}

/** The day of the first event, or null before there is one. */
export async function findFirstEventDay(db: Db): Promise<string | null> {
  const [row] = await db.$queryRaw<{ day: string }[]>`
    SELECT ("at" AT TIME ZONE 'Asia/Shanghai')::date::text AS "day" FROM "event" ORDER BY "seq" LIMIT 1`;
  return row?.day ?? null;
}
