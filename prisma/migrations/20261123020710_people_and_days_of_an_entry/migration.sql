-- CreateTable
CREATE TABLE "entry_tally" (
    "entry_code" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "entry_tally_pkey" PRIMARY KEY ("entry_code","slot")
);

-- CreateTable
CREATE TABLE "entry_time" (
    "entry_code" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "count" INTEGER NOT NULL,
    "median" INTEGER NOT NULL,
    "most" INTEGER NOT NULL,

    CONSTRAINT "entry_time_pkey" PRIMARY KEY ("entry_code")
);

-- Whoever is registered for an entry again counts once.
CREATE FUNCTION "entry_tally_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO entry_tally (entry_code, slot, count)
  SELECT v.entry_code, tally_slot(), 1 FROM list_entry_version v
  WHERE v.id = NEW.entry_version_id AND NOT EXISTS (
    SELECT 1 FROM registration r JOIN list_entry_version o ON o.id = r.entry_version_id
    WHERE r.person_id = NEW.person_id AND o.entry_code = v.entry_code AND (r.created_at, r.id) < (NEW.created_at, NEW.id))
  ON CONFLICT (entry_code, slot) DO UPDATE SET count = entry_tally.count + EXCLUDED.count;
  RETURN NULL;
END $$;
CREATE TRIGGER "entry_tally_keep" AFTER INSERT ON "registration" FOR EACH ROW EXECUTE FUNCTION "entry_tally_keep"();

-- Whoever was registered before there was a tally.
INSERT INTO "entry_tally" ("entry_code", "slot", "count")
SELECT v."entry_code", 0, count(DISTINCT r."person_id") FROM "registration" r JOIN "list_entry_version" v ON v."id" = r."entry_version_id"
GROUP BY 1;
