import type { Db } from "@/lib/data/client";
import { dayColumn, dayColumnOrNull } from "@/lib/data/days";
import type { DocumentHalf } from "@/lib/domain/document/file";
import type { Answers } from "@/lib/domain/filing/questions";
import { lastDays } from "@/lib/domain/filing/self-test";

/** A paper of an approved filing whose check was met: by whom and when, and the answers with which it was verified. */
export type VerifiedPaper = {
  id: string;
  filingId: string;
  reference: string;
  evidenceKey: string;
  half: DocumentHalf;
  displayName: string;
  foundById: string;
  foundAt: Date;
  /** Whose reviewer that was. */
  authority: { en: string; "zh-Hant": string; "zh-Hans": string };
  answers: Answers;
};

/** Every paper of somebody's approved filings whose registration was not revoked, that a reviewer verified and that can still be read, the latest first. */
export function listVerifiedPapers(db: Db, personId: string): Promise<VerifiedPaper[]> {
  return db.$queryRaw<VerifiedPaper[]>`
    SELECT d."id", d."filing_id" AS "filingId", f."reference", d."evidence_key" AS "evidenceKey", d."half"::text AS "half",
      d."display_name" AS "displayName", c."account_id" AS "foundById", c."found_at" AS "foundAt",
      jsonb_build_object('en', u."name_en", 'zh-Hant', u."name_zh_hant", 'zh-Hans', u."name_zh_hans") AS "authority",
      COALESCE((SELECT jsonb_object_agg(a."question", a."value") FROM "answer" a WHERE a."filing_id" = f."id"
        AND a."question" = ANY(${[...lastDays]}::text[])), '{}') AS "answers"
    FROM "filing" f
    JOIN "field" e ON e."code" = f."field_code"
    JOIN "authority" u ON u."code" = e."authority_code"
    JOIN "document" d ON d."filing_id" = f."id"
    JOIN "finding" c ON c."filing_id" = f."id" AND c."check" = 'paper:' || d."evidence_key"
    WHERE f."person_id" = ${personId}::uuid AND f."state" = 'approved' AND NOT c."superseded" AND c."result" = 'met'
      AND d."state" = 'stored' AND d."verdict" IN ('clean', 'not_scanned') AND d."destroyed_at" IS NULL
      AND d."removed_at" IS NULL AND d."replaced_by_id" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "registration" r WHERE r."filing_id" = f."id" AND r."state" = 'revoked')
    ORDER BY c."found_at" DESC, d."half", d."place"`;
}

export type Copy = {
  id: string;
  filingId: string;
  personId: string;
  uploadedAt: Date;
  storageKey: string;
  wrappedKey: Uint8Array<ArrayBuffer>;
  copiedFromId: string;
  verifiedById: string;
  verifiedOn: string;
  verifiedUntil: string | null;
};

/** Puts a copy of a verified paper into another filing: what was checked of the first holds of it too. */
export async function insertCopy(db: Db, { verifiedOn, verifiedUntil, ...copy }: Copy): Promise<void> {
  const original = await db.document.findUniqueOrThrow({
    where: { id: copy.copiedFromId },
    select: {
      evidenceKey: true,
      half: true,
      place: true,
      displayName: true,
      mediaType: true,
      size: true,
      sha256: true,
      storedSha256: true,
      pages: true,
      verdict: true,
      signs: true,
      language: true,
    },
  });
  await db.document.create({
    data: {
      ...original,
      ...copy,
      state: "stored",
      verifiedOn: dayColumn(verifiedOn),
      verifiedUntil: dayColumnOrNull(verifiedUntil),
    },
    select: { id: true },
  });
}
