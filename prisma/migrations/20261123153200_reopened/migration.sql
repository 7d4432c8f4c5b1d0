-- CreateEnum
CREATE TYPE "reopening_state" AS ENUM ('proposed', 'reopened', 'dropped', 'overtaken');

-- AlterTable
ALTER TABLE "registration" ALTER COLUMN "filing_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "reopening" (
    "id" UUID NOT NULL,
    "filing_id" UUID NOT NULL,
    "from_state" "filing_state" NOT NULL,
    "reason_code" TEXT NOT NULL,
    "reason" BYTEA NOT NULL,
    "state" "reopening_state" NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "filing_version" INTEGER,
    "registration_id" UUID,

    CONSTRAINT "reopening_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "reopening_registration_id_key" ON "reopening"("registration_id");

-- CreateIndex
CREATE INDEX "reopening_filing_id_idx" ON "reopening"("filing_id");

-- AddForeignKey
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Two different people reopen; whoever asks and why stays as it was written, and what came of it is written once.
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_from" CHECK ("from_state" IN ('refused', 'closed_no_response', 'approved'));
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_decided" CHECK (
  CASE "state"
    WHEN 'proposed' THEN num_nonnulls("decided_by_id", "decided_at", "filing_version", "registration_id") = 0
    WHEN 'reopened' THEN num_nulls("decided_by_id", "decided_at", "filing_version") = 0 AND "decided_by_id" <> "proposed_by_id"
      AND ("from_state" = 'approved') = ("registration_id" IS NOT NULL)
    WHEN 'dropped' THEN num_nulls("decided_by_id", "decided_at") = 0 AND num_nonnulls("filing_version", "registration_id") = 0
    ELSE "decided_at" IS NOT NULL AND num_nonnulls("decided_by_id", "filing_version", "registration_id") = 0
  END);
CREATE UNIQUE INDEX "reopening_one_proposed" ON "reopening" ("filing_id") WHERE "state" = 'proposed';

CREATE FUNCTION "reopening_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  decided text[] := ARRAY['state', 'decided_by_id', 'decided_at', 'filing_version', 'registration_id'];
BEGIN
  IF TG_OP = 'DELETE' OR OLD."state" <> 'proposed' OR to_jsonb(NEW) - decided <> to_jsonb(OLD) - decided THEN
    RAISE EXCEPTION 'a reopening stays as it was written' USING ERRCODE = 'check_violation', CONSTRAINT = 'reopening_keep';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "reopening_keep" BEFORE UPDATE OR DELETE ON "reopening" FOR EACH ROW EXECUTE FUNCTION "reopening_keep"();

-- From some ends a way leads back to where the filing stood.
CREATE OR REPLACE FUNCTION "filing_step"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'a filing begins as a draft' USING ERRCODE = 'check_violation', CONSTRAINT = 'filing_step';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.state IS DISTINCT FROM OLD.state AND (OLD.state::text || '>' || NEW.state::text) NOT IN (
    'draft>submitted',
    'submitted>under_review', 'submitted>not_accepted', 'submitted>awaiting_applicant', 'submitted>withdrawn',
    'under_review>awaiting_applicant', 'under_review>second_check', 'under_review>hearing', 'under_review>approved', 'under_review>withdrawn',
    'awaiting_applicant>submitted', 'awaiting_applicant>under_review', 'awaiting_applicant>closed_no_response', 'awaiting_applicant>withdrawn',
    'second_check>under_review', 'second_check>approved', 'second_check>refused', 'second_check>public_notice', 'second_check>withdrawn',
    'hearing>second_check', 'hearing>withdrawn',
    'public_notice>approved', 'public_notice>under_review', 'public_notice>withdrawn',
    'refused>under_review', 'refused>second_check', 'closed_no_response>awaiting_applicant',
    'approved>under_review', 'approved>second_check', 'approved>public_notice') THEN
    RAISE EXCEPTION 'no step leads from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation', CONSTRAINT = 'filing_step';
  END IF;
  IF (NEW.state IS DISTINCT FROM OLD.state OR NEW.held IS DISTINCT FROM OLD.held) AND NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'a step raises the version by one' USING ERRCODE = 'check_violation', CONSTRAINT = 'filing_version';
  END IF;
  RETURN NEW;
END $$;

