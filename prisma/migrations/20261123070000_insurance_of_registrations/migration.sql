-- Insurance is looked for by its last day, among the few answers that give one.
CREATE INDEX "answer_insurance_until" ON "answer" (("value" #>> '{}')) WHERE "question" = 'insurance_until';
