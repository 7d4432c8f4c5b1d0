import { database } from "@/lib/data/client";
import { listExports, type ExportLine } from "@/lib/data/exports";
import type { Actor } from "@/lib/domain/actor";
import { may } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { readRowsAddress, type MetricQuery } from "@/lib/domain/statistics/metrics";

const shown = 200;

/** Who took which rows out of the product of late, and what for: newest first. */
export async function viewExports(actor: Actor): Promise<Result<(Omit<ExportLine, "rows"> & { rows: MetricQuery })[]>> {
  if (!may(actor, "export_rows")) return refuse({ code: "not_found" });
  const lines = await listExports(database, shown);
  return ok(
    lines.flatMap(({ rows, ...line }) => {
      const query = readRowsAddress(rows);
      return query ? [{ ...line, rows: query }] : [];
    }),
  );
}
