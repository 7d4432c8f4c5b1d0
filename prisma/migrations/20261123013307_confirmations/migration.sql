-- CreateEnum
CREATE TYPE "confirmation_relation" AS ENUM ('employer', 'referee');

-- CreateEnum
CREATE TYPE "confirmation_answer" AS ENUM ('confirmed', 'not_correct');

-- CreateTable
CREATE TABLE "confirmation" (
    "id" UUID NOT NULL,
    "filing_id" UUID NOT NULL,
    "relation" "confirmation_relation" NOT NULL,
    "email" TEXT NOT NULL,
    "locale" "locale" NOT NULL,
    "warnings" TEXT[],
    "subject" JSONB NOT NULL,
    "token_hash" TEXT NOT NULL,
    "state" "request_state" NOT NULL,
    "answer" "confirmation_answer",
    "answered_name" TEXT,
    "answered_position" TEXT,
    "words" TEXT,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "confirmation_token_hash_key" ON "confirmation"("token_hash");

-- CreateIndex
CREATE INDEX "confirmation_filing_id_idx" ON "confirmation"("filing_id");

-- AddForeignKey
ALTER TABLE "confirmation" ADD CONSTRAINT "confirmation_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One open link to a post; an answer is whole, and stays as it was given.
CREATE UNIQUE INDEX "confirmation_one_open" ON "confirmation" ("filing_id", md5(("subject"->'post')::text)) WHERE "state" = 'sent';
-- From where others have confirmed posts at the same employer.
CREATE INDEX "confirmation_employer" ON "confirmation" (("subject"->'post'->>'employer')) WHERE "state" = 'answered';
ALTER TABLE "confirmation" ADD CONSTRAINT "confirmation_states" CHECK ("state" IN ('sent', 'answered', 'asked_again', 'cancelled'));
ALTER TABLE "confirmation" ADD CONSTRAINT "confirmation_answered_whole" CHECK (
  CASE WHEN "state" = 'answered'
    THEN "answer" IS NOT NULL AND "answered_at" IS NOT NULL AND "answered_name" IS NOT NULL AND "answered_position" IS NOT NULL
      AND ("answer" = 'confirmed' OR "words" IS NOT NULL)
    ELSE num_nonnulls("answer", "answered_at", "answered_name", "answered_position", "words") = 0
  END);

CREATE FUNCTION "confirmation_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a confirmation that has ended stays as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'confirmation_keep';
END $$;
CREATE TRIGGER "confirmation_keep" BEFORE UPDATE OF "state", "answer", "answered_at" ON "confirmation"
  FOR EACH ROW WHEN (OLD."state" <> 'sent') EXECUTE FUNCTION "confirmation_keep"();
