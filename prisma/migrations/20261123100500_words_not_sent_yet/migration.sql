-- CreateTable
CREATE TABLE "unsent_words" (
    "filing_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unsent_words_pkey" PRIMARY KEY ("filing_id","place")
);

-- AddForeignKey
ALTER TABLE "unsent_words" ADD CONSTRAINT "unsent_words_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "unsent_words" ADD CONSTRAINT "unsent_words_place" CHECK ("place" ~ '^(hearing|item:[0-9a-f-]{36}|job:(new|[0-9]{1,2}))$');

-- Whatever moves a filing on, its professional or the clock, what was typed and not sent has no place any more.
CREATE FUNCTION "unsent_words_forget"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "unsent_words" WHERE "filing_id" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "unsent_words_forget" AFTER UPDATE OF "state" ON "filing"
  FOR EACH ROW WHEN (OLD."state" IS DISTINCT FROM NEW."state" AND OLD."state" IN ('draft', 'awaiting_applicant', 'hearing'))
  EXECUTE FUNCTION "unsent_words_forget"();
