-- CreateEnum
CREATE TYPE "look_up_way" AS ENUM ('by_hand', 'by_machine');

-- AlterTable
ALTER TABLE "finding" ADD COLUMN     "looked_up" "look_up_way",
ADD COLUMN     "looked_up_at" TIMESTAMPTZ(3),
ADD COLUMN     "source" TEXT;

-- A look-up says where, how and when, or nothing.
ALTER TABLE "finding" ADD CONSTRAINT "finding_look_up_whole" CHECK (num_nulls("source", "looked_up", "looked_up_at") IN (0, 3));
