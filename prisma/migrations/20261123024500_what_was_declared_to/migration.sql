-- AlterTable
ALTER TABLE "answer" ADD COLUMN     "locale" "locale",
ADD COLUMN     "text_version" INTEGER;

-- Both or neither.
ALTER TABLE "answer" ADD CONSTRAINT "answer_declared_whole" CHECK (num_nulls("text_version", "locale") IN (0, 2));
