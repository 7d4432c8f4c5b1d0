-- CreateTable
CREATE TABLE "month_end" (
    "month" TEXT NOT NULL,
    "numbers" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "month_end_pkey" PRIMARY KEY ("month")
);

-- AddForeignKey
ALTER TABLE "month_end" ADD CONSTRAINT "month_end_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A month is signed off once.
ALTER TABLE "month_end" ADD CONSTRAINT "month_end_month" CHECK ("month" ~ '^\d{4}-(0[1-9]|1[0-2])$');
CREATE TRIGGER "month_end_append_only" BEFORE UPDATE OR DELETE ON "month_end" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "month_end_no_truncate" BEFORE TRUNCATE ON "month_end" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
