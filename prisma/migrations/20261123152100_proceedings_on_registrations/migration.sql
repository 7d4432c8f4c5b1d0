-- CreateEnum
CREATE TYPE "proceeding_kind" AS ENUM ('suspension', 'revocation', 'lifting');

-- CreateEnum
CREATE TYPE "proceeding_state" AS ENUM ('proposed', 'hearing', 'second_check', 'decided', 'dropped');

-- AlterTable
ALTER TABLE "registration" ADD COLUMN     "ending" "registration_state",
ADD COLUMN     "ending_for" TEXT,
ADD COLUMN     "ending_from" DATE,
ADD COLUMN     "is_void" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "suspended_for" TEXT,
ADD COLUMN     "suspended_from" DATE,
ADD COLUMN     "suspended_until" DATE;

-- CreateTable
CREATE TABLE "proceeding" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "kind" "proceeding_kind" NOT NULL,
    "state" "proceeding_state" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "reason_code" TEXT NOT NULL,
    "words" BYTEA NOT NULL,
    "effective_on" DATE NOT NULL,
    "until_on" DATE,
    "from_the_start" BOOLEAN NOT NULL DEFAULT false,
    "hearing_until" DATE,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "statement" BYTEA,
    "answered_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "note" BYTEA,
    "holds_from" DATE,

    CONSTRAINT "proceeding_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "proceeding_registration_id_idx" ON "proceeding"("registration_id");

-- CreateIndex
CREATE INDEX "proceeding_state_hearing_until_idx" ON "proceeding"("state", "hearing_until");

-- AddForeignKey
ALTER TABLE "proceeding" ADD CONSTRAINT "proceeding_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One that is suspended says since when; whoever was suspended before there were proceedings has been since that day.
UPDATE "registration" SET "suspended_from" = "state_from" WHERE "state" = 'suspended';
ALTER TABLE "registration" ADD CONSTRAINT "registration_suspension" CHECK (
  ("state" <> 'suspended' OR "suspended_from" IS NOT NULL)
  AND ("suspended_from" IS NOT NULL OR ("suspended_until" IS NULL AND "suspended_for" IS NULL))
  AND ("suspended_until" IS NULL OR "suspended_from" <= "suspended_until"));
ALTER TABLE "registration" ADD CONSTRAINT "registration_ending" CHECK (
  ("ending" IS NULL) = ("ending_from" IS NULL) AND ("ending" IS NULL OR "ending" IN ('cancelled', 'revoked'))
  AND (NOT "is_void" OR ("ending" IS NOT NULL AND "ending" = 'revoked')));

-- The few on which something was decided are found without reading all that are in force.
CREATE INDEX "registration_suspended" ON "registration" ("valid_from", "id") WHERE "suspended_from" IS NOT NULL;
CREATE INDEX "registration_ending" ON "registration" ("ending_from", "id") WHERE "ending_from" IS NOT NULL;

-- What was decided on a registration stays, and what ended stays so.
CREATE OR REPLACE FUNCTION "registration_step"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('expired', 'lapsed', 'cancelled', 'revoked') AND NEW.state IS DISTINCT FROM OLD.state THEN
    RAISE EXCEPTION 'an ended registration stays ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'registration_step';
  END IF;
  IF OLD.ending IS NOT NULL AND ((NEW.ending, NEW.ending_from) IS DISTINCT FROM (OLD.ending, OLD.ending_from)
     OR (OLD.is_void AND NOT NEW.is_void)) THEN
    RAISE EXCEPTION 'an end that was decided on stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'registration_ending_keep';
  END IF;
  IF (NEW.state, NEW.suspended_from, NEW.suspended_until, NEW.ending_from) IS DISTINCT FROM
     (OLD.state, OLD.suspended_from, OLD.suspended_until, OLD.ending_from) AND NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'a step raises the version by one' USING ERRCODE = 'check_violation', CONSTRAINT = 'registration_version';
  END IF;
  RETURN NEW;
END $$;

-- The last day before anything that was decided takes a registration out of force; null once that is written down.
CREATE FUNCTION "valid_through"(state "registration_state", valid_until date, suspended_from date, ending_from date)
RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN state = 'in_force' THEN LEAST(valid_until, suspended_from - 1, ending_from - 1) END
$$;

CREATE OR REPLACE FUNCTION "person_standing_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE person SET
    first_registered_on = (SELECT min(valid_from) FROM registration WHERE person_id = NEW.person_id AND NOT is_void),
    valid_until = (SELECT max("valid_through"(state, valid_until, suspended_from, ending_from))
      FROM registration WHERE person_id = NEW.person_id)
  WHERE id = NEW.person_id;
  RETURN NULL;
END $$;
DROP TRIGGER "person_standing_keep" ON "registration";
CREATE TRIGGER "person_standing_keep"
  AFTER INSERT OR UPDATE OF "state", "valid_from", "valid_until", "suspended_from", "ending_from", "is_void" ON "registration"
  FOR EACH ROW EXECUTE FUNCTION "person_standing_keep"();

