import type { Db } from "@/lib/data/client";
import { dayColumn } from "@/lib/data/days";
import { Prisma } from "@/lib/data/generated/client";
import type { Field } from "@/lib/domain/accreditation/schema";
import type { FilingState } from "@/lib/domain/filing/filing";
import type { FilingSelection } from "@/lib/domain/statistics/metrics";
import type { Measures, RegistrationState } from "@/lib/domain/verification/verdict";

// The rows that a number of the statistics counts: references, fields, states and dates, and nothing of the person.

/** Where a row stands in its list: by its day, then by its id; rows without a day come last. */
export type RowPosition = { day: string | null; id: string };
export type Paging = { from: RowPosition | null; towards: "next" | "previous"; limit: number };

export type FilingRow = {
  id: string;
  reference: string | null;
  field: Field;
  state: FilingState;
  held: boolean;
  createdOn: string;
  receivedOn: string | null;
  dueOn: string | null;
  decidedOn: string | null;
};

export type PersonRow = Measures & {
  id: string;
  /** The day by which the list stands: that of the first registration, or the last of validity. */
  day: string;
  number: string;
  reference: string;
  field: Field;
  state: RegistrationState;
  stateFrom: string;
  validFrom: string;
  validUntil: string;
};

const filingColumns = Prisma.sql`f."id"::text, f."reference", f."field_code" AS "field", f."state"::text AS "state", f."held",
  (f."created_at" AT TIME ZONE 'Asia/Shanghai')::date::text AS "createdOn", f."received_on"::text AS "receivedOn",
  f."due_on"::text AS "dueOn", f."decided_on"::text AS "decidedOn"`;

/** One page of the filings that a number counts, in the order of the day by which a step is due. */
export async function listFilingRows(
  db: Db,
  { fields, states, onlyOverdue }: FilingSelection,
  today: string,
  paging: Paging,
): Promise<FilingRow[]> {
  const { limit, towards } = paging;
  const { beyondDay, beyondIdWithoutDay, order } = steps(paging);
  const columns = Prisma.sql`f."id", f."reference", f."field_code", f."state", f."held", f."created_at", f."received_on", f."due_on", f."decided_on"`;
  // Each pair of field and state is a stretch of one index; the stretches are merged.
  const stretch = Prisma.sql`FROM "filing" f WHERE f."field_code" = field."code" AND f."state" = state."code"`;
  const withDay = Prisma.sql`(SELECT ${columns} ${stretch} AND f."due_on" IS NOT NULL AND ${beyondDay(Prisma.sql`f."due_on"`, Prisma.sql`f."id"`)}
    ${onlyOverdue ? Prisma.sql`AND f."due_on" < ${dayColumn(today)}::date` : Prisma.empty}
    ORDER BY f."due_on" ${order}, f."id" ${order} LIMIT ${limit})`;
  // Ordered by the day that they lack as well: by the id alone, every filing would be looked at in the order of its key.
  const withoutDay = Prisma.sql`(SELECT ${columns} ${stretch} AND f."due_on" IS NULL AND ${beyondIdWithoutDay(Prisma.sql`f."id"`)}
    ORDER BY f."due_on" ${order}, f."id" ${order} LIMIT ${limit})`;

  const rows = await db.$queryRaw<FilingRow[]>`
    SELECT ${filingColumns}
    FROM unnest(${[...fields]}::text[]) AS field("code")
    CROSS JOIN unnest(${[...states]}::text[]::"filing_state"[]) AS state("code")
    CROSS JOIN LATERAL (${onlyOverdue ? withDay : Prisma.sql`${withDay} UNION ALL ${withoutDay}`}) f
    ORDER BY f."due_on" ${order} NULLS ${towards === "next" ? Prisma.sql`LAST` : Prisma.sql`FIRST`}, f."id" ${order} LIMIT ${limit}`;
  return towards === "next" ? rows : rows.toReversed();
}

