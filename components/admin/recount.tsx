import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { dateWords, numberWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";

type Recount = {
  day: string;
  compared: number;
  differences: readonly { counter: string; kept: number; recounted: number }[];
};

/** Whether the counters said what their rows say when they were last recounted. */
export function RecountNote({ locale, recount }: { locale: Locale; recount: Recount }) {
  const t = useTranslations("admin.recount");
  return (
    <p className="max-w-measure text-ink-soft">
      {t("equal", { date: dateWords(locale, recount.day), compared: numberWords(locale, recount.compared) })}
    </p>
  );
}

/** Says before everything else that numbers of the page may be wrong, and which. */
export function RecountAlarm({ locale, recount }: { locale: Locale; recount: Recount }) {
  const t = useTranslations("admin.recount");
  const { day, differences } = recount;
  return (
    <Notice tone="bad" title={t("differ", { date: dateWords(locale, day), count: differences.length })}>
      <p>{t("what_to_do")}</p>
      <ul className="mt-2 list-disc ps-5">
        {differences.map(({ counter, kept, recounted }) => (
          <li key={counter}>
            <code className="wrap-anywhere">{counter}</code>
            {t("one", { kept: numberWords(locale, kept), recounted: numberWords(locale, recounted) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
