import type { Db } from "@/lib/data/client";
import { dayColumn } from "@/lib/data/days";
import { peopleInPractice } from "@/lib/domain/statistics/in-practice";
import type { FilingCell } from "@/lib/domain/statistics/metrics";

/** The indicator of the plan that counts people: indicator 14. */
export const peopleIndicator = 14;
/** The only scope that belongs on the line of an indicator. */
export const indicatorScope = "qianhai-all";

/** A number somebody else published, with its day and source. */
export type Published = { value: number; on: string; source: string };

/** The three nested numbers of the target, and the target itself. */
export type RegisteredCount = {
  baseline: Published;
  target: Published;
  /** People first registered here after the baseline. */
  here: number;
  /** Baseline and here together. */
  registered: number;
  validToday: number;
  /** People seen in a project, of those counted then: an observation, until practice is recorded here. */
  inPractice: (Published & { of: number }) | null;
};

/** How many people are registered, valid and in practice on a day: the one place where they are counted. Null before the plan's data are loaded. */
export async function countRegistered(db: Db, today: string): Promise<RegisteredCount | null> {
  const on = dayColumn(today);
  const [row] = await db.$queryRaw<
    {
      baseline: Published;
      target: Published;
      here: number;
      validToday: number;
      practice: (Published & { note: string })[] | null;
    }[]
  >`
    SELECT
      jsonb_build_object('value', b."value", 'on', b."observed_on", 'source', b."source_url") AS "baseline",
      jsonb_build_object('value', i."target_low", 'on', i."target_on", 'source', i."source") AS "target",
      (SELECT COALESCE(sum(t."count"), 0)::int FROM "person_tally" t
        WHERE t."kind" = 'first_registered' AND t."day" > b."observed_on" AND t."day" <= ${on}::date) AS "here",
      (SELECT COALESCE(sum(t."count"), 0)::int FROM "person_tally" t
        WHERE t."kind" = 'valid_until' AND t."day" >= ${on}::date) AS "validToday",
      (SELECT jsonb_agg(jsonb_build_object('value', o."value", 'on', o."observed_on", 'source', o."source_url", 'note', o."note")
          ORDER BY o."observed_on" DESC) FROM "observation" o
        WHERE o."indicator_number" = i."number" AND o."note" LIKE '%of whom%') AS "practice"
    FROM "indicator" i
    JOIN LATERAL (SELECT * FROM "observation" o WHERE o."indicator_number" = i."number" AND o."scope" = ${indicatorScope}
      ORDER BY o."observed_on" LIMIT 1) b ON true
    WHERE i."number" = ${peopleIndicator}`;
  if (!row) return null;

  const { baseline, target, here, validToday } = row;
  return {
    baseline,
    target,
    here,
    registered: baseline.value + here,
    validToday,
    inPractice: newestPractice(row.practice),
  };
}

/** How many people were first registered here in each month up to a day, oldest first; months without any are absent. */
export async function countFirstRegisteredByMonth(
  db: Db,
  from: string,
  today: string,
): Promise<{ month: string; count: number }[]> {
  return db.$queryRaw`
    SELECT to_char("day", 'YYYY-MM') AS "month", sum("count")::int AS "count" FROM "person_tally"
    WHERE "kind" = 'first_registered' AND "day" > ${dayColumn(from)}::date AND "day" <= ${dayColumn(today)}::date
    GROUP BY 1 HAVING sum("count") > 0 ORDER BY 1`;
}

/** How many filings of each field lie in each state, and how many of them past their day; cells without any are absent. */
export async function countFilings(db: Db, today: string): Promise<FilingCell[]> {
  return db.$queryRaw`
    SELECT "field_code" AS "field", "state"::text AS "state", sum("count")::int AS "count",
      COALESCE(sum("count") FILTER (WHERE "due_on" > ${noDay}::date AND "due_on" < ${dayColumn(today)}::date), 0)::int AS "overdue"
    FROM "filing_tally" GROUP BY 1, 2 HAVING sum("count") > 0 ORDER BY 1, 2`;
}

/** The longest passed day by which a step was due and has not been taken, or null where nothing is overdue. */
export async function findOldestOverdueDay(db: Db, today: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ day: string }[]>`
    SELECT "due_on"::text AS "day" FROM "filing_tally"
    WHERE "due_on" > ${noDay}::date AND "due_on" < ${dayColumn(today)}::date
    GROUP BY "due_on" HAVING sum("count") > 0 ORDER BY "due_on" LIMIT 1`;
  return row?.day ?? null;
}

