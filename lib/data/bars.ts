import type { Db } from "@/lib/data/client";
import { dayColumn, plainDay } from "@/lib/data/days";
import type { BarLength, NewBar } from "@/lib/domain/filing/bars";

/** For how many years the authority of a field bars, by the reason of a refusal. */
export async function listBarLengths(db: Db, fieldCode: string): Promise<BarLength[]> {
  return db.barLength.findMany({
    where: { authority: { fields: { some: { code: fieldCode } } } },
    select: { reasonCode: true, years: true },
  });
}

/** Bars the person of a filing from its field, by every identity number that is known of them. */
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

/** The last day on which somebody is barred from a field, under this account or by one of these numbers; null when they are not. */
export async function findBarredUntil(
  db: Db,
  who: { personId: string; fieldCode: string; numberIndexes?: readonly string[] },
  today: string,
): Promise<string | null> {
  const { personId, fieldCode, numberIndexes = [] } = who;
  const known = [...new Set([...numberIndexes, ...(await listNumberIndexes(db, personId))])];
  const bar = await db.bar.findFirst({
    where: {
      fieldCode,
      liftedOn: null,
      until: { gte: dayColumn(today) },
      OR: [{ personId }, { numberIndexes: { hasSome: known } }],
    },
    orderBy: { until: "desc" },
    select: { until: true },
  });
  return bar && plainDay(bar.until);
}

/** The last day of the bar that a refusal brought, or null where it brought none or it was lifted. */
export async function findBarOfFiling(db: Db, filingId: string): Promise<string | null> {
  const bar = await db.bar.findFirst({ where: { filingId, liftedOn: null }, select: { until: true } });
  return bar && plainDay(bar.until);
}

async function listNumberIndexes(db: Db, personId: string): Promise<string[]> {
  const rows = await db.identityDocument.findMany({ where: { personId }, select: { numberIndex: true } });
  return rows.map(({ numberIndex }) => numberIndex);
}
