import { transaction } from "@/lib/data/client";
import { appendAudit } from "@/lib/data/audit";
import { insertExport } from "@/lib/data/exports";
import type { Staff } from "@/lib/domain/actor";
import { may } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { mostExported, type ExportPurpose } from "@/lib/domain/statistics/export";
import { rowsAddress, type MetricQuery } from "@/lib/domain/statistics/metrics";
import { csvFile } from "@/lib/ports/csv";
import { wallTime } from "@/lib/ports/clock";
import { listMetricRows, type FilingRow, type MetricRows, type PersonRow } from "@/lib/services/list-metric-rows";

const filingColumns = [
  "reference",
  "field",
  "state",
  "held",
  "begun",
  "received",
  "due",
  "decided",
  "counts_for",
] as const;
const peopleColumns = [
  "registration",
  "reference",
  "field",
  "state",
  "valid_from",
  "valid_until",
  "counts_for",
] as const;

/**
 * The rows that a number counts as a file, in the order of the screen, and the export written down with its purpose. The
 * last column adds up to the number. An observation has no rows; more than `mostExported` are refused as `too_many`.
 */
export async function exportMetricRows(
  actor: Staff,
  query: MetricQuery,
  purpose: ExportPurpose,
  now: Date,
): Promise<Result<{ name: string; text: string }>> {
  if (!may(actor, "export_rows")) return refuse({ code: "not_found" });

  const found = await listMetricRows(actor, query, { after: null, before: null }, now, mostExported);
  if (!found.ok) return found;
  if (found.value.of === "observation") return refuse({ code: "not_found" });
  if (found.value.next) return refuse({ code: "unmet", condition: "too_many_rows" });
  const lines = linesOf(found.value);

  const rows = rowsAddress(query);
  await transaction(async (db) => {
    await insertExport(db, { accountId: actor.accountId, rows, purpose, count: lines.rows.length, at: wallTime() });
    const fields = [...Object.keys(query).filter((key) => key !== "metric"), purpose];
    await appendAudit(db, { actor, action: "export_rows", object: `metric:${query.metric}`, fields });
  });
  return ok({ name: `${query.metric}-${found.value.today}.csv`, text: csvFile<string>(lines.columns, lines.rows) });
}

function linesOf(found: Exclude<MetricRows, { of: "observation" }>) {
  if (found.of === "filings") return { columns: filingColumns, rows: found.rows.map(filingLine) };
  const people = found.rows.map(personLine);
  return { columns: peopleColumns, rows: found.baseline ? [baselineLine(found.baseline), ...people] : people };
}

const filingLine = (row: FilingRow) => ({
  reference: row.reference,
  field: row.field,
  state: row.state,
  held: row.held ? "yes" : "no",
  begun: row.createdOn,
  received: row.receivedOn,
  due: row.dueOn,
  decided: row.decidedOn,
  counts_for: 1,
});

const personLine = (row: PersonRow) => ({
  registration: row.number,
  reference: row.reference,
  field: row.field,
  state: row.state,
  valid_from: row.validFrom,
  valid_until: row.validUntil,
  counts_for: 1,
});

const baselineLine = ({ value, on }: { value: number; on: string }) => ({
  registration: "official count",
  reference: null,
  field: null,
  state: null,
  valid_from: on,
  valid_until: null,
  counts_for: value,
});
