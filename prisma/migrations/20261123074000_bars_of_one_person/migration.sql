-- CreateIndex
CREATE INDEX "look_alike_ruling_other_person_id_idx" ON "look_alike_ruling"("other_person_id");

-- Everybody of whom it was ruled last, from either side, that they are this very person.
CREATE FUNCTION "ruled_same"(person uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT newest."other" FROM (
    SELECT DISTINCT ON (both_sides."other") both_sides."other", both_sides."ruling" FROM (
      SELECT r."other_person_id" AS "other", r."ruling", r."ruled_at"
      FROM "look_alike_ruling" r JOIN "filing" f ON f."id" = r."filing_id"
      WHERE f."person_id" = ruled_same.person AND NOT r."superseded"
      UNION ALL
      SELECT f."person_id", r."ruling", r."ruled_at"
      FROM "look_alike_ruling" r JOIN "filing" f ON f."id" = r."filing_id"
      WHERE r."other_person_id" = ruled_same.person AND NOT r."superseded") both_sides
    ORDER BY both_sides."other", both_sides."ruled_at" DESC) newest
  WHERE newest."ruling" = 'same_person'
$$;
