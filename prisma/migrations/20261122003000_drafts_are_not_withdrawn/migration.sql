-- A draft is deleted, not withdrawn: no step of the workflow leads there, and so nothing may in the database.
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
    'public_notice>approved', 'public_notice>under_review', 'public_notice>withdrawn') THEN
    RAISE EXCEPTION 'no step leads from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation', CONSTRAINT = 'filing_step';
  END IF;
  IF (NEW.state IS DISTINCT FROM OLD.state OR NEW.held IS DISTINCT FROM OLD.held) AND NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'a step raises the version by one' USING ERRCODE = 'check_violation', CONSTRAINT = 'filing_version';
  END IF;
  RETURN NEW;
END $$;

-- Whatever is no draft was submitted, a withdrawn filing too.
ALTER TABLE "filing" DROP CONSTRAINT "filing_submitted_whole";
ALTER TABLE "filing" ADD CONSTRAINT "filing_submitted_whole" CHECK (
  CASE
    WHEN "state" = 'draft' THEN "reference" IS NULL AND "submitted_at" IS NULL
    ELSE "reference" IS NOT NULL AND "submitted_at" IS NOT NULL AND "received_on" IS NOT NULL AND "entry_version_id" IS NOT NULL
  END);
