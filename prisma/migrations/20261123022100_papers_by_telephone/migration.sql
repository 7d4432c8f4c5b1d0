-- CreateTable
CREATE TABLE "paper_handover" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "filing_id" UUID NOT NULL,
    "evidence_key" TEXT NOT NULL,
    "half" "document_half" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),
    "document_id" UUID,

    CONSTRAINT "paper_handover_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "paper_handover_token_hash_key" ON "paper_handover"("token_hash");

-- CreateIndex
CREATE INDEX "paper_handover_account_id_filing_id_idx" ON "paper_handover"("account_id", "filing_id");

-- AddForeignKey
ALTER TABLE "paper_handover" ADD CONSTRAINT "paper_handover_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_handover" ADD CONSTRAINT "paper_handover_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_handover" ADD CONSTRAINT "paper_handover_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One open link of an account; what came by a link came while it was open; who signs out takes their links along.
CREATE UNIQUE INDEX "paper_handover_one_open" ON "paper_handover" ("account_id") WHERE "ended_at" IS NULL AND "used_at" IS NULL;
ALTER TABLE "paper_handover" ADD CONSTRAINT "paper_handover_order" CHECK ("expires_at" > "created_at" AND ("document_id" IS NULL OR "used_at" IS NOT NULL));

CREATE FUNCTION "paper_handover_ends_with_session"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE paper_handover SET ended_at = NEW.ended_at WHERE account_id = NEW.account_id AND ended_at IS NULL AND document_id IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "paper_handover_ends_with_session" AFTER UPDATE OF "ended_at" ON "session"
  FOR EACH ROW WHEN (OLD."ended_at" IS NULL AND NEW."ended_at" IS NOT NULL) EXECUTE FUNCTION "paper_handover_ends_with_session"();
