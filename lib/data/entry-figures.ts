import type { Db } from "@/lib/data/client";
import { dayColumn } from "@/lib/data/days";
import type { ActualTimes } from "@/lib/domain/statistics/actual-times";

/** How many people were ever registered for each entry that anybody was registered for. */
export async function countPeopleByEntry(db: Db): Promise<Map<string, number>> {
  const rows = await db.entryTally.groupBy({ by: ["entryCode"], _sum: { count: true } });
  return new Map(rows.map(({ entryCode, _sum }) => [entryCode, _sum.count ?? 0]));
}

/** The same of one entry. */
export async function countPeopleOfEntry(db: Db, entryCode: string): Promise<number> {
  const { _sum } = await db.entryTally.aggregate({ where: { entryCode }, _sum: { count: true } });
  return _sum.count ?? 0;
}

export type EntryTimes = ActualTimes & {
  code: string;
  qualification: { en: string; "zh-Hant": string; "zh-Hans": string };
};

/** The entries of the list with most decisions of late, and how long those took. */
export async function listEntryTimes(db: Db, limit: number): Promise<EntryTimes[]> {
  return db.$queryRaw`
    SELECT t."entry_code" AS "code", t."count", t."median", t."most",
      jsonb_build_object('en', v."qualification_en", 'zh-Hant', v."qualification_zh_hant", 'zh-Hans', v."qualification_zh_hans") AS "qualification"
    FROM "entry_time" t
    JOIN "list_entry_version" v ON v."entry_code" = t."entry_code" AND v."state" = 'published'
    ORDER BY t."count" DESC, t."entry_code" LIMIT ${limit}`;
}

/** Every entry of which something was decided between two days. */
export async function listDecidedEntries(db: Db, from: string, to: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ code: string }[]>`
    SELECT e."code" FROM "list_entry" e WHERE EXISTS (
      SELECT 1 FROM "decision_tally" t
      WHERE t."entry_code" = e."code" AND t."decided_on" BETWEEN ${dayColumn(from)}::date AND ${dayColumn(to)}::date)`;
  return rows.map(({ code }) => code);
}

/** Puts the times of all entries in the place of those of an earlier day. */
export async function replaceEntryTimes(
  db: Db,
  asOf: string,
  times: readonly (ActualTimes & { entryCode: string })[],
): Promise<void> {
  await db.entryTime.deleteMany();
  await db.entryTime.createMany({
    data: times.map((it) => ({ ...it, asOf: dayColumn(asOf) })),
    skipDuplicates: true,
  });
}
