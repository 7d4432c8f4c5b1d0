-- Drafts end so many days after they were last worked on; the clock looks for the oldest.
CREATE INDEX "filing_drafts" ON "filing" ("edited_at", "id") WHERE "state" = 'draft';
