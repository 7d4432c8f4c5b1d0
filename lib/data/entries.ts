import type { Db } from "@/lib/data/client";
import type { Prisma } from "./generated/client";
import { plainDayOrNull } from "@/lib/data/days";
import type { Field, Jurisdiction, Provenance, Route } from "@/lib/domain/accreditation/schema";
import { officeDay } from "@/lib/domain/calendar/working-days";

type InThree = { en: string; "zh-Hant": string; "zh-Hans": string };

export type EntryRow = {
  code: string;
  field: Field;
  jurisdiction: Jurisdiction;
  qualification: InThree;
  issuingBody: InThree;
  confirmed: boolean;
  filedBy: "professional" | "institution";
  effectiveFrom: string | null;
  effectiveTo: string | null;
  /** It stands on the list no more, and this is what it said last. */
  withdrawn: boolean;
  searchKey: string;
};

export type EntryDetail = Omit<EntryRow, "searchKey"> & {
  route: Route;
  mainlandCounterpart: { en: string; "zh-Hans": string };
  scope: InThree;
  evidence: string[];
  experienceYears: number | null;
  cleanRecordYears: number | null;
  provenance: Provenance;
  sourceUrl: string | null;
  version: number;
  publishedOn: string | null;
  authority: {
    name: InThree;
    acceptanceDays: number;
    decisionDays: number;
    answerDays: number;
    noticeDays: number;
    validityYears: number;
  };
};

/** What the whole list says today, in its order, with what was taken off it. It is short enough to be held whole. */
export async function listShownEntries(db: Db): Promise<EntryRow[]> {
  return db.$queryRaw`
    SELECT v."entry_code" AS "code", e."field_code" AS "field", v."jurisdiction",
      jsonb_build_object('en', v."qualification_en", 'zh-Hant', v."qualification_zh_hant", 'zh-Hans', v."qualification_zh_hans") AS "qualification",
      jsonb_build_object('en', v."issuing_body_en", 'zh-Hant', v."issuing_body_zh_hant", 'zh-Hans', v."issuing_body_zh_hans") AS "issuingBody",
      v."confirmed", v."filed_by"::text AS "filedBy", v."effective_from"::text AS "effectiveFrom", v."effective_to"::text AS "effectiveTo",
      v."state" = 'withdrawn' AS "withdrawn", v."search_key" AS "searchKey"
    FROM "list_entry" e JOIN "list_entry_version" v ON v."entry_code" = e."code" AND (v."state" = 'published'
      OR v."state" = 'withdrawn' AND v."id" = "entry_version_now"(e."code"))
    ORDER BY e."position"`;
}

/** What one entry says today, with the body that decides it, or null. */
export async function findPublishedEntry(db: Db, code: string): Promise<EntryDetail | null> {
  const entry = await findShownEntry(db, code);
  return entry?.withdrawn ? null : entry;
}

/** What one entry says today, or said last before it was taken off the list, or null. */
export async function findShownEntry(db: Db, code: string): Promise<EntryDetail | null> {
  const version = await db.listEntryVersion.findFirst({
    where: { entryCode: code, state: { in: ["published", "withdrawn"] }, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    include: withAuthority,
  });
  return version && detailOf(version);
}

/** What one version says, published or not, or null. */
export async function findEntryVersion(db: Db, entryCode: string, number: number): Promise<EntryDetail | null> {
  const version = await db.listEntryVersion.findUnique({
    where: { entryCode_number: { entryCode, number } },
    include: withAuthority,
  });
  return version && detailOf(version);
}

const withAuthority = { entry: { include: { field: { include: { authority: true } } } } } as const;

type VersionWithAuthority = Prisma.ListEntryVersionGetPayload<{ include: typeof withAuthority }>;

function detailOf(version: VersionWithAuthority): EntryDetail {
  const { authority } = version.entry.field;
  return {
    code: version.entryCode,
    field: version.entry.fieldCode as Field,
    jurisdiction: version.jurisdiction as Jurisdiction,
    qualification: {
      en: version.qualificationEn,
      "zh-Hant": version.qualificationZhHant,
      "zh-Hans": version.qualificationZhHans,
    },
    issuingBody: {
      en: version.issuingBodyEn,
      "zh-Hant": version.issuingBodyZhHant,
      "zh-Hans": version.issuingBodyZhHans,
    },
    confirmed: version.confirmed,
    filedBy: version.filedBy,
    effectiveFrom: plainDayOrNull(version.effectiveFrom),
    effectiveTo: plainDayOrNull(version.effectiveTo),
    withdrawn: version.state === "withdrawn",
    route: version.route,
    mainlandCounterpart: { en: version.mainlandCounterpartEn, "zh-Hans": version.mainlandCounterpartZhHans },
    scope: { en: version.scopeEn, "zh-Hant": version.scopeZhHant, "zh-Hans": version.scopeZhHans },
    evidence: version.evidence,
    experienceYears: version.experienceYears,
    cleanRecordYears: version.cleanRecordYears,
    provenance: version.provenance,
    sourceUrl: version.sourceUrl,
    version: version.number,
    publishedOn: version.publishedAt && officeDay(version.publishedAt),
    authority: {
      name: { en: authority.nameEn, "zh-Hant": authority.nameZhHant, "zh-Hans": authority.nameZhHans },
      acceptanceDays: authority.acceptanceDays,
      decisionDays: authority.decisionDays,
      answerDays: authority.answerDays,
      noticeDays: authority.noticeDays,
      validityYears: authority.validityYears,
    },
  };
}

/** How many entries each field has on the list today, in the order of the fields. */
export async function countEntriesByField(db: Db): Promise<{ field: Field; entries: number }[]> {
  return db.$queryRaw`
    SELECT f."code" AS "field", count(*)::int AS "entries"
    FROM "field" f
    JOIN "list_entry" e ON e."field_code" = f."code"
    JOIN "list_entry_version" v ON v."entry_code" = e."code" AND v."state" = 'published'
    GROUP BY f."code" ORDER BY f."position"`;
}
