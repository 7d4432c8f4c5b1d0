import { parse } from "csv-parse/sync";
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

/** The cells of a file that a spreadsheet wrote, row by row, or null where it is no such file. What was written against formulas is taken off again. */
export function readCsvFile(text: string): string[][] | null {
  try {
    const rows = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true });
    return rows.map((cells) => cells.map((cell) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)));
  } catch {
    return null;
  }
}
