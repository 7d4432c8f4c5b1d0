import { getTranslations } from "next-intl/server";
import type { MetricQuery } from "@/lib/domain/statistics/metrics";
import { monthWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";

/** By what a number is narrowed down, in words; empty where it is not. */
export async function filterWords(locale: Locale, { field, state, owner, month }: MetricQuery): Promise<string> {
  const [fieldWord, stateWord, t] = await Promise.all([
    getTranslations("fields.field"),
    getTranslations("workflow.state"),
    getTranslations("admin.rows.owner"),
  ]);
  return [
    field && fieldWord(field),
    state && stateWord(state),
    owner && t(owner),
    month && monthWords(locale, `${month}-01`),
  ]
    .filter(Boolean)
    .join(locale === "en" ? ", " : "、");
}

/** A number of the statistics by its name and what narrows it down. */
export async function MetricWords({ locale, query }: { locale: Locale; query: MetricQuery }) {
  const [t, filters] = await Promise.all([getTranslations("admin.rows"), filterWords(locale, query)]);
  const title = t(`title.${query.metric}`);
  return filters ? t("narrowed", { title, filters }) : title;
}
