-- CreateTable
CREATE TABLE "bar_length" (
    "authority_code" TEXT NOT NULL,
    "reason_code" TEXT NOT NULL,
    "years" INTEGER NOT NULL,

    CONSTRAINT "bar_length_pkey" PRIMARY KEY ("authority_code","reason_code")
);

-- CreateTable
CREATE TABLE "bar" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "field_code" TEXT NOT NULL,
    "filing_id" UUID NOT NULL,
    "reason_codes" TEXT[],
    "number_indexes" TEXT[],
    "from_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,
    "lifted_on" DATE,

    CONSTRAINT "bar_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bar_person_id_field_code_idx" ON "bar"("person_id", "field_code");

-- CreateIndex
CREATE INDEX "bar_number_indexes_idx" ON "bar" USING GIN ("number_indexes");

-- AddForeignKey
ALTER TABLE "bar_length" ADD CONSTRAINT "bar_length_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bar" ADD CONSTRAINT "bar_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bar" ADD CONSTRAINT "bar_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "bar_length" ADD CONSTRAINT "bar_length_years" CHECK ("years" BETWEEN 1 AND 20);
ALTER TABLE "bar" ADD CONSTRAINT "bar_field_fkey" FOREIGN KEY ("field_code") REFERENCES "field"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "bar" ADD CONSTRAINT "bar_days" CHECK ("from_day" <= "until_day" AND cardinality("reason_codes") > 0);
-- One refusal bars once; where it falls, its bar is lifted and stays on record.
CREATE UNIQUE INDEX "bar_one_of_a_refusal" ON "bar" ("filing_id") WHERE "lifted_on" IS NULL;

CREATE FUNCTION "bar_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."lifted_on" IS NOT NULL OR to_jsonb(NEW) - 'lifted_on' <> to_jsonb(OLD) - 'lifted_on' THEN
    RAISE EXCEPTION 'a bar stays as it was written' USING ERRCODE = 'check_violation', CONSTRAINT = 'bar_keep';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "bar_keep" BEFORE UPDATE OR DELETE ON "bar" FOR EACH ROW EXECUTE FUNCTION "bar_keep"();

-- Whoever deceived files again after five years (the rule of the tax authority); each authority may set its own.
INSERT INTO "bar_length" ("authority_code", "reason_code", "years") SELECT "code", 'false_statement', 5 FROM "authority";