/** One page of the filings that were decided between two days, the earliest first. */
export async function listDecidedRows(
  db: Db,
  { fields, from, to }: { fields: readonly Field[]; from: string; to: string },
  paging: Paging,
): Promise<FilingRow[]> {
  const { beyondDay, order } = steps(paging);
  const rows = await db.$queryRaw<FilingRow[]>`
    SELECT ${filingColumns} FROM "filing" f
    WHERE f."state" IN ('approved', 'refused') AND f."received_on" IS NOT NULL
      AND f."decided_on" BETWEEN ${dayColumn(from)}::date AND ${dayColumn(to)}::date
      AND f."field_code" = ANY(${[...fields]}::text[]) AND ${beyondDay(Prisma.sql`f."decided_on"`, Prisma.sql`f."id"`)}
    ORDER BY f."decided_on" ${order}, f."id" ${order} LIMIT ${paging.limit}`;
  return paging.towards === "next" ? rows : rows.toReversed();
}

/** One page of the people first registered here after one day and up to another, each by their first registration. */
export async function listFirstRegisteredRows(
  db: Db,
  period: { after: string; through: string },
  paging: Paging,
): Promise<PersonRow[]> {
  const day = Prisma.sql`p."first_registered_on"`;
  return listPersonRows(db, paging, day, {
    people: Prisma.sql`NOT p."in_baseline" AND ${day} IS NOT NULL AND ${day} > ${dayColumn(period.after)}::date AND ${day} <= ${dayColumn(period.through)}::date`,
    registration: Prisma.sql`AND NOT r."is_void" ORDER BY r."valid_from", r."id"`,
  });
}

/** One page of the people who hold a valid registration on a day, each by the one that is valid longest. */
export async function listValidRows(db: Db, today: string, paging: Paging): Promise<PersonRow[]> {
  const day = Prisma.sql`p."valid_until"`;
  return listPersonRows(db, paging, day, {
    people: Prisma.sql`${day} IS NOT NULL AND ${day} >= ${dayColumn(today)}::date`,
    registration: Prisma.sql`AND r."state" = 'in_force'
      ORDER BY "valid_through"(r."state", r."valid_until", r."suspended_from", r."ending_from") DESC, r."id"`,
  });
}

async function listPersonRows(
  db: Db,
  paging: Paging,
  day: Prisma.Sql,
  which: { people: Prisma.Sql; registration: Prisma.Sql },
): Promise<PersonRow[]> {
  const { beyondDay, order } = steps(paging);
  const rows = await db.$queryRaw<PersonRow[]>`
    SELECT p."id"::text, ${day}::text AS "day", r."number", f."reference", r."field_code" AS "field", r."state"::text AS "state",
      r."state_from"::text AS "stateFrom", r."valid_from"::text AS "validFrom", r."valid_until"::text AS "validUntil",
      CASE WHEN r."suspended_from" IS NOT NULL THEN jsonb_build_object(
        'from', r."suspended_from"::text, 'until', r."suspended_until"::text, 'reason', r."suspended_for") END AS "suspension",
      CASE WHEN r."ending_from" IS NOT NULL THEN jsonb_build_object(
        'how', r."ending"::text, 'from', r."ending_from"::text, 'reason', r."ending_for") END AS "ending"
    FROM "person" p
    JOIN LATERAL (SELECT r.* FROM "registration" r WHERE r."person_id" = p."id" ${which.registration} LIMIT 1) r ON true
    JOIN "filing" f ON f."id" = r."filing_id"
    WHERE ${which.people} AND ${beyondDay(day, Prisma.sql`p."id"`)}
    ORDER BY ${day} ${order}, p."id" ${order} LIMIT ${paging.limit}`;
  return paging.towards === "next" ? rows : rows.toReversed();
}

/** What lies beyond a position in the direction of a page, as conditions that an index on (day, id) can serve. */
function steps({ from, towards }: Paging) {
  const isNext = towards === "next";
  const day = from?.day ? Prisma.sql`${dayColumn(from.day)}::date` : Prisma.sql`'infinity'::date`;
  const beyond = isNext ? Prisma.sql`>` : Prisma.sql`<`;
  return {
    order: isNext ? Prisma.sql`ASC` : Prisma.sql`DESC`,
    beyondDay: (dayOf: Prisma.Sql, idOf: Prisma.Sql) =>
      from ? Prisma.sql`(${dayOf}, ${idOf}) ${beyond} (${day}, ${from.id}::uuid)` : Prisma.sql`true`,
    beyondIdWithoutDay: (idOf: Prisma.Sql) => {
      if (from && from.day === null) return Prisma.sql`${idOf} ${beyond} ${from.id}::uuid`;
      // Rows without a day come after all that have one.
      return !from || isNext ? Prisma.sql`true` : Prisma.sql`false`;
    },
  };
}
