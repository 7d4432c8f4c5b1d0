-- CreateTable
CREATE TABLE "reconciliation" (
    "day" DATE NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "compared" INTEGER NOT NULL,
    "differences" JSONB NOT NULL,

    CONSTRAINT "reconciliation_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "export" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "rows" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "export_at_id_idx" ON "export"("at", "id");

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was found and what was taken stays.
ALTER TABLE "reconciliation" ADD CONSTRAINT "reconciliation_differences" CHECK (jsonb_typeof("differences") = 'array' AND "compared" >= 0);
CREATE TRIGGER "reconciliation_append_only" BEFORE UPDATE OR DELETE ON "reconciliation" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "reconciliation_no_truncate" BEFORE TRUNCATE ON "reconciliation" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "export" ADD CONSTRAINT "export_purpose" CHECK ("purpose" IN ('report', 'inquiry', 'check') AND "count" >= 0);
CREATE TRIGGER "export_append_only" BEFORE UPDATE OR DELETE ON "export" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "export_no_truncate" BEFORE TRUNCATE ON "export" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
