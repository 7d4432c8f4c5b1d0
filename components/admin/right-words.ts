import { getTranslations } from "next-intl/server";
import { fields as allFields, type Field } from "@/lib/domain/accreditation/schema";
import type { Capability } from "@/lib/domain/actor";
import type { Locale } from "@/lib/i18n/locales";

/** Says what a right allows, and in which fields where it is bound to any. */
export async function rightWords(
  locale: Locale,
): Promise<(capability: Capability, fields: readonly (string | null)[]) => string> {
  const [t, fieldWord] = await Promise.all([getTranslations("people"), getTranslations("fields.field")]);
  return (capability, fields) => {
    const named = fields.flatMap((field) => (field === null ? [] : [fieldWord(field as Field)]));
    if (named.length === 0) return t(`capability.${capability}`);
    const where = named.length === allFields.length ? t("every_field") : named.join(locale === "en" ? ", " : "、");
    return t("right", { capability: t(`capability.${capability}`), fields: where });
  };
}
