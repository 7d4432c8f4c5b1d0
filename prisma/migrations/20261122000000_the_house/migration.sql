-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "list_entry_version_state" AS ENUM ('draft', 'submitted', 'published', 'superseded', 'withdrawn');

-- CreateEnum
CREATE TYPE "entry_route" AS ENUM ('file', 'register', 'mainland_law_test', 'special_examination', 'training', 'recognise', 'mainland_qualification');

-- CreateEnum
CREATE TYPE "filed_by" AS ENUM ('professional', 'institution');

-- CreateEnum
CREATE TYPE "provenance" AS ENUM ('sourced', 'inferred');

-- CreateEnum
CREATE TYPE "calendar_day_kind" AS ENUM ('day_off', 'working_weekend');

-- CreateEnum
CREATE TYPE "identity_kind" AS ENUM ('hkid', 'macao_id', 'home_return_permit', 'home_return_permit_non_chinese', 'residence_permit', 'passport');

-- CreateEnum
CREATE TYPE "account_kind" AS ENUM ('professional', 'staff');

-- CreateEnum
CREATE TYPE "account_status" AS ENUM ('active', 'disabled');

-- CreateEnum
CREATE TYPE "locale" AS ENUM ('en', 'zh-Hant', 'zh-Hans');

-- CreateEnum
CREATE TYPE "capability" AS ENUM ('examine', 'decide', 'hold', 'reverse', 'revoke', 'publish_list', 'manage_people', 'view_statistics', 'export', 'audit');

-- CreateEnum
CREATE TYPE "filing_kind" AS ENUM ('first', 'renewal', 'change', 'cancellation');

-- CreateEnum
CREATE TYPE "filing_state" AS ENUM ('draft', 'submitted', 'under_review', 'awaiting_applicant', 'second_check', 'hearing', 'public_notice', 'approved', 'refused', 'not_accepted', 'closed_no_response', 'withdrawn');

-- CreateEnum
CREATE TYPE "document_half" AS ENUM ('original', 'translation', 'notarisation');

-- CreateEnum
CREATE TYPE "document_state" AS ENUM ('pending', 'stored', 'refused');

-- CreateEnum
CREATE TYPE "verdict" AS ENUM ('pending', 'clean', 'suspect', 'error', 'not_scanned');

-- CreateEnum
CREATE TYPE "consent_purpose" AS ENUM ('identity_papers', 'publication', 'home_register_check', 'project_contact');

-- CreateEnum
CREATE TYPE "request_state" AS ENUM ('sent', 'answered', 'accepted', 'asked_again', 'expired', 'cancelled');

-- CreateEnum
CREATE TYPE "request_outcome" AS ENUM ('close_no_response', 'decide_on_file');

-- CreateEnum
CREATE TYPE "finding_result" AS ENUM ('met', 'missing', 'not_met', 'not_applicable');

-- CreateEnum
CREATE TYPE "decision_stage" AS ENUM ('proposal', 'confirmation', 'returned', 'formal', 'declined');

-- CreateEnum
CREATE TYPE "decision_outcome" AS ENUM ('approve', 'refuse');

-- CreateEnum
CREATE TYPE "registration_state" AS ENUM ('in_force', 'suspended', 'expired', 'lapsed', 'cancelled', 'revoked');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('applicant', 'staff', 'clock');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('queued', 'sent', 'failed');

