import type { Db } from "@/lib/data/client";
import { dayColumn, plainDay, plainDayOrNull } from "@/lib/data/days";
import { barsThePerson, type BarLength, type NewBar, type StandingBar } from "@/lib/domain/filing/bars";

/** For how many years the authority of a field bars, by the reason of a refusal. */
export async function listBarLengths(db: Db, fieldCode: string): Promise<BarLength[]> {
  return db.barLength.findMany({
    where: { authority: { fields: { some: { code: fieldCode } } } },
    select: { reasonCode: true, years: true },
  });
}

/** Bars the person of a filing from its field, and keeps every identity number that is known of them. */
export async function insertBar(
  db: Db,
  filing: { id: string; personId: string; field: string },
  { reasonCodes, from, until }: NewBar,
): Promise<void> {
  const numberIndexes = await listNumberIndexes(db, filing.personId);
  await db.bar.create({
    data: {
      filingId: filing.id,
      personId: filing.personId,
      fieldCode: filing.field,
      reasonCodes,
      numberIndexes,
      from: dayColumn(from),
      until: dayColumn(until),
    },
    select: { id: true },
  });
}

/** Every bar that stands on a day in a field against a person, or against somebody who may be that person; the longest first. */
export async function listBars(
  db: Db,
  { personId, fieldCode }: { personId: string; fieldCode: string },
  today: string,
): Promise<StandingBar[]> {
  return db.$queryRaw<StandingBar[]>`
    WITH same AS (SELECT "ruled_same"(${personId}::uuid) AS "person_id")
    SELECT b."until_day"::text AS "until", f."reference",
      CASE WHEN b."person_id" = ${personId}::uuid THEN 'own'
        WHEN b."person_id" IN (SELECT "person_id" FROM same) THEN 'ruled_same' ELSE 'identity_number' END AS "ground"
    FROM "bar" b JOIN "filing" f ON f."id" = b."filing_id"
    WHERE b."field_code" = ${fieldCode} AND b."lifted_on" IS NULL AND ${today}::date BETWEEN b."from_day" AND b."until_day"
      AND (b."person_id" = ${personId}::uuid OR b."person_id" IN (SELECT "person_id" FROM same)
        OR b."number_indexes" && ARRAY(SELECT "number_index" FROM "identity_document" WHERE "person_id" = ${personId}::uuid))
    ORDER BY b."until_day" DESC, b."id"`;
}

/** The last day on which somebody is barred from a field; null when they are not. */
export async function findBarredUntil(
  db: Db,
  who: { personId: string; fieldCode: string },
  today: string,
): Promise<string | null> {
  return (await listBars(db, who, today)).find(barsThePerson)?.until ?? null;
}

/** The last day of the bar that a refusal brought, or null where it brought none, it was lifted or it is over. */
export async function findBarOfFiling(db: Db, filingId: string, today: string): Promise<string | null> {
  const bar = await db.bar.findFirst({
    where: { filingId, liftedOn: null, until: { gte: dayColumn(today) } },
    select: { until: true },
  });
  return bar && plainDay(bar.until);
}

/** The last day of the bar that the end of a registration brought, or null where it brought none or it is over. */
export async function findBarOfRegistration(db: Db, registrationId: string, today: string): Promise<string | null> {
  const { filingId } = await db.registration.findUniqueOrThrow({
    where: { id: registrationId },
    select: { filingId: true },
  });
  return filingId && findBarOfFiling(db, filingId, today);
}

/** Ends the bar that a refusal brought, on the day on which the refusal fell. */
export async function liftBar(db: Db, filingId: string, on: string): Promise<void> {
  await db.bar.updateMany({ where: { filingId, liftedOn: null }, data: { liftedOn: dayColumn(on) } });
}

/** A bar as whoever it concerns reads it. */
export type OwnBar = {
  field: string;
  /** The refusal it rests on. */
  reference: string | null;
  reasonCodes: string[];
  from: string;
  until: string;
  liftedOn: string | null;
};

/** Every bar that a refusal of this person brought, those lifted or over included, the newest first. */
export async function listBarsOf(db: Db, personId: string): Promise<OwnBar[]> {
  const bars = await db.bar.findMany({
    where: { personId },
    orderBy: [{ from: "desc" }, { id: "desc" }],
    select: {
      fieldCode: true,
      reasonCodes: true,
      from: true,
      until: true,
      liftedOn: true,
      filing: { select: { reference: true } },
    },
  });
  return bars.map(({ fieldCode, filing, reasonCodes, from, until, liftedOn }) => ({
    field: fieldCode,
    reference: filing.reference,
    reasonCodes,
    from: plainDay(from),
    until: plainDay(until),
    liftedOn: plainDayOrNull(liftedOn),
  }));
}

async function listNumberIndexes(db: Db, personId: string): Promise<string[]> {
  const rows = await db.identityDocument.findMany({ where: { personId }, select: { numberIndex: true } });
  return rows.map(({ numberIndex }) => numberIndex);
}
