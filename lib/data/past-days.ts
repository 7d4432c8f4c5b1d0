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

/** How many people held a registration that was valid on a day, as the trail knew before its end. */
export async function countValidOn(db: Db, on: string, end: Date): Promise<number> {
  const day = dayColumn(on);
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT r."person_id")::int AS "count"
    FROM "event" made
    JOIN "registration" r ON r."id" = made."registration_id"
    WHERE made."type" = 'registration_created' AND made."at" < ${end}
      AND (made."payload"->>'validFrom')::date <= ${day}::date AND (made."payload"->>'validUntil')::date >= ${day}::date
      AND (SELECT e."to_state" FROM "event" e WHERE e."registration_id" = r."id" AND e."to_state" IS NOT NULL AND e."at" < ${end}
        ORDER BY e."seq" DESC LIMIT 1) = 'in_force'`;
  return row?.count ?? 0;
}

/** The day of the first event, or null before there is one. */
export async function findFirstEventDay(db: Db): Promise<string | null> {
  const [row] = await db.$queryRaw<{ day: string }[]>`
    SELECT ("at" AT TIME ZONE 'Asia/Shanghai')::date::text AS "day" FROM "event" ORDER BY "seq" LIMIT 1`;
  return row?.day ?? null;
}
