-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "read_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "mail_account_id_created_at_id_idx" ON "mail"("account_id", "created_at", "id");

-- How many wait unread is asked on the first page of everybody who signs in.
CREATE INDEX "mail_unread" ON "mail" ("account_id") WHERE "read_at" IS NULL;
