-- A later finding supersedes an earlier one and both stay: whoever found anything took part.
ALTER TABLE "finding" DROP CONSTRAINT "finding_pkey",
  ADD COLUMN "superseded" BOOLEAN NOT NULL DEFAULT false,
  ADD CONSTRAINT "finding_pkey" PRIMARY KEY ("filing_id", "check", "revision");
CREATE UNIQUE INDEX "finding_one_newest" ON "finding" ("filing_id", "check") WHERE NOT "superseded";

CREATE FUNCTION "finding_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.superseded OR (to_jsonb(NEW) - 'superseded') IS DISTINCT FROM (to_jsonb(OLD) - 'superseded') THEN
    RAISE EXCEPTION 'a finding stays as it was written' USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_keep';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "finding_keep" BEFORE UPDATE OR DELETE ON "finding" FOR EACH ROW EXECUTE FUNCTION "finding_keep"();
