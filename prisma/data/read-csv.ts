import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** The rows of one of the field's tables that stand beside this file, each by its column names. */
export function readCsv(name: string): Record<string, string>[] {
  return parse(readFileSync(new URL(name, import.meta.url), "utf8"), { columns: true, bom: true });
}
