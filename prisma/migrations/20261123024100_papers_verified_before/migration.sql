-- AlterTable
ALTER TABLE "document" ADD COLUMN     "copied_from_id" UUID,
ADD COLUMN     "verified_by_id" UUID,
ADD COLUMN     "verified_on" DATE,
ADD COLUMN     "verified_until" DATE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_copied_from_id_fkey" FOREIGN KEY ("copied_from_id") REFERENCES "document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Whose verification it is and since when belong together; copies are looked for when their original goes.
ALTER TABLE "document" ADD CONSTRAINT "document_verified_whole" CHECK (
  ("verified_on" IS NULL) = ("verified_by_id" IS NULL) AND ("verified_on" IS NOT NULL OR "verified_until" IS NULL));
CREATE INDEX "document_copied_from" ON "document" ("copied_from_id") WHERE "copied_from_id" IS NOT NULL;
