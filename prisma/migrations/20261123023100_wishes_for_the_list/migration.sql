-- CreateTable
CREATE TABLE "wish" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "qualification" TEXT NOT NULL,
    "issuing_body" TEXT NOT NULL,
    "entry_code" TEXT,
    "email" TEXT,
    "locale" "locale" NOT NULL,
    "token_hash" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "wish_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "wish_token_hash_key" ON "wish"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "wish_key_email_key" ON "wish"("key", "email");

-- Who waits to be told; and addresses that nobody confirmed.
CREATE INDEX "wish_waiting" ON "wish" ("asked_at") WHERE "confirmed_at" IS NOT NULL AND "told_at" IS NULL;
CREATE INDEX "wish_unconfirmed" ON "wish" ("asked_at") WHERE "email" IS NOT NULL AND "confirmed_at" IS NULL;
ALTER TABLE "wish" ADD CONSTRAINT "wish_confirmed_whole" CHECK ("confirmed_at" IS NULL OR "token_hash" IS NOT NULL);
