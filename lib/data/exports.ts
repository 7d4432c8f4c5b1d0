import type { Db } from "@/lib/data/client";
import type { ExportPurpose } from "@/lib/domain/statistics/export";

export type NewExport = { accountId: string; rows: string; purpose: ExportPurpose; count: number; at: Date };

/** Writes down that rows were taken out of the product. */
export async function insertExport(db: Db, taken: NewExport): Promise<void> {
  await db.export.create({ data: taken, select: { id: true } });
}

export type ExportLine = { id: string; by: string; rows: string; purpose: ExportPurpose; count: number; at: Date };

/** Who took which rows of late, newest first. */
export async function listExports(db: Db, limit: number): Promise<ExportLine[]> {
  const rows = await db.export.findMany({
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit,
    select: { id: true, rows: true, purpose: true, count: true, at: true, account: { select: { email: true } } },
  });
  return rows.map(({ account, purpose, ...row }) => ({ ...row, purpose: purpose as ExportPurpose, by: account.email }));
}
