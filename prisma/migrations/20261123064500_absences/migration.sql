CREATE EXTENSION IF NOT EXISTS btree_gist;

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nobody is away twice on one day.
ALTER TABLE "absence" ADD CONSTRAINT "absence_days" CHECK ("until_day" >= "from_day");
ALTER TABLE "absence" ADD CONSTRAINT "absence_once"
  EXCLUDE USING gist ("account_id" WITH =, daterange("from_day", "until_day", '[]') WITH &&);
