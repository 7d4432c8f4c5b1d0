import { appendAudit, appendAudits } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { appendVersionSteps, columnsOf, listPublishedContents } from "@/lib/data/entry-versions";
import {
  commitImport,
  findImport,
  insertEntries,
  insertImport,
  insertVersions,
  listEntriesInWork,
  lockEntries,
  lockImports,
  readOffice,
} from "@/lib/data/list-imports";
import {
  importLimits,
  readSheet,
  type FileFault,
  type ImportInput,
  type Sheet,
} from "@/lib/domain/accreditation/import";
import { listColumns, type EntryContent, type ListRow } from "@/lib/domain/accreditation/schema";
import { changedColumns } from "@/lib/domain/accreditation/version";
import type { Staff } from "@/lib/domain/actor";
import { may } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { readCsvFile } from "@/lib/ports/csv";

/** Tries a file of entries: what is wrong with it is kept beside it, and nothing of the list changes. */
export async function tryImport(
  actor: Staff,
  { name, content }: { name: string; content: Uint8Array },
  now: Date,
): Promise<Result<{ id: string }>> {
  if (!may(actor, "keep_list")) return refuse({ code: "not_found" });
  const sheet = sheetOf(content);
  if (typeof sheet === "string") return refuse({ code: "invalid_input", fields: { file: `validation.${sheet}` } });

  const { problems } = readSheet(sheet, await readOffice(database));
  return transaction(async (db) => {
    const kept = { accountId: actor.accountId, name: name.slice(0, 120), at: now, rows: [...sheet.rows], problems };
    const id = await insertImport(db, kept);
    await appendAudit(db, { actor, action: "try_list_import", object: `list_import:${id}` });
    return ok({ id });
  });
}

/** What a file brings: the entries in which it differs from the list, each with what it says. */
export type Brought = { row: ListRow; before: EntryContent | null };

/** The entries that say something else than the list does now. */
export function broughtBy(entries: readonly ListRow[], listed: ReadonlyMap<string, EntryContent>): Brought[] {
  return entries
    .map((row) => ({ row, before: listed.get(row.code) ?? null }))
    .filter(({ row, before }) => changedColumns(before, row).length > 0);
}

/** Makes every difference of a file a version that waits for somebody else to publish it: all of them, or none. */
export async function takeOverImport(
  actor: Staff,
  { import: id }: ImportInput,
  now: Date,
): Promise<Result<{ import: string }>> {
  if (!may(actor, "keep_list")) return refuse({ code: "not_found" });
  const file = await findImport(database, id);
  if (!file) return refuse({ code: "not_found" });
  if (file.committedAt) return refuse({ code: "wrong_status" });
  if (file.problems.length > 0) return refuse({ code: "unmet", condition: "file_in_order" });

  return transaction(async (db) => {
    await lockImports(db);
    // What the list says, and what another file brought, may have changed since this one was tried.
    const { entries, problems } = readSheet(sheetAgain(file.rows), await readOffice(db));
    if (problems.length > 0) return refuse({ code: "stale" });
    const brought = broughtBy(entries, await listPublishedContents(db));
    if (brought.length === 0) return refuse({ code: "unmet", condition: "entry_unchanged" });
    const codes = brought.map(({ row }) => row.code);
    await lockEntries(db, codes);
    if ((await listEntriesInWork(db, codes)).length > 0) return refuse({ code: "unmet", condition: "entries_free" });
    if (!(await commitImport(db, id, now))) return refuse({ code: "wrong_status" });

    await insertEntries(
      db,
      brought.map(({ row }) => row),
    );
    const versions = await insertVersions(
      db,
      id,
      brought.map(({ row: { code, field, competent_authority: _, ...content } }) => ({
        code,
        columns: columnsOf({ code, field }, content),
      })),
    );
    await appendVersionSteps(db, versions, { kind: "submitted", accountId: actor.accountId, at: now });
    await appendAudits(
      db,
      versions.map((version) => ({ actor, action: "submitted_entry_version", object: `entry_version:${version}` })),
    );
    return ok({ import: id });
  });
}

const asText = new TextDecoder("utf-8", { fatal: true });

/** The cells of a file, or what is wrong with it as a whole. */
function sheetOf(content: Uint8Array): Sheet | FileFault {
  if (content.length === 0) return "list_file_missing";
  if (content.length > importLimits.bytes) return "list_file_large";
  const text = readText(content);
  if (text === null) return "list_file_text";
  const [columns, ...lines] = readCsvFile(text) ?? [];
  if (!columns || lines.length === 0) return "list_file_broken";
  if (lines.length > importLimits.rows) return "list_file_rows";
  return { columns, rows: lines.map((cells) => asRecord(columns, cells)) };
}

function readText(content: Uint8Array): string | null {
  try {
    return asText.decode(content);
  } catch {
    return null;
  }
}

// A row that is shorter than the names above it leaves columns out; a longer one has columns without a name.
const asRecord = (columns: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(cells.map((cell, at) => [columns[at] ?? `#${at + 1}`, cell]));

const sheetAgain = (rows: readonly Record<string, string>[]): Sheet => ({ columns: listColumns, rows });
