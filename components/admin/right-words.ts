import { getTranslations } from "next-intl/server";
import { fields as allFields, type Field } from "@/lib/domain/accreditation/schema";
import type { Capability } from "@/lib/domain/actor";
import type { Locale } from "@/lib/i18n/locales";

type FieldsOfRight = readonly (string | null)[];

/** Names the fields of a right, or says in the word for it that they are all; null where it is bound to none. */
export async function fieldsInWords(locale: Locale, every: string): Promise<(fields: FieldsOfRight) => string | null> {
  const fieldWord = await getTranslations("fields.field");
  return (fields) => {
    const named = fields.flatMap((field) => (field === null ? [] : [fieldWord(field as Field)]));
    if (named.length === 0) return null;
    return named.length === allFields.length ? every : named.join(locale === "en" ? ", " : "、");
  };
}

/** Says what a right allows, and in which fields where it is bound to any. */
export async function rightWords(locale: Locale): Promise<(capability: Capability, fields: FieldsOfRight) => string> {
  const t = await getTranslations("people");
  const inWords = await fieldsInWords(locale, t("every_field"));
  return (capability, fields) => {
    const where = inWords(fields);
    const what = t(`capability.${capability}`);
    return where === null ? what : t("right", { capability: what, fields: where });
  };
}
