-- CreateEnum
CREATE TYPE "paper_language" AS ENUM ('chinese', 'chinese_or_english', 'other');

-- AlterTable
ALTER TABLE "document" ADD COLUMN     "language" "paper_language",
ADD COLUMN     "signs" TEXT[] DEFAULT ARRAY[]::TEXT[];