-- What never held counts for no entry, unless its holder has another that does.
CREATE FUNCTION "entry_tally_void"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO entry_tally (entry_code, slot, count)
  SELECT v.entry_code, tally_slot(), -1 FROM list_entry_version v
  WHERE v.id = NEW.entry_version_id AND NOT EXISTS (
    SELECT 1 FROM registration r JOIN list_entry_version o ON o.id = r.entry_version_id
    WHERE r.person_id = NEW.person_id AND o.entry_code = v.entry_code AND r.id <> NEW.id AND NOT r.is_void)
  ON CONFLICT (entry_code, slot) DO UPDATE SET count = entry_tally.count + EXCLUDED.count;
  RETURN NULL;
END $$;
CREATE TRIGGER "entry_tally_void" AFTER UPDATE OF "is_void" ON "registration"
  FOR EACH ROW WHEN (NEW."is_void" AND NOT OLD."is_void") EXECUTE FUNCTION "entry_tally_void"();

CREATE OR REPLACE FUNCTION "entry_tally_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO entry_tally (entry_code, slot, count)
  SELECT v.entry_code, tally_slot(), 1 FROM list_entry_version v
  WHERE v.id = NEW.entry_version_id AND NOT EXISTS (
    SELECT 1 FROM registration r JOIN list_entry_version o ON o.id = r.entry_version_id
    WHERE r.person_id = NEW.person_id AND o.entry_code = v.entry_code AND NOT r.is_void
      AND (r.created_at, r.id) < (NEW.created_at, NEW.id))
  ON CONFLICT (entry_code, slot) DO UPDATE SET count = entry_tally.count + EXCLUDED.count;
  RETURN NULL;
END $$;

-- The same columns as before, and the dates and classes of what was decided.
CREATE OR REPLACE VIEW "public_register" AS
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
  r."published", r."search_key", r."id",
  r."suspended_from", r."suspended_until", r."suspended_for", r."ending", r."ending_from", r."ending_for"
FROM "registration" r
LEFT JOIN "list_entry_version" v ON v."id" = r."entry_version_id";

-- ---------------------------------------------------------------------------------------------------------------------
-- Proceedings
-- ---------------------------------------------------------------------------------------------------------------------

-- Four eyes: whoever proposes does not decide.
ALTER TABLE "proceeding" ADD CONSTRAINT "proceeding_two_people" CHECK ("decided_by_id" <> "proposed_by_id");
ALTER TABLE "proceeding" ADD CONSTRAINT "proceeding_whole" CHECK (
  ("kind" = 'lifting') = ("hearing_until" IS NULL)
  AND ("until_on" IS NULL OR ("kind" = 'suspension' AND "effective_on" <= "until_on"))
  AND (NOT "from_the_start" OR "kind" = 'revocation')
  AND ("hearing_until" IS NULL OR "effective_on" > "hearing_until")
  AND ("statement" IS NULL) = ("answered_at" IS NULL)
  AND ("state" = 'decided') = ("holds_from" IS NOT NULL)
  AND ("state" <> 'decided' OR ("decided_by_id" IS NOT NULL AND "decided_at" IS NOT NULL)));
-- Of each kind one at a time.
CREATE UNIQUE INDEX "proceeding_one_open" ON "proceeding" ("registration_id", "kind") WHERE "state" NOT IN ('decided', 'dropped');

CREATE FUNCTION "proceeding_step"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'proposed' THEN
      RAISE EXCEPTION 'a proceeding begins with its proposal' USING ERRCODE = 'check_violation', CONSTRAINT = 'proceeding_step';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR (OLD.state::text || '>' || NEW.state::text) NOT IN (
    'proposed>hearing', 'proposed>second_check', 'hearing>second_check', 'hearing>dropped', 'second_check>decided', 'second_check>dropped')
    OR NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'no step leads there' USING ERRCODE = 'check_violation', CONSTRAINT = 'proceeding_step';
  END IF;
  IF (to_jsonb(NEW) - '{state,version,statement,answered_at,decided_by_id,decided_at,note,holds_from}'::text[])
     IS DISTINCT FROM (to_jsonb(OLD) - '{state,version,statement,answered_at,decided_by_id,decided_at,note,holds_from}'::text[])
     OR (NEW.statement IS DISTINCT FROM OLD.statement AND OLD.state <> 'hearing') THEN
    RAISE EXCEPTION 'what was proposed stays as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'proceeding_keep';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "proceeding_step" BEFORE INSERT OR UPDATE OR DELETE ON "proceeding" FOR EACH ROW EXECUTE FUNCTION "proceeding_step"();
CREATE TRIGGER "proceeding_no_truncate" BEFORE TRUNCATE ON "proceeding" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- False papers have barred since there were bars; so does a serious breach in practice. Each authority may set its own years.
INSERT INTO "bar_length" ("authority_code", "reason_code", "years") SELECT "code", 'serious_breach', 5 FROM "authority"
ON CONFLICT DO NOTHING;
