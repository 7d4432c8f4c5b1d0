-- A part of a paper has as many files as its owner puts there, each in a place of its own.
ALTER TABLE "document" ADD COLUMN     "place" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "document" ADD CONSTRAINT "document_place" CHECK ("place" >= 1);

-- What is replaced or taken away gives up its place: two never stand in it.
CREATE UNIQUE INDEX "document_one_in_a_place" ON "document" ("filing_id", "evidence_key", "half", "place")
  WHERE "state" = 'stored' AND "replaced_by_id" IS NULL AND "removed_at" IS NULL;
