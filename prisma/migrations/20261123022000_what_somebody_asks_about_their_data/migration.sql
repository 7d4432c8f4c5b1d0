-- CreateEnum
CREATE TYPE "data_request_kind" AS ENUM ('correction', 'erasure');

-- CreateEnum
CREATE TYPE "data_request_state" AS ENUM ('open', 'done', 'refused');

-- AlterTable
ALTER TABLE "document" ADD COLUMN     "destroyed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "data_request" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "data_request_kind" NOT NULL,
    "state" "data_request_state" NOT NULL DEFAULT 'open',
    "subject" TEXT NOT NULL,
    "words" BYTEA,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "answer" BYTEA,

    CONSTRAINT "data_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "data_request_state_due_on_idx" ON "data_request"("state", "due_on");

-- CreateIndex
CREATE INDEX "data_request_person_id_idx" ON "data_request"("person_id");

-- AddForeignKey
ALTER TABLE "data_request" ADD CONSTRAINT "data_request_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "data_request" ADD CONSTRAINT "data_request_answered" CHECK (("state" = 'open') = ("answered_at" IS NULL));
ALTER TABLE "data_request" ADD CONSTRAINT "data_request_refused_says_why" CHECK ("state" <> 'refused' OR "answer" IS NOT NULL);
CREATE UNIQUE INDEX "data_request_one_erasure" ON "data_request" ("person_id") WHERE "kind" = 'erasure' AND "state" = 'open';

-- What was submitted stays as it is until its time has run out: then whoever erases says of which filing.
CREATE OR REPLACE FUNCTION "filing_in_the_professionals_hands"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  filing_row "filing"%ROWTYPE;
BEGIN
  SELECT * INTO filing_row FROM "filing" WHERE "id" = COALESCE(NEW.filing_id, OLD.filing_id);
  IF FOUND AND (filing_row.held OR filing_row.state NOT IN ('draft', 'awaiting_applicant', 'hearing')) THEN
    IF TG_OP = 'DELETE' AND NOT filing_row.held
      AND filing_row.state IN ('approved', 'refused', 'not_accepted', 'closed_no_response', 'withdrawn')
      AND current_setting('office.erases', true) = filing_row.id::text THEN
      RETURN OLD;
    END IF;
    RAISE EXCEPTION 'what was submitted stays as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'filing_locked';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;

CREATE OR REPLACE FUNCTION "finding_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('office.erases', true) = OLD.filing_id::text
    AND NEW.note = '' AND (to_jsonb(NEW) - 'note') = (to_jsonb(OLD) - 'note') THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR OLD.superseded OR (to_jsonb(NEW) - 'superseded') IS DISTINCT FROM (to_jsonb(OLD) - 'superseded') THEN
    RAISE EXCEPTION 'a finding stays as it was written' USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_keep';
  END IF;
  RETURN NEW;
END $$;
