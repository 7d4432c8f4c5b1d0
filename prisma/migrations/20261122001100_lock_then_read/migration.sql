-- The facts of a filing, locked for the rest of the transaction. Volatile, so that what is read after the wait for the lock is
-- what stands then: each statement of such a function sees what was committed before it.
CREATE FUNCTION "filing_facts_locked"(filing uuid) RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM 1 FROM "filing" f WHERE f."id" = filing_facts_locked.filing FOR UPDATE;
  RETURN "filing_facts"(filing_facts_locked.filing);
END $$;
