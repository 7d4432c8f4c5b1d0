-- AlterTable
ALTER TABLE "account" ADD COLUMN     "reviewed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "invited_by_id" UUID;

-- CreateTable
CREATE TABLE "grant_proposal" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "capability" "capability" NOT NULL,
    "field_code" TEXT,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "grant_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "grant_proposal_account_id_idx" ON "grant_proposal"("account_id");

-- CreateIndex
CREATE INDEX "grant_proposal_proposed_by_id_idx" ON "grant_proposal"("proposed_by_id");

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_proposal" ADD CONSTRAINT "grant_proposal_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_proposal" ADD CONSTRAINT "grant_proposal_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_proposal" ADD CONSTRAINT "grant_proposal_field_code_fkey" FOREIGN KEY ("field_code") REFERENCES "field"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The same right is proposed once, and bound to a field where it is when given.
ALTER TABLE "grant_proposal" ADD CONSTRAINT "grant_proposal_scope"
  CHECK (("capability" IN ('examine', 'decide', 'hold', 'reverse', 'revoke')) = ("field_code" IS NOT NULL));
ALTER TABLE "grant_proposal" ADD CONSTRAINT "grant_proposal_to_another" CHECK ("account_id" <> "proposed_by_id");
CREATE UNIQUE INDEX "grant_proposal_once" ON "grant_proposal" ("account_id", "capability", COALESCE("field_code", ''));

-- The facts of a filing as before, and whether its reviewer still works here.
CREATE OR REPLACE FUNCTION "filing_facts"(filing uuid) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT jsonb_build_object(
      'id', f."id", 'reference', f."reference", 'kind', f."kind", 'personId', f."person_id", 'entryCode', f."entry_code",
      'entryVersionId', f."entry_version_id", 'field', f."field_code", 'state', f."state", 'version', f."version",
      'held', f."held", 'daysLeft', f."days_left", 'reviewerId', f."reviewer_id",
      'reviewerGone', EXISTS (SELECT 1 FROM "account" g WHERE g."id" = f."reviewer_id" AND g."status" = 'disabled'), 'askedFrom', f."asked_from",
      'receivedOn', f."received_on", 'acceptedOn', f."accepted_on", 'dueOn', f."due_on", 'daysUsed', f."days_used",
      'clockFrom', f."clock_from", 'decidedOn', f."decided_on",
      'openBeside', f."state" = 'refused' AND EXISTS (SELECT 1 FROM "filing" o WHERE o."person_id" = f."person_id"
        AND o."entry_code" = f."entry_code" AND o."kind" = f."kind"
        AND o."state" NOT IN ('approved', 'refused', 'not_accepted', 'closed_no_response', 'withdrawn')),
      'objection', (SELECT jsonb_build_object('excluded', to_jsonb(j."excluded")) FROM "objection" j WHERE j."filing_id" = f."id"),
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
              AND (o."state" NOT IN ('draft', 'approved', 'refused', 'not_accepted', 'closed_no_response', 'withdrawn')
                OR EXISTS (SELECT 1 FROM "registration" g WHERE g."filing_id" = o."id" AND g."state" IN ('in_force', 'suspended'))))))
        FROM "look_alikes"(f."id") l LEFT JOIN "look_alike_ruling" r
          ON r."filing_id" = f."id" AND r."other_person_id" = l."person_id" AND NOT r."superseded"), '[]') ELSE '[]' END,
      'decisions', COALESCE((SELECT jsonb_agg(jsonb_build_object('id', e."id", 'stage', e."stage", 'outcome', e."outcome",
          'accountId', e."account_id", 'filingVersion', e."filing_version", 'seenHash', e."seen_hash") ORDER BY e."filing_version", e."decided_at")
        FROM "decision" e WHERE e."filing_id" = f."id"), '[]'),
      'rounds', (SELECT count(*) FROM "request" r WHERE r."filing_id" = f."id"),
      'extraRound', EXISTS (SELECT 1 FROM "extra_round" x WHERE x."filing_id" = f."id"),
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
