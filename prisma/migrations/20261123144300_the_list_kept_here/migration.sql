-- CreateEnum
CREATE TYPE "change_treatment" AS ENUM ('grandfather', 'notify');

-- CreateEnum
CREATE TYPE "entry_version_step_kind" AS ENUM ('prepared', 'changed', 'submitted', 'returned', 'approved', 'published', 'withdrawn', 'told');

-- AlterTable
ALTER TABLE "list_entry_version" ADD COLUMN     "approved_by_id" UUID,
ADD COLUMN     "publish_on" DATE,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "treatment" "change_treatment";

-- CreateTable
CREATE TABLE "entry_version_step" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "kind" "entry_version_step_kind" NOT NULL,
    "account_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "words" TEXT,

    CONSTRAINT "entry_version_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "entry_version_step_version_id_id_idx" ON "entry_version_step"("version_id", "id");

-- AddForeignKey
ALTER TABLE "list_entry_version" ADD CONSTRAINT "list_entry_version_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_version_step" ADD CONSTRAINT "entry_version_step_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "list_entry_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_version_step" ADD CONSTRAINT "entry_version_step_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- A version is written by one person and published by another; what was published never changes
-- ---------------------------------------------------------------------------------------------------------------------

CREATE UNIQUE INDEX "list_entry_version_one_open" ON "list_entry_version" ("entry_code") WHERE "state" IN ('draft', 'submitted');
CREATE INDEX "list_entry_version_due" ON "list_entry_version" ("publish_on") WHERE "state" = 'submitted' AND "approved_by_id" IS NOT NULL;
CREATE INDEX "list_entry_version_to_tell" ON "list_entry_version" ("id") WHERE "state" = 'published' AND "treatment" = 'notify';
ALTER TABLE "list_entry_version" ADD CONSTRAINT "list_entry_version_approval"
  CHECK (("approved_by_id" IS NULL) = ("publish_on" IS NULL) AND ("approved_by_id" IS NULL) = ("treatment" IS NULL));

-- What was withdrawn before anybody published it was never on the list.
ALTER TABLE "list_entry_version" DROP CONSTRAINT "list_entry_version_published_at";
ALTER TABLE "list_entry_version" ADD CONSTRAINT "list_entry_version_published_at" CHECK (
  CASE WHEN "state" IN ('draft', 'submitted') THEN "published_at" IS NULL
       WHEN "state" IN ('published', 'superseded') THEN "published_at" IS NOT NULL ELSE TRUE END);

CREATE OR REPLACE FUNCTION "entry_version_now"(entry text) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT v."id" FROM "list_entry_version" v
  WHERE v."entry_code" = entry_version_now.entry AND v."published_at" IS NOT NULL
  ORDER BY v."state" = 'published' DESC, v."number" DESC LIMIT 1
$$;

CREATE OR REPLACE FUNCTION "list_entry_version_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moving text[] := ARRAY['state', 'revision', 'publish_on', 'approved_by_id', 'treatment', 'published_at'];
BEGIN
  IF OLD.state IN ('published', 'superseded', 'withdrawn')
     AND (to_jsonb(NEW) - 'state') IS DISTINCT FROM (to_jsonb(OLD) - 'state') THEN
    RAISE EXCEPTION 'a published version keeps its words' USING ERRCODE = 'check_violation', CONSTRAINT = 'list_entry_version_keep';
  END IF;
  IF OLD.state = 'submitted' AND (to_jsonb(NEW) - moving) IS DISTINCT FROM (to_jsonb(OLD) - moving) THEN
    RAISE EXCEPTION 'a submitted version keeps its words' USING ERRCODE = 'check_violation', CONSTRAINT = 'list_entry_version_keep';
  END IF;
  IF NEW.state <> OLD.state AND NOT (CASE OLD.state
       WHEN 'draft' THEN NEW.state IN ('submitted', 'withdrawn')
       WHEN 'submitted' THEN NEW.state IN ('draft', 'published', 'withdrawn')
       WHEN 'published' THEN NEW.state IN ('superseded', 'withdrawn')
       WHEN 'withdrawn' THEN NEW.state = 'published' AND OLD.published_at IS NOT NULL
       ELSE FALSE END) THEN
    RAISE EXCEPTION 'a version goes no such way' USING ERRCODE = 'check_violation', CONSTRAINT = 'list_entry_version_way';
  END IF;
  IF OLD.state = 'submitted' AND NEW.state = 'published' AND NEW.approved_by_id IS NULL THEN
    RAISE EXCEPTION 'somebody approves a version' USING ERRCODE = 'check_violation', CONSTRAINT = 'list_entry_version_two_people';
  END IF;
  IF NEW.approved_by_id IS DISTINCT FROM OLD.approved_by_id AND EXISTS (
       SELECT 1 FROM "entry_version_step" s WHERE s.version_id = NEW.id AND s.account_id = NEW.approved_by_id
         AND s.kind IN ('prepared', 'changed', 'submitted')) THEN
    RAISE EXCEPTION 'nobody publishes what they wrote' USING ERRCODE = 'check_violation', CONSTRAINT = 'list_entry_version_two_people';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION "list_entry_version_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version that was published stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'list_entry_version_keep';
END $$;
CREATE TRIGGER "list_entry_version_stays" BEFORE DELETE ON "list_entry_version"
  FOR EACH ROW WHEN (OLD."published_at" IS NOT NULL) EXECUTE FUNCTION "list_entry_version_stays"();

CREATE TRIGGER "entry_version_step_append_only" BEFORE UPDATE OR DELETE ON "entry_version_step" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "entry_version_step_no_truncate" BEFORE TRUNCATE ON "entry_version_step" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Whom a change touches.
CREATE INDEX "registration_of_version" ON "registration" ("entry_version_id", "id") WHERE "state" IN ('in_force', 'suspended');
CREATE INDEX "filing_open_of_entry" ON "filing" ("entry_code", "id")
  WHERE "state" NOT IN ('approved', 'refused', 'not_accepted', 'closed_no_response', 'withdrawn');
