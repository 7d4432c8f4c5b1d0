-- What is typed against a refusal is kept like every other form that is sent as a whole, until the refusal is objected to.
ALTER TABLE "unsent_words" DROP CONSTRAINT "unsent_words_place";
ALTER TABLE "unsent_words" ADD CONSTRAINT "unsent_words_place"
  CHECK ("place" ~ '^(hearing|objection|item:[0-9a-f-]{36}|job:(new|[0-9]{1,2}))$');
DROP TRIGGER "unsent_words_forget" ON "filing";
CREATE TRIGGER "unsent_words_forget" AFTER UPDATE OF "state" ON "filing"
  FOR EACH ROW WHEN (OLD."state" IS DISTINCT FROM NEW."state" AND OLD."state" IN ('draft', 'awaiting_applicant', 'hearing', 'refused'))
  EXECUTE FUNCTION "unsent_words_forget"();
