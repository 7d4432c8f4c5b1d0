import type { Db } from "@/lib/data/client";
import { dayColumn } from "@/lib/data/days";
import { peopleInPractice } from "@/lib/domain/statistics/in-practice";

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

function newestPractice(rows: (Published & { note: string })[] | null): RegisteredCount["inPractice"] {
  for (const { value, on, source, note } of rows ?? []) {
    const people = peopleInPractice(note);
    if (people !== null) return { value: people, of: value, on, source };
  }
  return null;
}
