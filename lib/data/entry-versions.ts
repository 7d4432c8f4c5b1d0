import { createHash } from "node:crypto";
import type { Db } from "@/lib/data/client";
import { dayColumn, dayColumnOrNull, plainDayOrNull } from "@/lib/data/days";
import { entrySearchKey } from "@/lib/data/search-folding";
import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import type { EntryContent, Field, Jurisdiction } from "@/lib/domain/accreditation/schema";
import type { Treatment, VersionState, VersionStepKind } from "@/lib/domain/accreditation/version";
import type { Prisma } from "./generated/client";

/** What an entry is whatever its versions say. */
export type EntryKey = { code: string; field: Field };

/** What the columns of a version take for its words. Folding three languages takes its time: never inside a transaction. */
export function columnsOf({ code, field }: EntryKey, row: EntryContent) {
  return {
    route: row.route,
    jurisdiction: row.jurisdiction,
    qualificationEn: row.qualification_en,
    qualificationZhHant: row.qualification_zh_hant,
    qualificationZhHans: row.qualification_zh_hans,
    issuingBodyEn: row.issuing_body_en,
    issuingBodyZhHant: row.issuing_body_zh_hant,
    issuingBodyZhHans: row.issuing_body_zh_hans,
    mainlandCounterpartEn: row.mainland_counterpart_en,
    mainlandCounterpartZhHans: row.mainland_counterpart_zh_hans,
    scopeEn: row.scope_of_practice_en,
    scopeZhHant: row.scope_of_practice_zh_hant,
    scopeZhHans: row.scope_of_practice_zh_hans,
    evidence: row.evidence_required,
    experienceYears: row.experience_years,
    cleanRecordYears: row.clean_record_years,
    filedBy: row.filed_by,
    effectiveFrom: dayColumnOrNull(row.effective_from),
    effectiveTo: dayColumnOrNull(row.effective_to),
    confirmed: row.confirmed,
    provenance: row.provenance,
    sourceUrl: row.source_url,
    searchKey: entrySearchKey({ ...row, code, field }),
    contentHash: createHash("sha256")
      .update(JSON.stringify({ code, field, ...row }))
      .digest("hex"),
  };
}

type Step = { kind: VersionStepKind; accountId: string | null; by: string | null; at: Date; words: string | null };

/** One version with its words, and everything that was done to it, the first step first. */
export type EntryVersion = {
  id: string;
  number: number;
  state: VersionState;
  revision: number;
  content: EntryContent;
  publishedAt: Date | null;
  publishOn: string | null;
  treatment: Treatment | null;
  steps: Step[];
};

/** Every version of an entry, the newest first. */
export async function listVersions(db: Db, entryCode: string): Promise<EntryVersion[]> {
  const rows = await db.listEntryVersion.findMany({
    where: { entryCode },
    orderBy: { number: "desc" },
    include: withSteps,
  });
  return rows.map(versionOf);
}

/** The version of an entry that somebody works on, or null. */
export async function findOpenVersion(db: Db, entryCode: string): Promise<EntryVersion | null> {
  const row = await db.listEntryVersion.findFirst({
    where: { entryCode, state: { in: ["draft", "submitted"] } },
    include: withSteps,
  });
  return row && versionOf(row);
}

/** What stands on the list for an entry, or null. */
export async function findPublishedVersion(db: Db, entryCode: string): Promise<EntryVersion | null> {
  const row = await db.listEntryVersion.findFirst({ where: { entryCode, state: "published" }, include: withSteps });
  return row && versionOf(row);
}

/** What stands on the list for every entry, by its code. */
export async function listPublishedContents(db: Db): Promise<Map<string, EntryContent>> {
  const rows = await db.listEntryVersion.findMany({ where: { state: "published" }, orderBy: { entryCode: "asc" } });
  return new Map(rows.map((row) => [row.entryCode, contentOf(row)]));
}

/** Writes down who did one and the same to several versions. */
export async function appendVersionSteps(db: Db, ids: readonly string[], step: Omit<NewStep, "versionId">) {
  await db.entryVersionStep.createMany({ data: ids.map((versionId) => ({ ...step, versionId })) });
}

/** Keeps everybody else from an entry until the transaction ends; null where there is no such entry. */
export async function lockEntry(db: Db, code: string): Promise<EntryKey | null> {
  const [entry] = await db.$queryRaw<EntryKey[]>`
    SELECT "code", "field_code" AS "field" FROM "list_entry" WHERE "code" = ${code} FOR UPDATE`;
  return entry ?? null;
}

/** What an entry is, without keeping anybody from it. */
export async function findEntryKey(db: Db, code: string): Promise<EntryKey | null> {
  const entry = await db.listEntry.findUnique({ where: { code }, select: { code: true, fieldCode: true } });
  return entry && { code: entry.code, field: entry.fieldCode as Field };
}

/** Begins a version with the next number of its entry, which is locked. */
export async function insertVersion(
  db: Db,
  entryCode: string,
  state: "draft" | "submitted",
  columns: ReturnType<typeof columnsOf>,
): Promise<string> {
  const last = await db.listEntryVersion.aggregate({ where: { entryCode }, _max: { number: true } });
  const { id } = await db.listEntryVersion.create({
    data: { ...columns, entryCode, state, number: (last._max.number ?? 0) + 1 },
    select: { id: true },
  });
  return id;
}

