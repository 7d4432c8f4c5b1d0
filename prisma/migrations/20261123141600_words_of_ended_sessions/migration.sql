-- CreateTable
CREATE TABLE "kept_post" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "seal_key" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kept_post_pkey" PRIMARY KEY ("account_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "kept_post_id_key" ON "kept_post"("id");

-- AddForeignKey
ALTER TABLE "kept_post" ADD CONSTRAINT "kept_post_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