-- Nobody takes back alone how a filing ended: two people did so of this very version, unless its professional objected.
CREATE FUNCTION "filing_reopened"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM reopening r WHERE r.filing_id = OLD.id AND r.filing_version = OLD.version)
    AND NOT (OLD.state = 'refused' AND NEW.state = 'under_review' AND EXISTS (SELECT 1 FROM objection o WHERE o.filing_id = OLD.id)) THEN
    RAISE EXCEPTION 'nobody reopened this filing' USING ERRCODE = 'check_violation', CONSTRAINT = 'filing_reopened';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "filing_reopened" BEFORE UPDATE OF "state" ON "filing" FOR EACH ROW
  WHEN (OLD."state" IN ('refused', 'closed_no_response', 'approved') AND NEW."state" IS DISTINCT FROM OLD."state")
  EXECUTE FUNCTION "filing_reopened"();

-- A registration that rests on no approval is void from the start.
ALTER TABLE "registration" ADD CONSTRAINT "registration_rests_on_a_filing" CHECK ("filing_id" IS NOT NULL OR "is_void");

-- What the reopening of a filing depends on, besides the facts of its steps: how it came to its end, what rests on that, and
-- who wants it reopened. Another one that is open stands in the way of every reopening, not only of an objection.
CREATE FUNCTION "reopening_facts"(filing uuid) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT jsonb_build_object(
      'reopened', EXISTS (SELECT 1 FROM "reopening" o WHERE o."filing_id" = f."id" AND o."state" = 'reopened'),
      'openBeside', f."state" IN ('refused', 'closed_no_response', 'approved') AND EXISTS (
        SELECT 1 FROM "filing" o WHERE o."person_id" = f."person_id" AND o."entry_code" = f."entry_code" AND o."kind" = f."kind"
          AND o."state" NOT IN ('approved', 'refused', 'not_accepted', 'closed_no_response', 'withdrawn')),
      'ending', CASE WHEN f."state" IN ('refused', 'closed_no_response', 'approved') THEN jsonb_build_object(
        'from', (SELECT e."from_state" FROM "event" e WHERE e."filing_id" = f."id" AND e."to_state" = f."state"::text
          AND e."from_state" <> e."to_state" ORDER BY e."seq" DESC LIMIT 1),
        'askedFrom', CASE WHEN f."state" = 'closed_no_response' THEN (SELECT e."from_state" FROM "event" e WHERE e."filing_id" = f."id"
          AND e."to_state" = 'awaiting_applicant' AND e."from_state" IN ('submitted', 'under_review') ORDER BY e."seq" DESC LIMIT 1) END,
        'extraDays', COALESCE((SELECT r."extra_days" FROM "request" r WHERE r."filing_id" = f."id" ORDER BY r."round" DESC LIMIT 1), 0),
        'erased', p."seal_key" IS NULL,
        'registration', (SELECT jsonb_build_object('id', g."id", 'number', g."number", 'state', g."state", 'version', g."version",
          'stateFrom', g."state_from", 'validUntil', g."valid_until",
          'suspension', CASE WHEN g."suspended_from" IS NOT NULL THEN jsonb_build_object('from', g."suspended_from", 'until', g."suspended_until",
            'reason', g."suspended_for") END,
          'ending', CASE WHEN g."ending_from" IS NOT NULL THEN jsonb_build_object('how', g."ending", 'from', g."ending_from",
            'reason', g."ending_for") END) FROM "registration" g WHERE g."filing_id" = f."id"),
        'reopening', (SELECT jsonb_build_object('id', o."id", 'reasonCode', o."reason_code", 'proposedById', o."proposed_by_id")
          FROM "reopening" o WHERE o."filing_id" = f."id" AND o."state" = 'proposed')) END)
    FROM "filing" f JOIN "person" p ON p."id" = f."person_id" WHERE f."id" = reopening_facts.filing
  );
END $$;

CREATE FUNCTION "whole_filing_facts"(filing uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT "filing_facts"(filing) || "reopening_facts"(filing)
$$;

CREATE OR REPLACE FUNCTION "filing_facts_locked"(filing uuid) RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM 1 FROM "filing" f WHERE f."id" = filing_facts_locked.filing FOR UPDATE;
  RETURN "whole_filing_facts"(filing_facts_locked.filing);
END $$;
