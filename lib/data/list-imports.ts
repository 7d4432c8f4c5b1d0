import type { Db } from "@/lib/data/client";
import { dayColumn } from "@/lib/data/days";
import type { columnsOf } from "@/lib/data/entry-versions";
import type { Prisma } from "@/lib/data/generated/client";
import type { ProblemAt } from "@/lib/domain/accreditation/import";
import type { AuthorityCode, Field } from "@/lib/domain/accreditation/schema";
import type { Treatment } from "@/lib/domain/accreditation/version";

export type NewImport = {
  accountId: string;
  name: string;
  at: Date;
  rows: Record<string, string>[];
  problems: ProblemAt[];
};

/** Keeps a file of entries as it was read, with what is wrong with it. */
export async function insertImport(db: Db, { problems, ...kept }: NewImport): Promise<string> {
  const data = { ...kept, problems: problems as unknown as Prisma.InputJsonArray };
  return (await db.listImport.create({ data, select: { id: true } })).id;
}

export type ImportRow = NewImport & { id: string; by: string | null; committedAt: Date | null };

/** A file of entries, or null. */
export async function findImport(db: Db, id: string): Promise<ImportRow | null> {
  const row = await db.listImport.findUnique({
    where: { id },
    include: { account: { select: { displayName: true } } },
  });
  if (!row) return null;
  const { account, rows, problems, ...rest } = row;
  return {
    ...rest,
    by: account.displayName,
    rows: rows as Record<string, string>[],
    problems: problems as unknown as ProblemAt[],
  };
}

/** The last files of entries, the newest first. */
export async function listImports(db: Db, limit: number) {
  const rows = await db.listImport.findMany({
    orderBy: { id: "desc" },
    take: limit,
    select: { id: true, name: true, at: true, committedAt: true, account: { select: { displayName: true } } },
  });
  return rows.map(({ account, ...row }) => ({ ...row, by: account.displayName }));
}

/** Notes that the differences of a file became versions; false where they did before. */
export async function commitImport(db: Db, id: string, committedAt: Date): Promise<boolean> {
  const { count } = await db.listImport.updateMany({ where: { id, committedAt: null }, data: { committedAt } });
  return count === 1;
}

/** What every entry there is belongs to, and which authority decides each field. */
export async function readOffice(db: Db): Promise<{
  fieldOf: Map<string, Field>;
  authorityOf: Map<Field, AuthorityCode>;
}> {
  const [entries, fields] = await Promise.all([
    db.listEntry.findMany({ select: { code: true, fieldCode: true } }),
    db.field.findMany({ select: { code: true, authorityCode: true } }),
  ]);
  return {
    fieldOf: new Map(entries.map(({ code, fieldCode }) => [code, fieldCode as Field])),
    authorityOf: new Map(fields.map(({ code, authorityCode }) => [code as Field, authorityCode as AuthorityCode])),
  };
}

/** Keeps every other file from being taken over until the transaction ends: two may bring the same new entry. */
export async function lockImports(db: Db): Promise<void> {
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('list_import'))::text`;
}

/** Makes those entries that are new, at the end of the list. */
export async function insertEntries(db: Db, entries: readonly { code: string; field: Field }[]): Promise<void> {
  const last = await db.listEntry.aggregate({ _max: { position: true } });
  const position = (last._max.position ?? -1) + 1;
  await db.listEntry.createMany({
    data: entries.map(({ code, field }, at) => ({ code, fieldCode: field, position: position + at })),
    skipDuplicates: true,
  });
}

/** Keeps everybody else from these entries until the transaction ends: always in one order, so that two never wait for each other. */
export async function lockEntries(db: Db, codes: readonly string[]): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM "list_entry" WHERE "code" = ANY(${codes}) ORDER BY "code" FOR UPDATE`;
}

/** Those of these entries of which a version is worked on. */
export async function listEntriesInWork(db: Db, codes: readonly string[]): Promise<string[]> {
  const rows = await db.listEntryVersion.findMany({
    where: { entryCode: { in: [...codes] }, state: { in: ["draft", "submitted"] } },
    orderBy: { entryCode: "asc" },
    select: { entryCode: true },
  });
  return rows.map(({ entryCode }) => entryCode);
}

type Columns = ReturnType<typeof columnsOf>;

/** Hands in one version of each entry, and gives their ids. The entries are locked. */
export async function insertVersions(
  db: Db,
  importId: string,
  versions: readonly { code: string; columns: Columns }[],
): Promise<string[]> {
  const numbers = await db.listEntryVersion.groupBy({
    by: ["entryCode"],
    where: { entryCode: { in: versions.map(({ code }) => code) } },
    _max: { number: true },
  });
  const last = new Map(numbers.map(({ entryCode, _max }) => [entryCode, _max.number ?? 0]));
  const rows = await db.listEntryVersion.createManyAndReturn({
    data: versions.map(({ code, columns }) => ({
      ...columns,
      entryCode: code,
      number: (last.get(code) ?? 0) + 1,
      state: "submitted" as const,
      importId,
    })),
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export type Approval = { byId: string; publishOn: string; treatment: Treatment; publishedAt: Date | null };

/** Approves versions that wait; with a moment of publication they take the place of what stands on the list. */
export async function approveVersions(
  db: Db,
  versions: readonly { id: string; entryCode: string }[],
  { byId, publishOn, treatment, publishedAt }: Approval,
): Promise<void> {
  if (publishedAt) {
    await db.listEntryVersion.updateMany({
      where: { entryCode: { in: versions.map(({ entryCode }) => entryCode) }, state: "published" },
      data: { state: "superseded" },
    });
  }
  await db.listEntryVersion.updateMany({
    where: { id: { in: versions.map(({ id }) => id) }, state: "submitted" },
    data: {
      approvedById: byId,
      publishOn: dayColumn(publishOn),
      treatment,
      revision: { increment: 1 },
      ...(publishedAt && { state: "published", publishedAt }),
    },
  });
}
