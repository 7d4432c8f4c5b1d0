import type { Db } from "@/lib/data/client";
import type { Field } from "@/lib/domain/accreditation/schema";

export type FieldAuthority = { field: Field; authority: { en: string; "zh-Hant": string; "zh-Hans": string } };

/** Each field with the body that decides it, in the order of the fields. */
export async function listFieldAuthorities(db: Db): Promise<FieldAuthority[]> {
  const fields = await db.field.findMany({
    orderBy: { position: "asc" },
    select: { code: true, authority: { select: { nameEn: true, nameZhHant: true, nameZhHans: true } } },
  });
  return fields.map(({ code, authority }) => ({
    field: code as Field,
    authority: { en: authority.nameEn, "zh-Hant": authority.nameZhHant, "zh-Hans": authority.nameZhHans },
  }));
}

/** The codes of all fields. */
export async function listFields(db: Db): Promise<string[]> {
  return (await db.field.findMany({ orderBy: { position: "asc" }, select: { code: true } })).map(({ code }) => code);
}

/** The name of the body that decides filings of a field. */
export async function findAuthorityOfField(db: Db, field: string): Promise<FieldAuthority["authority"]> {
  const [name] = await db.$queryRaw<FieldAuthority["authority"][]>`
    SELECT a."name_en" AS "en", a."name_zh_hant" AS "zh-Hant", a."name_zh_hans" AS "zh-Hans"
    FROM "field" f JOIN "authority" a ON a."code" = f."authority_code" WHERE f."code" = ${field}`;
  if (!name) throw new Error(`No authority decides filings of ${field}.`);
  return name;
}

/** For how many working days the authority of a field hears somebody before it takes something from them. */
export async function findHearingDays(db: Db, field: string): Promise<number> {
  const { authority } = await db.field.findUniqueOrThrow({
    where: { code: field },
    select: { authority: { select: { hearingDays: true } } },
  });
  return authority.hearingDays;
}
