-- The filings decided of late, whose number the statistics state.
CREATE INDEX "filing_decided_on_idx" ON "filing" ("decided_on", "id") WHERE "state" IN ('approved', 'refused');
