import { getTranslations } from "next-intl/server";
import { PrintTitle } from "@/components/ui/print-title";
import { instantWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";

/** The head of a page on paper: whose it is, which number, and the moment for which it holds. */
export async function PrintedHead({ locale, at, number }: { locale: Locale; at: Date; number?: string }) {
  const t = await getTranslations("common");
  return <PrintTitle site={t("service")} items={[...(number ? [number] : []), instantWords(locale, at)]} />;
}
