-- CreateEnum
CREATE TYPE "shown_factor" AS ENUM ('app', 'recovery_code', 'mailed_code');

-- CreateEnum
CREATE TYPE "mailed_code_purpose" AS ENUM ('address', 'sign_in');

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "devices_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "shown" "shown_factor";

-- AlterTable
ALTER TABLE "mailed_code" ADD COLUMN     "purpose" "mailed_code_purpose" NOT NULL DEFAULT 'address';

-- CreateTable
CREATE TABLE "second_factor" (
    "account_id" UUID NOT NULL,
    "seal_key" BYTEA NOT NULL,
    "secret" BYTEA NOT NULL,
    "last_step" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "account_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("account_id","code_hash")
);

-- AddForeignKey
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A code is taken once: neither may the last step go back, nor a used code become fresh.
CREATE FUNCTION "second_factor_goes_forward"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."last_step" <= OLD."last_step" THEN
    RAISE EXCEPTION 'a code of this step was taken before' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "second_factor_goes_forward" BEFORE UPDATE ON "second_factor"
  FOR EACH ROW EXECUTE FUNCTION "second_factor_goes_forward"();

CREATE FUNCTION "recovery_code_once"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."used_at" IS NOT NULL THEN
    RAISE EXCEPTION 'a recovery code is used once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "recovery_code_once" BEFORE UPDATE ON "recovery_code"
  FOR EACH ROW EXECUTE FUNCTION "recovery_code_once"();
