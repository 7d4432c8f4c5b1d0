-- Every minute the clock asks which filings wait for a day that has passed.
CREATE INDEX "filing_clock" ON "filing" ("due_on", "id")
  WHERE "state" IN ('submitted', 'awaiting_applicant', 'hearing', 'public_notice') AND NOT "held";
