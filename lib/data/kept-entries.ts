import type { Db } from "@/lib/data/client";
import type { InThree } from "@/lib/data/filings";
import type { Field, Filer } from "@/lib/domain/accreditation/schema";

/** One entry as those see it who keep the list: what it says last, the version that is worked on, and who asks for it. */
export type KeptEntryRow = {
  code: string;
  field: Field;
  qualification: InThree;
  issuingBody: InThree;
  searchKey: string;
  /** The number of the version on the list; null where none is. */
  published: number | null;
  confirmed: boolean;
  filedBy: Filer;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  withdrawn: boolean;
  open: { number: number; state: "draft" | "submitted"; publishOn: string | null } | null;
  wishes: number;
};

/** Every entry there is, on the list or not yet, in the list's order. It is short enough to be held whole. */
export function listKeptEntries(db: Db): Promise<KeptEntryRow[]> {
  return db.$queryRaw`
    SELECT e."code", e."field_code" AS "field",
      jsonb_build_object('en', v."qualification_en", 'zh-Hant', v."qualification_zh_hant", 'zh-Hans', v."qualification_zh_hans") AS "qualification",
      jsonb_build_object('en', v."issuing_body_en", 'zh-Hant', v."issuing_body_zh_hant", 'zh-Hans', v."issuing_body_zh_hans") AS "issuingBody",
      v."search_key" AS "searchKey", CASE WHEN v."state" = 'published' THEN v."number" END AS "published",
      v."confirmed", v."filed_by"::text AS "filedBy", v."effective_from"::text AS "effectiveFrom",
      v."effective_to"::text AS "effectiveTo", v."state" = 'withdrawn' AS "withdrawn",
      CASE WHEN o."id" IS NOT NULL THEN jsonb_build_object('number', o."number", 'state', o."state",
        'publishOn', o."publish_on") END AS "open",
      (SELECT count(*)::int FROM "wish" w WHERE w."entry_code" = e."code") AS "wishes"
    FROM "list_entry" e
    LEFT JOIN "list_entry_version" o ON o."entry_code" = e."code" AND o."state" IN ('draft', 'submitted')
    JOIN "list_entry_version" v ON v."id" = COALESCE("entry_version_now"(e."code"), o."id",
      (SELECT w."id" FROM "list_entry_version" w WHERE w."entry_code" = e."code" ORDER BY w."number" DESC LIMIT 1))
    ORDER BY e."position", e."code"`;
}