export type VersionMove = {
  state: VersionState;
  columns?: ReturnType<typeof columnsOf>;
  publishedAt?: Date;
  /** Who approved it, for which day; null takes the approval back. */
  approval?: { byId: string; publishOn: string; treatment: Treatment } | null;
};

/** Takes a version on as it was seen; false where it has changed since. */
export async function moveVersion(
  db: Db,
  { id, revision }: { id: string; revision: number },
  { state, columns, publishedAt, approval }: VersionMove,
): Promise<boolean> {
  const { count } = await db.listEntryVersion.updateMany({
    where: { id, revision, state: { in: ["draft", "submitted"] } },
    data: {
      ...columns,
      state,
      revision: { increment: 1 },
      ...(publishedAt && { publishedAt }),
      ...(approval !== undefined && {
        approvedById: approval?.byId ?? null,
        publishOn: dayColumnOrNull(approval?.publishOn ?? null),
        treatment: approval?.treatment ?? null,
      }),
    },
  });
  return count === 1;
}

/** Makes room on the list for the version that comes next. */
export async function supersede(db: Db, entryCode: string): Promise<void> {
  await db.listEntryVersion.updateMany({ where: { entryCode, state: "published" }, data: { state: "superseded" } });
}

export type NewStep = { versionId: string; kind: VersionStepKind; accountId: string | null; at: Date; words?: string };

/** Writes down who did what to a version. */
export async function appendVersionStep(db: Db, { words, ...step }: NewStep): Promise<void> {
  await db.entryVersionStep.create({ data: { ...step, words: words ?? null }, select: { id: true } });
}

/** The entries whose approved version is due on a day. */
export async function listDueEntries(db: Db, today: string): Promise<string[]> {
  const rows = await db.listEntryVersion.findMany({
    where: { state: "submitted", approvedById: { not: null }, publishOn: { lte: dayColumn(today) } },
    orderBy: { publishOn: "asc" },
    select: { entryCode: true },
  });
  return rows.map(({ entryCode }) => entryCode);
}

/** What came of a file of entries, in the order of its codes. */
export function listVersionsOfImport(db: Db, importId: string) {
  return db.listEntryVersion.findMany({
    where: { importId },
    orderBy: { entryCode: "asc" },
    select: {
      id: true,
      entryCode: true,
      state: true,
      revision: true,
      publishOn: true,
      steps: { select: { kind: true, accountId: true } },
    },
  });
}

/** What was published with a word to whom it touches, and nobody was told of yet. */
export function listVersionsToTell(db: Db): Promise<{ id: string; entryCode: string; number: number }[]> {
  return db.listEntryVersion.findMany({
    where: { state: "published", treatment: "notify", steps: { none: { kind: "told" } } },
    orderBy: { id: "asc" },
    select: { id: true, entryCode: true, number: true },
  });
}

const withSteps = {
  steps: {
    orderBy: { id: "asc" },
    select: { kind: true, accountId: true, at: true, words: true, account: { select: { displayName: true } } },
  },
} as const satisfies Prisma.ListEntryVersionInclude;

function versionOf(row: Prisma.ListEntryVersionGetPayload<{ include: typeof withSteps }>): EntryVersion {
  const { id, number, state, revision, publishedAt, publishOn, treatment, steps } = row;
  return {
    id,
    number,
    state,
    revision,
    publishedAt,
    publishOn: plainDayOrNull(publishOn),
    treatment,
    content: contentOf(row),
    steps: steps.map(({ account, ...step }) => ({ ...step, by: account?.displayName ?? null })),
  };
}

type Words = Prisma.ListEntryVersionGetPayload<object>;

function contentOf(row: Words): EntryContent {
  return {
    route: row.route,
    jurisdiction: row.jurisdiction as Jurisdiction,
    qualification_en: row.qualificationEn,
    qualification_zh_hant: row.qualificationZhHant,
    qualification_zh_hans: row.qualificationZhHans,
    issuing_body_en: row.issuingBodyEn,
    issuing_body_zh_hant: row.issuingBodyZhHant,
    issuing_body_zh_hans: row.issuingBodyZhHans,
    mainland_counterpart_en: row.mainlandCounterpartEn,
    mainland_counterpart_zh_hans: row.mainlandCounterpartZhHans,
    scope_of_practice_en: row.scopeEn,
    scope_of_practice_zh_hant: row.scopeZhHant,
    scope_of_practice_zh_hans: row.scopeZhHans,
    evidence_required: row.evidence as EvidenceKey[],
    experience_years: row.experienceYears,
    clean_record_years: row.cleanRecordYears,
    filed_by: row.filedBy,
    effective_from: plainDayOrNull(row.effectiveFrom),
    effective_to: plainDayOrNull(row.effectiveTo),
    confirmed: row.confirmed,
    provenance: row.provenance,
    source_url: row.sourceUrl,
  };
}
