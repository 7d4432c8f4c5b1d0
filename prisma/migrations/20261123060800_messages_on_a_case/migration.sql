-- CreateEnum
CREATE TYPE "message_side" AS ENUM ('applicant', 'office');

-- CreateTable
CREATE TABLE "case_message" (
    "id" UUID NOT NULL,
    "filing_id" UUID NOT NULL,
    "side" "message_side" NOT NULL,
    "account_id" UUID NOT NULL,
    "words" BYTEA NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_message_filing_id_written_at_idx" ON "case_message"("filing_id", "written_at");

-- AddForeignKey
ALTER TABLE "case_message" ADD CONSTRAINT "case_message_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the other side has not read is counted for every line of the queue.
CREATE INDEX "case_message_unread" ON "case_message" ("filing_id", "side") WHERE "read_at" IS NULL;
ALTER TABLE "case_message" ADD CONSTRAINT "case_message_read_after" CHECK ("read_at" IS NULL OR "read_at" >= "written_at");

-- A message stays as it was written: that it was read is added once, and only whoever erases takes it away.
CREATE FUNCTION "case_message_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('office.erases', true) = OLD.filing_id::text THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.read_at IS NULL AND (to_jsonb(NEW) - 'read_at') = (to_jsonb(OLD) - 'read_at') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a message stays as it was written' USING ERRCODE = 'check_violation', CONSTRAINT = 'case_message_keep';
END $$;
CREATE TRIGGER "case_message_keep" BEFORE UPDATE OR DELETE ON "case_message"
  FOR EACH ROW EXECUTE FUNCTION "case_message_keep"();
