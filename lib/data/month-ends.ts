import type { Db } from "@/lib/data/client";

export type NewMonthEnd = { month: string; numbers: string; hash: string; accountId: string; signedAt: Date };
export type MonthEndLine = { month: string; numbers: string; hash: string; by: string; signedAt: Date };

/** Keeps the numbers of a month as they were signed off; false where somebody had done so before. */
export async function insertMonthEnd(db: Db, signed: NewMonthEnd): Promise<boolean> {
  const { count } = await db.monthEnd.createMany({ data: [signed], skipDuplicates: true });
  return count === 1;
}

/** Every month that was signed off, the latest first. */
export async function listMonthEnds(db: Db): Promise<MonthEndLine[]> {
  const rows = await db.monthEnd.findMany({
    orderBy: { month: "desc" },
    select: { month: true, numbers: true, hash: true, signedAt: true, account: { select: { email: true } } },
  });
  return rows.map(({ account, ...row }) => ({ ...row, by: account.email }));
}
