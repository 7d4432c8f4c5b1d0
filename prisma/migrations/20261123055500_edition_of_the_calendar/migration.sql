-- Every step of a filing needs the calendar, which changes once a year: who remembers it can ask whether it is still the same.
CREATE FUNCTION "calendar_edition"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "office_fact" ("key", "value") VALUES ('calendar_edition', gen_random_uuid()::text)
  ON CONFLICT ("key") DO UPDATE SET "value" = EXCLUDED."value";
  RETURN NULL;
END $$;

CREATE TRIGGER "calendar_edition" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "calendar_day"
  FOR EACH STATEMENT EXECUTE FUNCTION "calendar_edition"();

INSERT INTO "office_fact" ("key", "value") VALUES ('calendar_edition', gen_random_uuid()::text);
