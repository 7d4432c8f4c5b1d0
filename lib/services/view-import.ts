import { createHash } from "node:crypto";
import { database } from "@/lib/data/client";
import { listPublishedContents, listVersionsOfImport } from "@/lib/data/entry-versions";
import { countImpact } from "@/lib/data/entry-impact";
import { findImport, listEntriesInWork, listImports, readOffice, type ImportRow } from "@/lib/data/list-imports";
import { readSheet, type ProblemAt } from "@/lib/domain/accreditation/import";
import { listColumns } from "@/lib/domain/accreditation/schema";
import { changedColumns, changedPapers } from "@/lib/domain/accreditation/version";
import { decideOnVersion, writersOf } from "@/lib/domain/accreditation/version-workflow";
import type { Staff } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { may } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { broughtBy } from "@/lib/services/import-list";
import type { VersionChange } from "@/lib/services/view-kept-entry";

export type BroughtEntry = {
  code: string;
  isNew: boolean;
  changes: VersionChange[];
  papers: ReturnType<typeof changedPapers>;
};

export type ImportView = {
  id: string;
  name: string;
  at: Date;
  by: string | null;
  rows: number;
  problems: ProblemAt[];
  committedAt: Date | null;
  /** What it would change, until it is taken over. */
  brought: BroughtEntry[];
  /** Entries of it of which a version is worked on already. */
  inWork: string[];
  /** What came of it and still waits to be published, by one who wrote none of it. */
  waiting: {
    codes: string[];
    seen: string;
    mayPublish: boolean;
    impact: Awaited<ReturnType<typeof countImpact>>;
  } | null;
};

/** The last files of entries that were tried. */
export async function viewImports(actor: Staff): Promise<Result<Awaited<ReturnType<typeof listImports>>>> {
  return may(actor, "keep_list") ? ok(await listImports(database, 10)) : refuse({ code: "not_found" });
}

/** One file of entries: its mistakes, what it would change, and once it is taken over what still waits. */
export async function viewImport(actor: Staff, id: string, now: Date): Promise<Result<ImportView>> {
  const file = may(actor, "keep_list") ? await findImport(database, id) : null;
  if (!file) return refuse({ code: "not_found" });
  const { name, at, by, problems, committedAt } = file;
  const brought = committedAt || problems.length > 0 ? [] : await broughtEntries(file);
  return ok({
    id,
    name,
    at,
    by,
    problems,
    committedAt,
    rows: file.rows.length,
    brought,
    inWork: committedAt
      ? []
      : await listEntriesInWork(
          database,
          brought.map(({ code }) => code),
        ),
    waiting: committedAt && (await waitingOf(actor, file, now)),
  });
}

async function broughtEntries({ rows }: ImportRow): Promise<BroughtEntry[]> {
  const [office, listed] = await Promise.all([readOffice(database), listPublishedContents(database)]);
  const { entries } = readSheet({ columns: listColumns, rows }, office);
  return broughtBy(entries, listed).map(({ row, before }) => ({
    code: row.code,
    isNew: before === null,
    changes: changedColumns(before, row).map((column) => ({
      column,
      before: before && before[column],
      after: row[column],
    })),
    papers: changedPapers(before, row),
  }));
}

async function waitingOf(actor: Staff, file: ImportRow, now: Date): Promise<ImportView["waiting"]> {
  const versions = waitingVersions(await listVersionsOfImport(database, file.id));
  if (versions.length === 0) return null;
  const codes = versions.map(({ entryCode }) => entryCode);
  return {
    codes,
    seen: seenHash(versions),
    mayPublish: versions.every((version) => mayPublish(actor, version)),
    impact: await countImpact(database, codes, officeDay(now)),
  };
}

type Waiting = Awaited<ReturnType<typeof listVersionsOfImport>>[number];

/** Those versions of a file that nobody published, returned or approved yet. */
export function waitingVersions(versions: readonly Waiting[]): Waiting[] {
  return versions.filter(({ state, publishOn }) => state === "submitted" && publishOn === null);
}

/** What names the very words of these versions: whoever publishes them publishes what they saw. */
export function seenHash(versions: readonly Pick<Waiting, "id" | "revision">[]): string {
  const words = versions.map(({ id, revision }) => `${id}:${revision}`).sort();
  return createHash("sha256").update(words.join(" ")).digest("hex");
}

/** Whether this actor may publish this version now. */
export function mayPublish(actor: Staff, { state, steps, publishOn }: Waiting): boolean {
  return decideOnVersion({ state, writers: writersOf(steps), isApproved: publishOn !== null }, "publish", actor).ok;
}