/** Gathers the slots of each counter into one and drops those that count nothing; no count changes. */
export async function foldTallies(db: Db): Promise<void> {
  await db.$executeRaw`
    WITH moved AS (DELETE FROM "filing_tally" WHERE "slot" <> 0 RETURNING *)
    INSERT INTO "filing_tally" ("field_code", "state", "due_on", "slot", "count")
    SELECT "field_code", "state", "due_on", 0, sum("count") FROM moved GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT ("field_code", "state", "due_on", "slot") DO UPDATE SET "count" = "filing_tally"."count" + EXCLUDED."count"`;
  await db.$executeRaw`DELETE FROM "filing_tally" WHERE "count" = 0`;
  await db.$executeRaw`
    WITH moved AS (DELETE FROM "person_tally" WHERE "slot" <> 0 RETURNING *)
    INSERT INTO "person_tally" ("kind", "day", "slot", "count")
    SELECT "kind", "day", 0, sum("count") FROM moved GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT ("kind", "day", "slot") DO UPDATE SET "count" = "person_tally"."count" + EXCLUDED."count"`;
  await db.$executeRaw`DELETE FROM "person_tally" WHERE "count" = 0`;
}

export type TallyDifference = { counter: string; kept: number; recounted: number };

/** Compares every counter with a recount of its rows, all as of one moment. It reads every row: for a nightly look, never for a page. */
export async function compareTallies(db: Db): Promise<{ compared: number; differences: TallyDifference[] }> {
  const rows = await db.$queryRaw<{ compared: number; differences: TallyDifference[] }[]>`
    WITH kept AS (
      SELECT concat_ws(' ', 'filing', "field_code", "state", "due_on") AS "counter", sum("count")::int AS "count"
        FROM "filing_tally" GROUP BY "field_code", "state", "due_on"
      UNION ALL SELECT concat_ws(' ', "kind", "day"), sum("count")::int FROM "person_tally" GROUP BY "kind", "day"
      -- The days a decision took were counted by the calendar of that day, which may have been mended since.
      UNION ALL SELECT concat_ws(' ', 'decided', "entry_code", "decided_on"), sum("count")::int FROM "decision_tally" GROUP BY "entry_code", "decided_on"
      UNION ALL SELECT concat_ws(' ', 'entry', "entry_code"), sum("count")::int FROM "entry_tally" GROUP BY "entry_code"
    ), recounted AS (
      SELECT concat_ws(' ', 'filing', "field_code", "state", COALESCE("due_on", ${noDay}::date)) AS "counter", count(*)::int AS "count"
        FROM "filing" GROUP BY "field_code", "state", "due_on"
      UNION ALL SELECT concat_ws(' ', 'first_registered', "day"), count(*)::int FROM (
        SELECT min(r."valid_from") AS "day" FROM "registration" r JOIN "person" p ON p."id" = r."person_id"
          WHERE NOT p."in_baseline" AND NOT r."is_void" GROUP BY r."person_id") first GROUP BY "day"
      UNION ALL SELECT concat_ws(' ', 'valid_until', "day"), count(*)::int FROM (
        SELECT max("valid_through"("state", "valid_until", "suspended_from", "ending_from")) AS "day"
        FROM "registration" WHERE "state" = 'in_force' GROUP BY "person_id") last GROUP BY "day"
      UNION ALL SELECT concat_ws(' ', 'decided', "entry_code", "decided_on"), count(*)::int FROM "filing"
        WHERE "state" IN ('approved', 'refused') AND "received_on" IS NOT NULL AND "decided_on" IS NOT NULL GROUP BY "entry_code", "decided_on"
      UNION ALL SELECT concat_ws(' ', 'entry', v."entry_code"), count(DISTINCT r."person_id")::int
        FROM "registration" r JOIN "list_entry_version" v ON v."id" = r."entry_version_id"
        WHERE NOT r."is_void" GROUP BY v."entry_code"
    ), compared AS (
      SELECT "counter", COALESCE(kept."count", 0) AS "kept", COALESCE(recounted."count", 0) AS "recounted"
      FROM kept FULL JOIN recounted USING ("counter")
    )
    SELECT count(*)::int AS "compared", COALESCE(jsonb_agg(jsonb_build_object('counter', "counter", 'kept', "kept", 'recounted', "recounted")
      ORDER BY "counter") FILTER (WHERE "kept" <> "recounted"), '[]') AS "differences" FROM compared`;
  return rows[0] ?? { compared: 0, differences: [] };
}

// How the counters write that a filing has no day by which a step is due.
const noDay = dayColumn("0001-01-01");

function newestPractice(rows: (Published & { note: string })[] | null): RegisteredCount["inPractice"] {
  for (const { value, on, source, note } of rows ?? []) {
    const people = peopleInPractice(note);
    if (people !== null) return { value: people, of: value, on, source };
  }
  return null;
}
