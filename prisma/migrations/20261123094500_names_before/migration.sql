-- AlterTable
ALTER TABLE "person" ADD COLUMN     "former_given_names" TEXT,
ADD COLUMN     "former_name_zh" TEXT,
ADD COLUMN     "former_search_key" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "former_surname" TEXT;

-- Few people have one: the indexes hold those alone.
CREATE INDEX "person_former_latin_name" ON "person" ("latin_name_key"("former_surname", "former_given_names")) WHERE "former_search_key" <> '';
CREATE INDEX "person_former_chinese_name" ON "person" ((split_part("former_search_key", ' ', 1)))
  WHERE "former_search_key" <> '' AND "former_name_zh" IS NOT NULL;

ALTER TABLE "look_alike_ruling" DROP CONSTRAINT "look_alike_ruling_grounds";
ALTER TABLE "look_alike_ruling" ADD CONSTRAINT "look_alike_ruling_grounds" CHECK (
  cardinality("grounds") > 0 AND "grounds" <@ ARRAY['identity_number', 'name', 'former_name', 'licence_number']);

-- As before; and whoever had a name before looks like those who have it now or had it then.
CREATE OR REPLACE FUNCTION "look_alikes"(filing uuid) RETURNS TABLE ("person_id" uuid, "grounds" text[]) LANGUAGE sql STABLE AS $$
  WITH own AS (
    SELECT f."id", f."person_id", v."issuing_body_en" AS "board", p."name_zh",
      split_part(p."search_key", ' ', 1) AS "chinese", "latin_name_key"(p."surname", p."given_names") AS "latin",
      CASE WHEN p."former_name_zh" IS NOT NULL THEN split_part(p."former_search_key", ' ', 1) END AS "former_chinese",
      "latin_name_key"(p."former_surname", p."former_given_names") AS "former_latin"
    FROM "filing" f JOIN "person" p ON p."id" = f."person_id"
    LEFT JOIN "list_entry_version" v ON v."id" = f."entry_version_id"
    WHERE f."id" = look_alikes.filing
  ), named AS (
    SELECT o."id", 'name' AS "ground" FROM own JOIN "person" o ON own."name_zh" IS NOT NULL AND o."name_zh" IS NOT NULL
      AND split_part(o."search_key", ' ', 1) = own."chinese" AND o."id" <> own."person_id"
    UNION
    -- Many Chinese names sound alike: Latin letters alone speak only where there is no Chinese name to compare.
    SELECT o."id", 'name' FROM own JOIN "person" o ON "latin_name_key"(o."surname", o."given_names") = own."latin"
      AND (o."name_zh" IS NULL OR own."name_zh" IS NULL) AND o."id" <> own."person_id"
    UNION
    SELECT o."id", 'former_name' FROM own JOIN "person" o ON o."name_zh" IS NOT NULL
      AND split_part(o."search_key", ' ', 1) = own."former_chinese" AND o."id" <> own."person_id"
    UNION
    SELECT o."id", 'former_name' FROM own JOIN "person" o ON o."former_search_key" <> '' AND o."former_name_zh" IS NOT NULL
      AND split_part(o."former_search_key", ' ', 1) = ANY (ARRAY[CASE WHEN own."name_zh" IS NOT NULL THEN own."chinese" END, own."former_chinese"])
      AND o."id" <> own."person_id"
    UNION
    SELECT o."id", 'former_name' FROM own JOIN "person" o ON "latin_name_key"(o."surname", o."given_names") = own."former_latin"
      AND (o."name_zh" IS NULL OR own."name_zh" IS NULL) AND o."id" <> own."person_id"
    UNION
    SELECT o."id", 'former_name' FROM own JOIN "person" o ON o."former_search_key" <> ''
      AND "latin_name_key"(o."former_surname", o."former_given_names") = ANY (ARRAY[own."latin", own."former_latin"])
      AND (o."name_zh" IS NULL OR own."name_zh" IS NULL) AND o."id" <> own."person_id"
  ), hits AS (
    SELECT b."person_id", 'identity_number' AS "ground"
    FROM own JOIN "identity_document" a ON a."person_id" = own."person_id"
    JOIN "identity_document" b ON b."number_index" = a."number_index" AND b."person_id" <> own."person_id"
    UNION
    SELECT n."id", n."ground" FROM own CROSS JOIN named n WHERE NOT "are_told_apart"(own."person_id", n."id")
    UNION
    SELECT g."person_id", 'licence_number'
    FROM own JOIN "answer" a ON a."filing_id" = own."id" AND a."question" = 'home_registration_number'
    JOIN "answer" b ON b."question" = 'home_registration_number' AND "licence_key"(b."value") = "licence_key"(a."value")
    JOIN "filing" g ON g."id" = b."filing_id" AND g."person_id" <> own."person_id"
    JOIN "list_entry_version" v ON v."id" = g."entry_version_id" AND v."issuing_body_en" = own."board"
  )
  SELECT h."person_id", array_agg(h."ground" ORDER BY h."ground") FROM hits h
  WHERE EXISTS (SELECT 1 FROM "filing" g WHERE g."person_id" = h."person_id" AND g."state" <> 'draft')
  GROUP BY h."person_id"
$$;
