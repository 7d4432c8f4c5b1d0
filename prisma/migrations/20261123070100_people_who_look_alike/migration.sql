-- CreateEnum
CREATE TYPE "same_or_not" AS ENUM ('same_person', 'different_person');

-- CreateTable
CREATE TABLE "look_alike_ruling" (
    "filing_id" UUID NOT NULL,
    "other_person_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "ruling" "same_or_not" NOT NULL,
    "grounds" TEXT[],
    "reason" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "ruled_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "look_alike_ruling_pkey" PRIMARY KEY ("filing_id","other_person_id","revision")
);

-- AddForeignKey
ALTER TABLE "look_alike_ruling" ADD CONSTRAINT "look_alike_ruling_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "look_alike_ruling" ADD CONSTRAINT "look_alike_ruling_other_person_id_fkey" FOREIGN KEY ("other_person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who ruled is who took part; nothing that was ruled is ever changed, but for being superseded once.
ALTER TABLE "look_alike_ruling" ADD CONSTRAINT "look_alike_ruling_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "look_alike_ruling" ADD CONSTRAINT "look_alike_ruling_grounds" CHECK (
  cardinality("grounds") > 0 AND "grounds" <@ ARRAY['identity_number', 'name', 'licence_number']);
CREATE UNIQUE INDEX "look_alike_ruling_one_newest" ON "look_alike_ruling" ("filing_id", "other_person_id") WHERE NOT "superseded";

CREATE FUNCTION "look_alike_ruling_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."superseded" OR to_jsonb(NEW) - 'superseded' <> to_jsonb(OLD) - 'superseded' THEN
    RAISE EXCEPTION 'a ruling stays as it was written' USING ERRCODE = 'check_violation', CONSTRAINT = 'look_alike_ruling_keep';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "look_alike_ruling_keep" BEFORE UPDATE OR DELETE ON "look_alike_ruling"
  FOR EACH ROW EXECUTE FUNCTION "look_alike_ruling_keep"();

