-- Whoever takes the next filing asks for the first due that nobody examines: not past all those that somebody does.
CREATE INDEX "filing_unclaimed" ON "filing" ("field_code", "state", "due_on", "id") WHERE "reviewer_id" IS NULL AND "due_on" IS NOT NULL;

-- The register by standing: the few that are suspended are found without reading all that are in force.
CREATE INDEX "registration_state_valid_from_id_idx" ON "registration"("state", "valid_from", "id");

-- The same columns as before. The entry is joined only where something of it is asked for: choosing and counting ask for nothing.
CREATE OR REPLACE VIEW "public_register" AS
SELECT r."number", r."field_code", r."state", r."state_from", r."valid_from", r."valid_until",
  v."entry_code", v."qualification_en", v."qualification_zh_hant", v."qualification_zh_hans",
  v."issuing_body_en", v."issuing_body_zh_hant", v."issuing_body_zh_hans",
  CASE WHEN r."published" THEN r."name_zh" END AS "name_zh",
  CASE WHEN r."published" THEN r."surname" END AS "surname",
  CASE WHEN r."published" THEN r."given_names" END AS "given_names",
  CASE WHEN r."published" THEN r."institution" END AS "institution",
  CASE WHEN r."published" THEN r."home_registration_number" END AS "home_registration_number",
  CASE WHEN r."published" THEN r."scope_en" END AS "scope_en",
  CASE WHEN r."published" THEN r."scope_zh_hant" END AS "scope_zh_hant",
  CASE WHEN r."published" THEN r."scope_zh_hans" END AS "scope_zh_hans",
  r."published", r."search_key", r."id"
FROM "registration" r
LEFT JOIN "list_entry_version" v ON v."id" = r."entry_version_id";
