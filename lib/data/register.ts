import type { Db } from "@/lib/data/client";
import { dayColumn } from "@/lib/data/days";
import { Prisma } from "@/lib/data/generated/client";
import type { Names } from "@/lib/domain/person/names";
import type { Measures, RegistrationState, Standing } from "@/lib/domain/verification/verdict";

// Everything here is read through the view public_register: its columns are all that the public may see.

type InThree = { en: string; "zh-Hant": string; "zh-Hans": string };

/** A registration as the register shows it. Without consent to publication only its number, state and dates are there. */
export type RegisterRow = Measures & {
  id: string;
  number: string;
  state: RegistrationState;
  stateFrom: string;
  validFrom: string;
  validUntil: string;
  published: {
    names: Names;
    field: string;
    entryCode: string;
    qualification: InThree;
    issuingBody: InThree;
    institution: string | null;
    homeRegistrationNumber: string | null;
    scope: InThree;
  } | null;
};

export type CertificateRow = {
  issuedAt: Date;
  /** When a newer paper took this one's place, or null. */
  replacedAt: Date | null;
  registration: RegisterRow;
};

/** A row of the register beside which a page begins or ends. */
export type RegisterCursor = { validFrom: string; id: string };
/** The page after a row, before a row, or the first. */
export type RegisterPlace = { after: RegisterCursor } | { before: RegisterCursor } | null;

export type RegisterFilters = {
  /** Folded words, every one of which stands in the name. */
  words: readonly string[];
  field: string | null;
  standing: Standing["is"] | null;
};

/** Counting ends here: beyond it the register says "1,000+". */
export const mostCounted = 1000;

/** The registration with this number, or null. */
export async function findInRegister(db: Db, number: string): Promise<RegisterRow | null> {
  const [row] = await db.$queryRaw<ViewRow[]>`SELECT ${columns} FROM "public_register" r WHERE r."number" = ${number}`;
  return row ? rowOf(row) : null;
}

/** The certificate with this code and what it certifies, or null. */
export async function findCertificate(db: Db, code: string): Promise<CertificateRow | null> {
  const [row] = await db.$queryRaw<(ViewRow & { issuedAt: Date; replacedAt: Date | null })[]>`
    SELECT c."issued_at" AS "issuedAt", c."replaced_at" AS "replacedAt", ${columns}
    FROM "certificate" c JOIN "public_register" r ON r."id" = c."registration_id"
    WHERE c."code" = ${code}`;
  return row ? { issuedAt: row.issuedAt, replacedAt: row.replacedAt, registration: rowOf(row) } : null;
}

/** Rows of the register beside a cursor, newest first. */
export async function listRegister(
  db: Db,
  filters: RegisterFilters,
  today: string,
  { place, limit }: { place: RegisterPlace; limit: number },
): Promise<RegisterRow[]> {
  const conditions = matching(filters, today);
  if (place && "before" in place) {
    const { validFrom, id } = place.before;
    const rows = await db.$queryRaw<ViewRow[]>`
      SELECT ${columns} FROM "public_register" r
      WHERE r."id" IN (${chosen(Prisma.sql`${conditions} AND (r."valid_from", r."id") > (${dayColumn(validFrom)}::date, ${id}::uuid)
        ORDER BY r."valid_from", r."id" LIMIT ${limit}`)})
      ORDER BY r."valid_from", r."id"`;
    return rows.reverse().map(rowOf);
  }
  const beyond = place
    ? Prisma.sql`(r."valid_from", r."id") < (${dayColumn(place.after.validFrom)}::date, ${place.after.id}::uuid)`
    : Prisma.sql`true`;
  const rows = await db.$queryRaw<ViewRow[]>`
    SELECT ${columns} FROM "public_register" r
    WHERE r."id" IN (${chosen(Prisma.sql`${conditions} AND ${beyond} ORDER BY r."valid_from" DESC, r."id" DESC LIMIT ${limit}`)})
    ORDER BY r."valid_from" DESC, r."id" DESC`;
  return rows.map(rowOf);
}

// The rows of a page are chosen first and read afterwards: of all that match a common name, only they are put together.
const chosen = (which: Prisma.Sql) => Prisma.sql`SELECT r."id" FROM "public_register" r WHERE ${which}`;