-- CreateTable
CREATE TABLE "authority" (
    "code" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh_hant" TEXT NOT NULL,
    "name_zh_hans" TEXT NOT NULL,
    "acceptance_days" INTEGER NOT NULL DEFAULT 5,
    "decision_days" INTEGER NOT NULL DEFAULT 10,
    "answer_days" INTEGER NOT NULL DEFAULT 15,
    "hearing_days" INTEGER NOT NULL DEFAULT 5,
    "notice_days" INTEGER NOT NULL DEFAULT 0,
    "validity_years" INTEGER NOT NULL DEFAULT 3,

    CONSTRAINT "authority_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "field" (
    "code" TEXT NOT NULL,
    "authority_code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "field_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "list_entry" (
    "code" TEXT NOT NULL,
    "field_code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "list_entry_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "list_entry_version" (
    "id" UUID NOT NULL,
    "entry_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "list_entry_version_state" NOT NULL,
    "route" "entry_route" NOT NULL,
    "jurisdiction" TEXT NOT NULL,
    "qualification_en" TEXT NOT NULL,
    "qualification_zh_hant" TEXT NOT NULL,
    "qualification_zh_hans" TEXT NOT NULL,
    "issuing_body_en" TEXT NOT NULL,
    "issuing_body_zh_hant" TEXT NOT NULL,
    "issuing_body_zh_hans" TEXT NOT NULL,
    "mainland_counterpart_en" TEXT NOT NULL,
    "mainland_counterpart_zh_hans" TEXT NOT NULL,
    "scope_en" TEXT NOT NULL,
    "scope_zh_hant" TEXT NOT NULL,
    "scope_zh_hans" TEXT NOT NULL,
    "evidence" TEXT[],
    "experience_years" INTEGER,
    "clean_record_years" INTEGER,
    "filed_by" "filed_by" NOT NULL,
    "effective_from" DATE,
    "effective_to" DATE,
    "confirmed" BOOLEAN NOT NULL,
    "provenance" "provenance" NOT NULL,
    "source_url" TEXT,
    "search_key" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "list_entry_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "number" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh_hant" TEXT NOT NULL,
    "name_zh_hans" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "value_2022" DECIMAL(65,30) NOT NULL,
    "target_low" DECIMAL(65,30) NOT NULL,
    "target_high" DECIMAL(65,30) NOT NULL,
    "target_on" DATE NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "observation" (
    "id" UUID NOT NULL,
    "indicator_number" INTEGER NOT NULL,
    "observed_on" DATE NOT NULL,
    "value" DECIMAL(65,30) NOT NULL,
    "scope" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "source_url" TEXT NOT NULL,

    CONSTRAINT "observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "day" DATE NOT NULL,
    "kind" "calendar_day_kind" NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "office_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "ahead_of_seconds" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "office_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office_fact" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "office_fact_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name_zh" TEXT,
    "surname" TEXT,
    "given_names" TEXT,
    "search_key" TEXT NOT NULL DEFAULT '',
    "seal_key" BYTEA,
    "in_baseline" BOOLEAN NOT NULL DEFAULT false,
    "first_registered_on" DATE,
    "valid_until" DATE,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_document" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "identity_kind" NOT NULL,
    "number" BYTEA NOT NULL,
    "number_index" TEXT NOT NULL,
    "issuing_state" TEXT,
    "expires_on" DATE,

    CONSTRAINT "identity_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "kind" "account_kind" NOT NULL,
    "email" TEXT NOT NULL,
    "display_name" TEXT,
    "person_id" UUID,
    "status" "account_status" NOT NULL DEFAULT 'active',
    "password_hash" TEXT,
    "locale" "locale" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_grant" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "capability" "capability" NOT NULL,
    "field_code" TEXT,

    CONSTRAINT "staff_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "authenticated_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "device" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "mailed_code" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "mailed_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "filing" (
    "id" UUID NOT NULL,
    "reference" TEXT,
    "kind" "filing_kind" NOT NULL,
    "person_id" UUID NOT NULL,
    "entry_code" TEXT NOT NULL,
    "entry_version_id" UUID,
    "field_code" TEXT NOT NULL,
    "state" "filing_state" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "held" BOOLEAN NOT NULL DEFAULT false,
    "days_left" INTEGER,
    "reviewer_id" UUID,
    "asked_from" "filing_state",
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "received_on" DATE,
    "accepted_on" DATE,
    "decided_on" DATE,
    "due_on" DATE,
    "due_provisional" BOOLEAN NOT NULL DEFAULT false,
    "days_used" INTEGER NOT NULL DEFAULT 0,
    "clock_from" DATE,

    CONSTRAINT "filing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer" (
    "filing_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "value" JSONB,
    "sealed" BYTEA,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("filing_id","question")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "filing_id" UUID NOT NULL,
    "evidence_key" TEXT NOT NULL,
    "half" "document_half" NOT NULL DEFAULT 'original',
    "display_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "stored_sha256" TEXT,
    "pages" INTEGER,
    "storage_key" TEXT,
    "wrapped_key" BYTEA,
    "state" "document_state" NOT NULL,
    "verdict" "verdict" NOT NULL,
    "fault" TEXT,
    "replaced_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "filing_id" UUID NOT NULL,
    "purpose" "consent_purpose" NOT NULL,
    "text_version" INTEGER NOT NULL,
    "locale" "locale" NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "filing_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "entry_version_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request" (
    "id" UUID NOT NULL,
    "filing_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "state" "request_state" NOT NULL,
    "outcome" "request_outcome" NOT NULL,
    "sent_by_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_item" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "request_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "filing_id" UUID NOT NULL,
    "check" TEXT NOT NULL,
    "result" "finding_result" NOT NULL,
    "note" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("filing_id","check")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "filing_id" UUID NOT NULL,
    "filing_version" INTEGER NOT NULL,
    "stage" "decision_stage" NOT NULL,
    "outcome" "decision_outcome" NOT NULL,
    "reason_codes" TEXT[],
    "note" BYTEA,
    "scope_en" TEXT,
    "scope_zh_hant" TEXT,
    "scope_zh_hans" TEXT,
    "seen_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "supersedes_id" UUID,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "filing_id" UUID NOT NULL,
    "entry_version_id" UUID NOT NULL,
    "field_code" TEXT NOT NULL,
    "state" "registration_state" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "name_zh" TEXT,
    "surname" TEXT,
    "given_names" TEXT,
    "search_key" TEXT NOT NULL,
    "institution" TEXT,
    "home_registration_number" TEXT NOT NULL,
    "home_registration_until" DATE,
    "scope_en" TEXT NOT NULL,
    "scope_zh_hant" TEXT NOT NULL,
    "scope_zh_hans" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE NOT NULL,
    "state_from" DATE NOT NULL,
    "published" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate" (
    "code" TEXT NOT NULL,
    "registration_id" UUID NOT NULL,
    "serial" INTEGER NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "event" (
    "seq" BIGINT NOT NULL DEFAULT 0,
    "type" TEXT NOT NULL,
    "filing_id" UUID,
    "registration_id" UUID,
    "actor_kind" "actor_kind" NOT NULL,
    "actor_id" UUID,
    "from_state" TEXT,
    "to_state" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "payload" JSONB NOT NULL,
    "prev_hash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "seq" BIGINT NOT NULL DEFAULT 0,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "fields" TEXT[],
    "result" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "prev_hash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "trail_head" (
    "trail" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "trail_head_pkey" PRIMARY KEY ("trail")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "account_id" UUID,
    "email" TEXT NOT NULL,
    "locale" "locale" NOT NULL,
    "template" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "state" "mail_state" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "filing_tally" (
    "field_code" TEXT NOT NULL,
    "state" "filing_state" NOT NULL,
    "due_on" DATE NOT NULL,
    "slot" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "filing_tally_pkey" PRIMARY KEY ("field_code","state","due_on","slot")
);

-- CreateTable
CREATE TABLE "person_tally" (
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "slot" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "person_tally_pkey" PRIMARY KEY ("kind","day","slot")
);

-- CreateIndex
CREATE UNIQUE INDEX "list_entry_version_entry_code_number_key" ON "list_entry_version"("entry_code", "number");

-- CreateIndex
CREATE UNIQUE INDEX "observation_indicator_number_observed_on_scope_value_key" ON "observation"("indicator_number", "observed_on", "scope", "value");

-- CreateIndex
CREATE INDEX "identity_document_number_index_idx" ON "identity_document"("number_index");

-- CreateIndex
CREATE UNIQUE INDEX "identity_document_person_id_kind_number_index_key" ON "identity_document"("person_id", "kind", "number_index");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "account_person_id_key" ON "account"("person_id");

-- CreateIndex
CREATE INDEX "staff_grant_account_id_idx" ON "staff_grant"("account_id");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "mailed_code_email_idx" ON "mailed_code"("email");

-- CreateIndex
CREATE UNIQUE INDEX "filing_reference_key" ON "filing"("reference");

-- CreateIndex
CREATE INDEX "filing_field_code_state_due_on_id_idx" ON "filing"("field_code", "state", "due_on", "id");

-- CreateIndex
CREATE INDEX "filing_reviewer_id_state_due_on_id_idx" ON "filing"("reviewer_id", "state", "due_on", "id");

-- CreateIndex
CREATE INDEX "filing_person_id_idx" ON "filing"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_storage_key_key" ON "document"("storage_key");

-- CreateIndex
CREATE UNIQUE INDEX "document_replaced_by_id_key" ON "document"("replaced_by_id");

-- CreateIndex
CREATE INDEX "document_filing_id_evidence_key_idx" ON "document"("filing_id", "evidence_key");

-- CreateIndex
CREATE UNIQUE INDEX "submission_filing_id_round_key" ON "submission"("filing_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "request_filing_id_round_key" ON "request"("filing_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "request_item_request_id_number_key" ON "request_item"("request_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "decision_supersedes_id_key" ON "decision"("supersedes_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_filing_id_filing_version_stage_key" ON "decision"("filing_id", "filing_version", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "registration_number_key" ON "registration"("number");

-- CreateIndex
CREATE UNIQUE INDEX "registration_filing_id_key" ON "registration"("filing_id");

-- CreateIndex
CREATE INDEX "registration_valid_from_id_idx" ON "registration"("valid_from", "id");

-- CreateIndex
CREATE INDEX "registration_field_code_valid_from_id_idx" ON "registration"("field_code", "valid_from", "id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_registration_id_serial_key" ON "certificate"("registration_id", "serial");

-- CreateIndex
CREATE INDEX "event_filing_id_seq_idx" ON "event"("filing_id", "seq");

-- CreateIndex
CREATE INDEX "event_registration_id_seq_idx" ON "event"("registration_id", "seq");

-- CreateIndex
CREATE INDEX "audit_entry_object_seq_idx" ON "audit_entry"("object", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "mail_dedupe_key_key" ON "mail"("dedupe_key");

-- CreateIndex
CREATE INDEX "mail_created_at_id_idx" ON "mail"("created_at", "id");

-- AddForeignKey
ALTER TABLE "field" ADD CONSTRAINT "field_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_entry" ADD CONSTRAINT "list_entry_field_code_fkey" FOREIGN KEY ("field_code") REFERENCES "field"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_entry_version" ADD CONSTRAINT "list_entry_version_entry_code_fkey" FOREIGN KEY ("entry_code") REFERENCES "list_entry"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_indicator_number_fkey" FOREIGN KEY ("indicator_number") REFERENCES "indicator"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_document" ADD CONSTRAINT "identity_document_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_grant" ADD CONSTRAINT "staff_grant_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_grant" ADD CONSTRAINT "staff_grant_field_code_fkey" FOREIGN KEY ("field_code") REFERENCES "field"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_entry_code_fkey" FOREIGN KEY ("entry_code") REFERENCES "list_entry"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_entry_version_id_fkey" FOREIGN KEY ("entry_version_id") REFERENCES "list_entry_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_replaced_by_id_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_item" ADD CONSTRAINT "request_item_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- =====================================================================================================================
-- By hand: what Prisma cannot say.
-- =====================================================================================================================

-- Numbers that are never given twice and never restarted.
CREATE SEQUENCE "filing_reference_seq";
CREATE SEQUENCE "registration_number_seq";

-- One office, one clock, forward only.
ALTER TABLE "office_clock" ADD CONSTRAINT "office_clock_one_row" CHECK ("id" = 1 AND "ahead_of_seconds" >= 0);
INSERT INTO "office_clock" ("id", "ahead_of_seconds") VALUES (1, 0);

CREATE FUNCTION "office_clock_forward"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.ahead_of_seconds < OLD.ahead_of_seconds THEN
    RAISE EXCEPTION 'office time moves forward only' USING ERRCODE = 'check_violation', CONSTRAINT = 'office_clock_forward';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "office_clock_forward" BEFORE UPDATE OR DELETE ON "office_clock"
  FOR EACH ROW EXECUTE FUNCTION "office_clock_forward"();

-- ---------------------------------------------------------------------------------------------------------------------
-- Rows that never change
-- ---------------------------------------------------------------------------------------------------------------------

CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_append_only';
END $$;

CREATE TRIGGER "event_append_only" BEFORE UPDATE OR DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "event_no_truncate" BEFORE TRUNCATE ON "event" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_entry_no_truncate" BEFORE TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "submission_append_only" BEFORE UPDATE OR DELETE ON "submission" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "submission_no_truncate" BEFORE TRUNCATE ON "submission" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "decision_append_only" BEFORE UPDATE OR DELETE ON "decision" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "decision_no_truncate" BEFORE TRUNCATE ON "decision" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "observation_append_only" BEFORE UPDATE OR DELETE ON "observation" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- A published version keeps its words; only its state moves on.
CREATE FUNCTION "list_entry_version_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('published', 'superseded', 'withdrawn')
     AND (to_jsonb(NEW) - 'state') IS DISTINCT FROM (to_jsonb(OLD) - 'state') THEN
    RAISE EXCEPTION 'a published version keeps its words' USING ERRCODE = 'check_violation', CONSTRAINT = 'list_entry_version_keep';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "list_entry_version_keep" BEFORE UPDATE ON "list_entry_version"
  FOR EACH ROW EXECUTE FUNCTION "list_entry_version_keep"();
CREATE UNIQUE INDEX "list_entry_version_one_published" ON "list_entry_version" ("entry_code") WHERE "state" = 'published';
ALTER TABLE "list_entry_version" ADD CONSTRAINT "list_entry_version_period"
  CHECK ("effective_to" IS NULL OR "effective_from" IS NULL OR "effective_from" <= "effective_to");
ALTER TABLE "list_entry_version" ADD CONSTRAINT "list_entry_version_published_at"
  CHECK (("state" IN ('draft', 'submitted')) = ("published_at" IS NULL));

-- ---------------------------------------------------------------------------------------------------------------------
-- The two trails: no gaps, each row sealed with the hash of the one before
-- ---------------------------------------------------------------------------------------------------------------------

INSERT INTO "trail_head" ("trail", "seq", "hash") VALUES ('event', 0, ''), ('audit_entry', 0, '');

CREATE FUNCTION "event_content"(e "event") RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_array(e.seq, e.type, e.filing_id, e.registration_id, e.actor_kind, e.actor_id, e.from_state,
    e.to_state, (extract(epoch FROM e.at) * 1000)::bigint, e.payload)::text
$$;

CREATE FUNCTION "audit_entry_content"(a "audit_entry") RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_array(a.seq, a.actor_id, a.action, a.object, to_jsonb(a.fields), a.result, a.request_id,
    (extract(epoch FROM a.at) * 1000)::bigint)::text
$$;

CREATE FUNCTION "chain_hash"(prev_hash text, content text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(prev_hash || content, 'UTF8')), 'hex')
$$;

CREATE FUNCTION "event_chain"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE trail_head SET seq = seq + 1 WHERE trail = 'event' RETURNING seq, hash INTO NEW.seq, NEW.prev_hash;
  NEW.hash := chain_hash(NEW.prev_hash, event_content(NEW));
  UPDATE trail_head SET hash = NEW.hash WHERE trail = 'event';
  RETURN NEW;
END $$;
CREATE TRIGGER "event_chain" BEFORE INSERT ON "event" FOR EACH ROW EXECUTE FUNCTION "event_chain"();

CREATE FUNCTION "audit_entry_chain"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE trail_head SET seq = seq + 1 WHERE trail = 'audit_entry' RETURNING seq, hash INTO NEW.seq, NEW.prev_hash;
  NEW.hash := chain_hash(NEW.prev_hash, audit_entry_content(NEW));
  UPDATE trail_head SET hash = NEW.hash WHERE trail = 'audit_entry';
  RETURN NEW;
END $$;
CREATE TRIGGER "audit_entry_chain" BEFORE INSERT ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION "audit_entry_chain"();

-- ---------------------------------------------------------------------------------------------------------------------
-- Accounts and rights
-- ---------------------------------------------------------------------------------------------------------------------

ALTER TABLE "account" ADD CONSTRAINT "account_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "account" ADD CONSTRAINT "account_professional_has_person" CHECK ("kind" <> 'professional' OR "person_id" IS NOT NULL);
ALTER TABLE "account" ADD CONSTRAINT "account_staff_has_name" CHECK ("kind" <> 'staff' OR "display_name" IS NOT NULL);

-- Examining, deciding, holding, reversing and revoking are rights in a field; the others are rights of the office.
ALTER TABLE "staff_grant" ADD CONSTRAINT "staff_grant_scope"
  CHECK (("capability" IN ('examine', 'decide', 'hold', 'reverse', 'revoke')) = ("field_code" IS NOT NULL));
CREATE UNIQUE INDEX "staff_grant_once" ON "staff_grant" ("account_id", "capability", COALESCE("field_code", ''));

-- ---------------------------------------------------------------------------------------------------------------------
-- Filings
-- ---------------------------------------------------------------------------------------------------------------------

CREATE UNIQUE INDEX "filing_one_open" ON "filing" ("person_id", "entry_code", "kind")
  WHERE "state" NOT IN ('approved', 'refused', 'not_accepted', 'closed_no_response', 'withdrawn');
ALTER TABLE "filing" ADD CONSTRAINT "filing_submitted_whole" CHECK (
  CASE
    WHEN "state" = 'draft' THEN "reference" IS NULL AND "submitted_at" IS NULL
    WHEN "state" = 'withdrawn' THEN ("reference" IS NULL) = ("submitted_at" IS NULL)
    ELSE "reference" IS NOT NULL AND "submitted_at" IS NOT NULL AND "received_on" IS NOT NULL AND "entry_version_id" IS NOT NULL
  END);
ALTER TABLE "filing" ADD CONSTRAINT "filing_due_while_open" CHECK (
  ("state" IN ('submitted', 'under_review', 'awaiting_applicant', 'second_check', 'hearing', 'public_notice') AND NOT "held")
  = ("due_on" IS NOT NULL));
ALTER TABLE "filing" ADD CONSTRAINT "filing_held_while_open" CHECK (
  NOT "held" OR "state" IN ('submitted', 'under_review', 'awaiting_applicant', 'second_check', 'hearing', 'public_notice'));
ALTER TABLE "filing" ADD CONSTRAINT "filing_days_left_while_held" CHECK ("held" = ("days_left" IS NOT NULL));
ALTER TABLE "filing" ADD CONSTRAINT "filing_asked_from" CHECK (
  ("state" = 'awaiting_applicant') = ("asked_from" IS NOT NULL)
  AND ("asked_from" IS NULL OR "asked_from" IN ('submitted', 'under_review')));
ALTER TABLE "filing" ADD CONSTRAINT "filing_decided_on" CHECK (
  ("state" IN ('approved', 'refused', 'not_accepted')) = ("decided_on" IS NOT NULL));
ALTER TABLE "filing" ADD CONSTRAINT "filing_days_used" CHECK ("days_used" >= 0);
ALTER TABLE "filing" ADD CONSTRAINT "filing_examined_by_somebody" CHECK (
  "state" NOT IN ('second_check', 'hearing', 'public_notice') OR "reviewer_id" IS NOT NULL);

-- A state changes only along a step of the workflow, and each step raises the version by one.
CREATE FUNCTION "filing_step"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'a filing begins as a draft' USING ERRCODE = 'check_violation', CONSTRAINT = 'filing_step';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.state IS DISTINCT FROM OLD.state AND (OLD.state::text || '>' || NEW.state::text) NOT IN (
    'draft>submitted', 'draft>withdrawn',
    'submitted>under_review', 'submitted>not_accepted', 'submitted>awaiting_applicant', 'submitted>withdrawn',
    'under_review>awaiting_applicant', 'under_review>second_check', 'under_review>hearing', 'under_review>approved', 'under_review>withdrawn',
    'awaiting_applicant>submitted', 'awaiting_applicant>under_review', 'awaiting_applicant>closed_no_response', 'awaiting_applicant>withdrawn',
    'second_check>under_review', 'second_check>approved', 'second_check>refused', 'second_check>public_notice', 'second_check>withdrawn',
    'hearing>second_check', 'hearing>withdrawn',
    'public_notice>approved', 'public_notice>under_review', 'public_notice>withdrawn') THEN
    RAISE EXCEPTION 'no step leads from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation', CONSTRAINT = 'filing_step';
  END IF;
  IF (NEW.state IS DISTINCT FROM OLD.state OR NEW.held IS DISTINCT FROM OLD.held) AND NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'a step raises the version by one' USING ERRCODE = 'check_violation', CONSTRAINT = 'filing_version';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "filing_step" BEFORE INSERT OR UPDATE ON "filing" FOR EACH ROW EXECUTE FUNCTION "filing_step"();

ALTER TABLE "answer" ADD CONSTRAINT "answer_open_or_sealed" CHECK (("value" IS NULL) <> ("sealed" IS NULL));

-- Answers, papers and consents change only while the professional holds the filing.
CREATE FUNCTION "filing_in_the_professionals_hands"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  filing_row "filing"%ROWTYPE;
BEGIN
  SELECT * INTO filing_row FROM "filing" WHERE "id" = COALESCE(NEW.filing_id, OLD.filing_id);
  IF FOUND AND (filing_row.held OR filing_row.state NOT IN ('draft', 'awaiting_applicant', 'hearing')) THEN
    RAISE EXCEPTION 'what was submitted stays as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'filing_locked';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER "answer_locked" BEFORE INSERT OR UPDATE OR DELETE ON "answer"
  FOR EACH ROW EXECUTE FUNCTION "filing_in_the_professionals_hands"();
CREATE TRIGGER "document_locked" BEFORE INSERT OR DELETE OR UPDATE OF "evidence_key", "half", "sha256", "stored_sha256", "storage_key", "replaced_by_id", "removed_at" ON "document"
  FOR EACH ROW EXECUTE FUNCTION "filing_in_the_professionals_hands"();

ALTER TABLE "document" ADD CONSTRAINT "document_stored_whole" CHECK (
  "state" <> 'stored' OR ("storage_key" IS NOT NULL AND "wrapped_key" IS NOT NULL AND "stored_sha256" IS NOT NULL AND "pages" IS NOT NULL));
ALTER TABLE "document" ADD CONSTRAINT "document_refused_says_why" CHECK (("state" = 'refused') = ("fault" IS NOT NULL));
ALTER TABLE "document" ADD CONSTRAINT "document_size" CHECK ("size" BETWEEN 0 AND 10485760);

CREATE UNIQUE INDEX "consent_one_in_force" ON "consent" ("filing_id", "purpose") WHERE "withdrawn_at" IS NULL;
ALTER TABLE "consent" ADD CONSTRAINT "consent_order" CHECK ("withdrawn_at" IS NULL OR "withdrawn_at" >= "given_at");

CREATE UNIQUE INDEX "request_one_open" ON "request" ("filing_id") WHERE "state" = 'sent';
ALTER TABLE "request" ADD CONSTRAINT "request_answered_at" CHECK (("state" IN ('answered', 'accepted', 'asked_again')) = ("answered_at" IS NOT NULL));

-- ---------------------------------------------------------------------------------------------------------------------
-- Registrations and certificates
-- ---------------------------------------------------------------------------------------------------------------------

ALTER TABLE "registration" ADD CONSTRAINT "registration_period" CHECK ("valid_from" <= "valid_until");

CREATE FUNCTION "registration_step"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state IS DISTINCT FROM OLD.state THEN
    IF OLD.state IN ('expired', 'lapsed', 'cancelled', 'revoked') THEN
      RAISE EXCEPTION 'an ended registration stays ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'registration_step';
    END IF;
    IF NEW.version <> OLD.version + 1 THEN
      RAISE EXCEPTION 'a step raises the version by one' USING ERRCODE = 'check_violation', CONSTRAINT = 'registration_version';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "registration_step" BEFORE UPDATE ON "registration" FOR EACH ROW EXECUTE FUNCTION "registration_step"();

CREATE UNIQUE INDEX "certificate_one_live" ON "certificate" ("registration_id") WHERE "replaced_at" IS NULL;
CREATE FUNCTION "certificate_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.replaced_at IS NOT NULL
     OR (to_jsonb(NEW) - 'replaced_at') IS DISTINCT FROM (to_jsonb(OLD) - 'replaced_at') THEN
    RAISE EXCEPTION 'an issued certificate stays as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_keep';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "certificate_keep" BEFORE UPDATE OR DELETE ON "certificate" FOR EACH ROW EXECUTE FUNCTION "certificate_keep"();

-- What the public may read of a registration, and nothing else.
CREATE VIEW "public_register" AS
SELECT r."number", r."field_code", r."state", r."state_from", r."valid_from", r."valid_until",
  v."entry_code", v."qualification_en", v."qualification_zh_hant", v."qualification_zh_hans",
  v."issuing_body_en", v."issuing_body_zh_hant", v."issuing_body_zh_hans",
  CASE WHEN r."published" THEN r."name_zh" END AS "name_zh",
  CASE WHEN r."published" THEN r."surname" END AS "surname",
  CASE WHEN r."published" THEN r."given_names" END AS "given_names",
  CASE WHEN r."published" THEN r."institution" END AS "institution",
  CASE WHEN r."published" THEN r."home_registration_number" END AS "home_registration_number",
  CASE WHEN r."published" THEN r."scope_en" END AS "scope_en",
  CASE WHEN r."published" THEN r."scope_zh_hant" END AS "scope_zh_hant",
  CASE WHEN r."published" THEN r."scope_zh_hans" END AS "scope_zh_hans",
  r."published", r."search_key", r."id"
FROM "registration" r
JOIN "list_entry_version" v ON v."id" = r."entry_version_id";

-- Names of two Chinese characters have no trigram: search goes by pairs of characters.
CREATE FUNCTION "two_grams"(key text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT COALESCE(array_agg(DISTINCT substr(key, i, 2)), '{}') FROM generate_series(1, GREATEST(char_length(key) - 1, 1)) AS i
$$;
CREATE INDEX "registration_search" ON "registration" USING GIN ("two_grams"("search_key")) WHERE "published";
CREATE INDEX "person_search" ON "person" USING GIN ("two_grams"("search_key"));

-- ---------------------------------------------------------------------------------------------------------------------
-- Counters, kept in the transaction that changes what they count. Keys are written in one order, so that nobody deadlocks.
-- ---------------------------------------------------------------------------------------------------------------------

CREATE FUNCTION "tally_slot"() RETURNS integer LANGUAGE sql VOLATILE AS $$ SELECT pg_backend_pid() % 4 $$;

CREATE FUNCTION "filing_tally_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO filing_tally (field_code, state, due_on, slot, count)
  SELECT field_code, state, due_on, tally_slot(), sum(delta)
  FROM (
    SELECT OLD.field_code, OLD.state, COALESCE(OLD.due_on, DATE '0001-01-01') AS due_on, -1 AS delta WHERE TG_OP <> 'INSERT'
    UNION ALL
    SELECT NEW.field_code, NEW.state, COALESCE(NEW.due_on, DATE '0001-01-01'), 1 WHERE TG_OP <> 'DELETE'
  ) AS change
  GROUP BY 1, 2, 3 HAVING sum(delta) <> 0 ORDER BY 1, 2, 3
  ON CONFLICT (field_code, state, due_on, slot) DO UPDATE SET count = filing_tally.count + EXCLUDED.count;
  RETURN NULL;
END $$;
CREATE TRIGGER "filing_tally_keep" AFTER INSERT OR DELETE OR UPDATE OF "field_code", "state", "due_on" ON "filing"
  FOR EACH ROW EXECUTE FUNCTION "filing_tally_keep"();

CREATE FUNCTION "person_standing_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE person SET
    first_registered_on = (SELECT min(valid_from) FROM registration WHERE person_id = NEW.person_id),
    valid_until = (SELECT max(valid_until) FROM registration WHERE person_id = NEW.person_id AND state = 'in_force')
  WHERE id = NEW.person_id;
  RETURN NULL;
END $$;
CREATE TRIGGER "person_standing_keep" AFTER INSERT OR UPDATE OF "state", "valid_from", "valid_until" ON "registration"
  FOR EACH ROW EXECUTE FUNCTION "person_standing_keep"();
CREATE INDEX "registration_person" ON "registration" ("person_id");

CREATE FUNCTION "person_tally_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO person_tally (kind, day, slot, count)
  SELECT kind, day, tally_slot(), sum(delta)
  FROM (
    SELECT 'first_registered' AS kind, OLD.first_registered_on AS day, -1 AS delta WHERE TG_OP <> 'INSERT' AND NOT OLD.in_baseline
    UNION ALL SELECT 'first_registered', NEW.first_registered_on, 1 WHERE TG_OP <> 'DELETE' AND NOT NEW.in_baseline
    UNION ALL SELECT 'valid_until', OLD.valid_until, -1 WHERE TG_OP <> 'INSERT'
    UNION ALL SELECT 'valid_until', NEW.valid_until, 1 WHERE TG_OP <> 'DELETE'
  ) AS change
  WHERE day IS NOT NULL
  GROUP BY 1, 2 HAVING sum(delta) <> 0 ORDER BY 1, 2
  ON CONFLICT (kind, day, slot) DO UPDATE SET count = person_tally.count + EXCLUDED.count;
  RETURN NULL;
END $$;
CREATE TRIGGER "person_tally_keep" AFTER INSERT OR DELETE OR UPDATE OF "first_registered_on", "valid_until", "in_baseline" ON "person"
  FOR EACH ROW EXECUTE FUNCTION "person_tally_keep"();
CREATE INDEX "person_first_registered" ON "person" ("first_registered_on", "id") WHERE NOT "in_baseline" AND "first_registered_on" IS NOT NULL;
CREATE INDEX "person_valid_until" ON "person" ("valid_until", "id") WHERE "valid_until" IS NOT NULL;
