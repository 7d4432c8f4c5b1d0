-- AlterTable
ALTER TABLE "list_entry_version" ADD COLUMN     "import_id" UUID;

-- CreateTable
CREATE TABLE "list_import" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rows" JSONB NOT NULL,
    "problems" JSONB NOT NULL,
    "committed_at" TIMESTAMPTZ(3),

    CONSTRAINT "list_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "list_entry_version_import_id_idx" ON "list_entry_version"("import_id");

-- AddForeignKey
ALTER TABLE "list_entry_version" ADD CONSTRAINT "list_entry_version_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "list_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_import" ADD CONSTRAINT "list_import_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A file with a mistake in it is never taken over.
ALTER TABLE "list_import" ADD CONSTRAINT "list_import_without_problems" CHECK ("committed_at" IS NULL OR "problems" = '[]');