-- Latin names in one form: no accents, case, spaces or hyphens, and whichever of the two parts was typed first.
CREATE FUNCTION "latin_name_key"(surname text, given_names text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT least(a, b) || ' ' || greatest(a, b) FROM (SELECT
    lower(regexp_replace(normalize(surname, NFKD), '[^A-Za-z]', '', 'g')) AS a,
    lower(regexp_replace(normalize(given_names, NFKD), '[^A-Za-z]', '', 'g')) AS b) parts
  WHERE a <> '' AND b <> ''
$$;
CREATE INDEX "person_latin_name" ON "person" ("latin_name_key"("surname", "given_names"));
-- The key that a person is found by begins with the Chinese name, folded into one script.
CREATE INDEX "person_chinese_name" ON "person" ((split_part("search_key", ' ', 1))) WHERE "name_zh" IS NOT NULL;

CREATE FUNCTION "licence_key"(number jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT nullif(upper(regexp_replace(number #>> '{}', '[^A-Za-z0-9]', '', 'g')), '')
$$;
CREATE INDEX "answer_licence_number" ON "answer" ("licence_key"("value")) WHERE "question" = 'home_registration_number';

-- Have these two numbers of a kind that is given for life, and not one of them in common? Then they are two people.
CREATE FUNCTION "are_told_apart"(one uuid, other uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM "identity_document" a JOIN "identity_document" b ON b."kind" = a."kind"
    WHERE a."person_id" = one AND b."person_id" = other
      AND a."kind" IN ('hkid', 'macao_id', 'home_return_permit', 'home_return_permit_non_chinese')
    GROUP BY a."kind" HAVING bool_and(a."number_index" <> b."number_index"))
$$;

-- Everybody else who may be the person of a filing, with what speaks for it. Drafts are nobody's business.
CREATE FUNCTION "look_alikes"(filing uuid) RETURNS TABLE ("person_id" uuid, "grounds" text[]) LANGUAGE sql STABLE AS $$
  WITH own AS (
    SELECT f."id", f."person_id", v."issuing_body_en" AS "board", p."name_zh",
      split_part(p."search_key", ' ', 1) AS "chinese", "latin_name_key"(p."surname", p."given_names") AS "latin"
    FROM "filing" f JOIN "person" p ON p."id" = f."person_id"
    LEFT JOIN "list_entry_version" v ON v."id" = f."entry_version_id"
    WHERE f."id" = look_alikes.filing
  ), named AS (
    SELECT o."id" FROM own JOIN "person" o ON own."name_zh" IS NOT NULL AND o."name_zh" IS NOT NULL
      AND split_part(o."search_key", ' ', 1) = own."chinese" AND o."id" <> own."person_id"
    UNION
    -- Many Chinese names sound alike: Latin letters alone speak only where there is no Chinese name to compare.
    SELECT o."id" FROM own JOIN "person" o ON "latin_name_key"(o."surname", o."given_names") = own."latin"
      AND (o."name_zh" IS NULL OR own."name_zh" IS NULL) AND o."id" <> own."person_id"
  ), hits AS (
    SELECT b."person_id", 'identity_number' AS "ground"
    FROM own JOIN "identity_document" a ON a."person_id" = own."person_id"
    JOIN "identity_document" b ON b."number_index" = a."number_index" AND b."person_id" <> own."person_id"
    UNION
    SELECT n."id", 'name' FROM own CROSS JOIN named n WHERE NOT "are_told_apart"(own."person_id", n."id")
    UNION
    SELECT g."person_id", 'licence_number'
    FROM own JOIN "answer" a ON a."filing_id" = own."id" AND a."question" = 'home_registration_number'
    JOIN "answer" b ON b."question" = 'home_registration_number' AND "licence_key"(b."value") = "licence_key"(a."value")
    JOIN "filing" g ON g."id" = b."filing_id" AND g."person_id" <> own."person_id"
    JOIN "list_entry_version" v ON v."id" = g."entry_version_id" AND v."issuing_body_en" = own."board"
  )
  SELECT h."person_id", array_agg(h."ground" ORDER BY h."ground") FROM hits h
  WHERE EXISTS (SELECT 1 FROM "filing" g WHERE g."person_id" = h."person_id" AND g."state" <> 'draft')
  GROUP BY h."person_id"
$$;

-- The facts of a filing as before, and besides who looks like its person and what was ruled on that.
CREATE OR REPLACE FUNCTION "filing_facts"(filing uuid) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT jsonb_build_object(
      'id', f."id", 'reference', f."reference", 'kind', f."kind", 'personId', f."person_id", 'entryCode', f."entry_code",
      'entryVersionId', f."entry_version_id", 'field', f."field_code", 'state', f."state", 'version', f."version",
      'held', f."held", 'daysLeft', f."days_left", 'reviewerId', f."reviewer_id", 'askedFrom', f."asked_from",
      'receivedOn', f."received_on", 'acceptedOn', f."accepted_on", 'dueOn', f."due_on", 'daysUsed', f."days_used",
      'clockFrom', f."clock_from",
      'accountId', (SELECT a."id" FROM "account" a WHERE a."person_id" = f."person_id"),
      'limits', jsonb_build_object('acceptanceDays', au."acceptance_days", 'decisionDays', au."decision_days",
        'answerDays', au."answer_days", 'hearingDays', au."hearing_days", 'noticeDays', au."notice_days",
        'validityYears', au."validity_years"),
      'entry', jsonb_build_object('versionId', v."id", 'evidence', v."evidence", 'experienceYears', v."experience_years",
        'cleanRecordYears', v."clean_record_years", 'filedBy', v."filed_by", 'confirmed', v."confirmed",
        'effectiveFrom', v."effective_from", 'effectiveTo', v."effective_to",
        'withdrawn', v."state" <> 'published' AND f."entry_version_id" IS NULL,
        'before', CASE WHEN f."state" = 'draft' AND v."published_at" > f."created_at" THEN (
          SELECT jsonb_build_object('evidence', b."evidence", 'experienceYears', b."experience_years", 'cleanRecordYears', b."clean_record_years")
          FROM "list_entry_version" b
          WHERE b."entry_code" = f."entry_code" AND b."state" = 'superseded' AND b."published_at" <= f."created_at"
          ORDER BY b."number" DESC LIMIT 1) END,
        'qualification', jsonb_build_object('en', v."qualification_en", 'zh-Hant', v."qualification_zh_hant", 'zh-Hans', v."qualification_zh_hans"),
        'scope', jsonb_build_object('en', v."scope_en", 'zh-Hant', v."scope_zh_hant", 'zh-Hans', v."scope_zh_hans")),
      'answers', COALESCE((SELECT jsonb_agg(jsonb_build_object('question', a."question",
          'value', COALESCE(a."value", '"sealed"'::jsonb), 'revision', a."revision") ORDER BY a."question")
        FROM "answer" a WHERE a."filing_id" = f."id"), '[]'),
      'papers', COALESCE((SELECT jsonb_agg(jsonb_build_object('id', d."id", 'evidenceKey', d."evidence_key", 'half', d."half",
          'sha256', d."sha256", 'verdict', d."verdict") ORDER BY d."evidence_key", d."half", d."id")
        FROM "document" d WHERE d."filing_id" = f."id" AND d."state" = 'stored' AND d."replaced_by_id" IS NULL AND d."removed_at" IS NULL), '[]'),
      'consents', COALESCE((SELECT jsonb_agg(c."purpose") FROM "consent" c WHERE c."filing_id" = f."id" AND c."withdrawn_at" IS NULL), '[]'),
      'findings', COALESCE((SELECT jsonb_agg(jsonb_build_object('check', n."check", 'result', n."result", 'revision', n."revision",
          'accountId', n."account_id") ORDER BY n."check") FROM "finding" n WHERE n."filing_id" = f."id" AND NOT n."superseded"), '[]'),
      'foundBy', COALESCE((SELECT jsonb_agg(b."account_id") FROM (
        SELECT n."account_id" FROM "finding" n WHERE n."filing_id" = f."id"
        UNION SELECT r."account_id" FROM "look_alike_ruling" r WHERE r."filing_id" = f."id") b), '[]'),
      'rulings', COALESCE((SELECT jsonb_agg(jsonb_build_object('personId', r."other_person_id", 'ruling', r."ruling", 'revision', r."revision")
          ORDER BY r."other_person_id") FROM "look_alike_ruling" r WHERE r."filing_id" = f."id" AND NOT r."superseded"), '[]'),
      'lookAlikes', CASE WHEN f."state" IN ('submitted', 'under_review') THEN COALESCE((
        SELECT jsonb_agg(jsonb_build_object('personId', l."person_id", 'grounds', l."grounds", 'ruling', r."ruling",
          'ruledOn', COALESCE(r."grounds", '{}'), 'hasFiled', EXISTS (SELECT 1 FROM "filing" o
            WHERE o."person_id" = l."person_id" AND o."entry_code" = f."entry_code" AND o."kind" = f."kind"
              AND o."state" NOT IN ('draft', 'refused', 'not_accepted', 'closed_no_response', 'withdrawn'))))
        FROM "look_alikes"(f."id") l LEFT JOIN "look_alike_ruling" r
          ON r."filing_id" = f."id" AND r."other_person_id" = l."person_id" AND NOT r."superseded"), '[]') ELSE '[]' END,
      'decisions', COALESCE((SELECT jsonb_agg(jsonb_build_object('id', e."id", 'stage', e."stage", 'outcome', e."outcome",
          'accountId', e."account_id", 'filingVersion', e."filing_version", 'seenHash', e."seen_hash") ORDER BY e."filing_version", e."decided_at")
        FROM "decision" e WHERE e."filing_id" = f."id"), '[]'),
      'rounds', (SELECT count(*) FROM "request" r WHERE r."filing_id" = f."id"),
      'extraDays', COALESCE((SELECT r."extra_days" FROM "request" r WHERE r."filing_id" = f."id" AND r."state" = 'sent'), 0),
      'request', (SELECT jsonb_build_object('id', r."id", 'outcome', r."outcome", 'unanswered',
          (SELECT count(*) FROM "request_item" i WHERE i."request_id" = r."id" AND i."answered_at" IS NULL))
        FROM "request" r WHERE r."filing_id" = f."id" AND r."state" = 'sent'),
      'submissionHash', (SELECT s."hash" FROM "submission" s WHERE s."filing_id" = f."id" ORDER BY s."round" DESC LIMIT 1),
      'hasDuplicate', f."state" = 'under_review' AND (
        EXISTS (SELECT 1 FROM "filing" o WHERE o."person_id" = f."person_id" AND o."entry_code" = f."entry_code" AND o."id" <> f."id"
          AND o."kind" = f."kind" AND o."state" NOT IN ('draft', 'refused', 'not_accepted', 'closed_no_response', 'withdrawn'))
        OR EXISTS (SELECT 1 FROM "identity_document" own JOIN "identity_document" other ON other."number_index" = own."number_index"
          AND other."person_id" <> own."person_id" WHERE own."person_id" = f."person_id"))
    )
    FROM "filing" f
    JOIN "field" fi ON fi."code" = f."field_code"
    JOIN "authority" au ON au."code" = fi."authority_code"
    JOIN "list_entry_version" v ON v."id" = COALESCE(f."entry_version_id", "entry_version_now"(f."entry_code"))
    WHERE f."id" = filing_facts.filing
  );
END $$;