/** How many registrations match, counted no further than one beyond `mostCounted`. */
export async function countRegister(db: Db, filters: RegisterFilters, today: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (
      SELECT 1 FROM "public_register" r WHERE ${matching(filters, today)} LIMIT ${mostCounted + 1}) AS found`;
  return row?.count ?? 0;
}

type ViewRow = Measures & {
  id: string;
  number: string;
  state: RegistrationState;
  stateFrom: string;
  validFrom: string;
  validUntil: string;
  published: boolean;
  nameZh: string | null;
  surname: string | null;
  givenNames: string | null;
  field: string;
  entryCode: string;
  qualification: InThree;
  issuingBody: InThree;
  institution: string | null;
  homeRegistrationNumber: string | null;
  scope: InThree;
};

const columns = Prisma.sql`
  r."id"::text, r."number", r."state"::text, r."state_from"::text AS "stateFrom", r."valid_from"::text AS "validFrom",
  r."valid_until"::text AS "validUntil", r."published", r."name_zh" AS "nameZh", r."surname", r."given_names" AS "givenNames",
  r."field_code" AS "field", r."entry_code" AS "entryCode",
  jsonb_build_object('en', r."qualification_en", 'zh-Hant', r."qualification_zh_hant", 'zh-Hans', r."qualification_zh_hans") AS "qualification",
  jsonb_build_object('en', r."issuing_body_en", 'zh-Hant', r."issuing_body_zh_hant", 'zh-Hans', r."issuing_body_zh_hans") AS "issuingBody",
  r."institution", r."home_registration_number" AS "homeRegistrationNumber",
  jsonb_build_object('en', r."scope_en", 'zh-Hant', r."scope_zh_hant", 'zh-Hans', r."scope_zh_hans") AS "scope",
  CASE WHEN r."suspended_from" IS NOT NULL THEN jsonb_build_object(
    'from', r."suspended_from"::text, 'until', r."suspended_until"::text, 'reason', r."suspended_for") END AS "suspension",
  CASE WHEN r."ending_from" IS NOT NULL THEN jsonb_build_object(
    'how', r."ending"::text, 'from', r."ending_from"::text, 'reason', r."ending_for") END AS "ending"`;

function matching({ words, field, standing }: RegisterFilters, today: string): Prisma.Sql {
  const conditions = [
    // Whoever withdrew consent is found by number, not by name, field or qualification.
    ...(words.length > 0 || field ? [Prisma.sql`r."published"`] : []),
    // A pair of characters has its entry in the index; a single character has none.
    ...words
      .filter((word) => [...word].length > 1)
      .map((word) => Prisma.sql`"two_grams"(r."search_key") @> "two_grams"(${word}::text)`),
    ...words.map((word) => Prisma.sql`r."search_key" LIKE ${`%${word}%`}`),
    ...(field ? [Prisma.sql`r."field_code" = ${field}`] : []),
    ...(standing ? [standings[standing](dayColumn(today))] : []),
  ];
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;
}

// The same rule as `standingOf`: from its day on a registration has ended or is suspended, whether or not a job has written so.
const standings: Record<Standing["is"], (today: Date) => Prisma.Sql> = {
  valid: (today) => Prisma.sql`${runs(today)} AND NOT ${isSuspended(today)}`,
  suspended: (today) => Prisma.sql`r."suspended_from" IS NOT NULL AND ${isSuspended(today)} AND ${runs(today)}`,
  ended: (today) => Prisma.sql`NOT (${runs(today)})`,
};

const runs = (today: Date) => Prisma.sql`(r."state" IN ('in_force', 'suspended') AND r."valid_until" >= ${today}::date
  AND COALESCE(r."ending_from" > ${today}::date, true))`;
const isSuspended = (today: Date) => Prisma.sql`COALESCE(r."suspended_from" <= ${today}::date
  AND COALESCE(r."suspended_until" >= ${today}::date, true), false)`;

function rowOf(viewed: ViewRow): RegisterRow {
  const { id, number, state, stateFrom, validFrom, validUntil, published, suspension, ending, ...row } = viewed;
  const {
    nameZh,
    surname,
    givenNames,
    field,
    entryCode,
    qualification,
    issuingBody,
    institution,
    homeRegistrationNumber,
    scope,
  } = row;
  return {
    id,
    number,
    state,
    stateFrom,
    validFrom,
    validUntil,
    suspension,
    ending,
    published: published
      ? {
          names: { nameZh, surname, givenNames },
          field,
          entryCode,
          qualification,
          issuingBody,
          institution,
          homeRegistrationNumber,
          scope,
        }
      : null,
  };
}
