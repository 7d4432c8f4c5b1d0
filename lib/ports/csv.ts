import { stringify } from "csv-stringify/sync";

/** Rows as a file that spreadsheets open rightly: in UTF-8 that says so, and without a cell that would run as a formula. */
export function csvFile<Column extends string>(
  columns: readonly Column[],
  rows: readonly Record<Column, string | number | null>[],
): string {
  return stringify([...rows], {
    header: true,
    columns: [...columns],
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
}
