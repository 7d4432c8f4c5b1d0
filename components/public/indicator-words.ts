import type { useTranslations } from "next-intl";
import { numberWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";

type T = ReturnType<typeof useTranslations<"progress.indicators">>;

export type IndicatorNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14;

/** Chinese counts in tens of thousands and hundreds of millions where English says million and billion. */
const inChinese: Partial<Record<IndicatorNumber, number>> = { 6: 10, 8: 100, 9: 100, 10: 10 };

/** A value of an indicator with its unit, as each language counts: US$ 5.864 billion, 58.64 億美元. */
export function indicatorValue(t: T, locale: Locale, indicator: IndicatorNumber, low: number, high = low): string {
  const number = (value: number) => {
    const scaled = locale === "en" ? value : value * (inChinese[indicator] ?? 1);
    // What is not exact in binary is put right again.
    return numberWords(locale, Math.round(scaled * 1000) / 1000);
  };
  const value = low === high ? number(low) : t("range", { low: number(low), high: number(high) });
  return t(`value.${indicator}`, { value });
}
