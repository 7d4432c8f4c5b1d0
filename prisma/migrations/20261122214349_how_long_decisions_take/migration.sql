-- CreateTable
CREATE TABLE "decision_tally" (
    "entry_code" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "days" INTEGER NOT NULL,
    "slot" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "decision_tally_pkey" PRIMARY KEY ("entry_code","decided_on","days","slot")
);

-- How many working days of the Mainland calendar follow one day, up to and including another.
CREATE FUNCTION "working_days_between"("after" date, "until" date) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT count(*)::int
  FROM generate_series("after" + 1, "until", interval '1 day') AS s("at")
  LEFT JOIN "calendar_day" c ON c."day" = s."at"::date
  WHERE CASE WHEN c."kind" IS NULL THEN extract(isodow FROM s."at") <= 5 ELSE c."kind" = 'working_weekend' END
$$;

CREATE FUNCTION "decision_tally_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO decision_tally (entry_code, decided_on, days, slot, count)
  SELECT entry_code, decided_on, days, tally_slot(), sum(delta)
  FROM (
    SELECT OLD.entry_code, OLD.decided_on, working_days_between(OLD.received_on, OLD.decided_on) AS days, -1 AS delta
    WHERE TG_OP <> 'INSERT' AND OLD.state IN ('approved', 'refused') AND OLD.received_on IS NOT NULL AND OLD.decided_on IS NOT NULL
    UNION ALL
    SELECT NEW.entry_code, NEW.decided_on, working_days_between(NEW.received_on, NEW.decided_on), 1
    WHERE TG_OP <> 'DELETE' AND NEW.state IN ('approved', 'refused') AND NEW.received_on IS NOT NULL AND NEW.decided_on IS NOT NULL
  ) AS change
  GROUP BY 1, 2, 3 HAVING sum(delta) <> 0 ORDER BY 1, 2, 3
  ON CONFLICT (entry_code, decided_on, days, slot) DO UPDATE SET count = decision_tally.count + EXCLUDED.count;
  RETURN NULL;
END $$;
CREATE TRIGGER "decision_tally_keep" AFTER INSERT OR DELETE OR UPDATE OF "state", "received_on", "decided_on" ON "filing"
  FOR EACH ROW EXECUTE FUNCTION "decision_tally_keep"();

-- What was decided before there was a tally.
INSERT INTO "decision_tally" ("entry_code", "decided_on", "days", "slot", "count")
SELECT d."entry_code", d."decided_on", working_days_between(d."received_on", d."decided_on"), 0, sum(d."n")
FROM (
  SELECT "entry_code", "received_on", "decided_on", count(*) AS "n" FROM "filing"
  WHERE "state" IN ('approved', 'refused') AND "received_on" IS NOT NULL AND "decided_on" IS NOT NULL
  GROUP BY 1, 2, 3
) AS d
GROUP BY 1, 2, 3;
