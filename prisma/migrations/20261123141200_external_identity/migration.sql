-- CreateTable
CREATE TABLE "external_identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "external_identity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateIndex
CREATE UNIQUE INDEX "external_identity_account_id_issuer_key" ON "external_identity"("account_id", "issuer");

-- AddForeignKey
ALTER TABLE "external_identity" ADD CONSTRAINT "external_identity_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- OpenID Connect bounds what a provider calls somebody; a longer name would be somebody else's if it were cut.
ALTER TABLE "external_identity" ADD CONSTRAINT "external_identity_is_named"
  CHECK ("issuer" <> '' AND length("subject") BETWEEN 1 AND 255);
