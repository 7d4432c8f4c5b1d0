import * as z from "zod";
import {
  listColumns,
  listRowSchema,
  rowProblems,
  type AuthorityCode,
  type Field,
  type ListRow,
  type RowFault,
  type RowProblem,
} from "./schema";
import { treatments } from "./version";

/** How large a file of entries may be. */
export const importLimits = { bytes: 1024 * 1024, rows: 500 };

/** What may be wrong with a file as a whole; the messages are `validation.*`. */
export const fileFaults = [
  "list_file_missing",
  "list_file_large",
  "list_file_rows",
  "list_file_text",
  "list_file_broken",
] as const;
export type FileFault = (typeof fileFaults)[number];

/** A mistake, with the row of the spreadsheet that it stands in; the columns' names are row 1. */
export type ProblemAt = RowProblem & { row: number };

/** A file of entries as cells: the names of its columns, and the rows below them. */
export type Sheet = { columns: readonly string[]; rows: readonly Record<string, string>[] };

/** What of the office a row must agree with: the field of an entry never changes, and a field has one authority. */
export type Known = { fieldOf: ReadonlyMap<string, Field>; authorityOf: ReadonlyMap<Field, AuthorityCode> };

/** Reads a sheet as entries, or says everything that is wrong with it, each mistake with its row and column. */
export function readSheet({ columns, rows }: Sheet, known: Known): { entries: ListRow[]; problems: ProblemAt[] } {
  const names = problemsOfColumns(columns);
  if (names.length > 0) return { entries: [], problems: names };

  const problems: ProblemAt[] = [];
  const seen = new Set<string>();
  const entries = rows.flatMap((cells, index) => {
    const row = index + 2;
    const read = listRowSchema.safeParse(cells);
    const found = read.success ? disagreements(read.data, known, seen) : rowProblems(read.error);
    problems.push(...found.map((problem) => ({ row, ...problem })));
    if (read.success) seen.add(read.data.code);
    return read.success ? [read.data] : [];
  });
  return { entries, problems };
}

function problemsOfColumns(columns: readonly string[]): ProblemAt[] {
  const given = new Set(columns);
  const missing = listColumns.filter((column) => !given.has(column));
  const unknown = columns.filter((column) => !listColumns.some((known) => known === column));
  return [
    ...missing.map((column) => at(column, "missing")),
    ...unknown.map((column) => at(column, "unknown_column")),
  ].map((problem) => ({ row: 1, ...problem }));
}

function disagreements({ code, field, competent_authority }: ListRow, known: Known, seen: ReadonlySet<string>) {
  const itsField = known.fieldOf.get(code);
  return [
    ...(seen.has(code) ? [at("code", "twice")] : []),
    ...(itsField !== undefined && itsField !== field ? [at("field", "not_its_field")] : []),
    ...(known.authorityOf.get(field) === competent_authority ? [] : [at("competent_authority", "not_its_authority")]),
  ];
}

const at = (column: string, fault: RowFault): RowProblem => ({ column, message: `fields.row.${fault}` });

const id = z.uuid();

export const importSchema = z.strictObject({ import: id });
export type ImportInput = z.output<typeof importSchema>;

/** Publishes what a file brought and still waits, as it was seen on the page. */
export const publishImportSchema = z.strictObject({
  import: id,
  seen: z.string().regex(/^[0-9a-f]{64}$/),
  publish_on: z.iso.date("validation.date"),
  treatment: z.enum(treatments, "validation.choose_one"),
});
export type PublishImportInput = z.output<typeof publishImportSchema>;
