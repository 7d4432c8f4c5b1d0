import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/routing";
import type { KeptEntryView } from "@/lib/services/view-kept-entry";

const columns = {
  en: ["qualification_en", "issuing_body_en"],
  "zh-Hant": ["qualification_zh_hant", "issuing_body_zh_hant"],
  "zh-Hans": ["qualification_zh_hans", "issuing_body_zh_hans"],
} as const;

/** What an entry is called: as the list says now, or where it says nothing, as its newest version does. */
export function namesOf(locale: Locale, { published, versions }: KeptEntryView) {
  const content = (published ?? versions[0])?.content;
  const [qualification, issuingBody] = columns[locale];
  return { qualification: content?.[qualification] ?? "", issuingBody: content?.[issuingBody] ?? "" };
}

/** What the steps of a version say when they are refused. */
export async function refusalWordsOf() {
  const t = await getTranslations("keeping.entry");
  return { stale: t("stale"), wrong_status: t("wrong_status"), forbidden: t("forbidden") };
}
