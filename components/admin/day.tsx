import { dateWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";

/** A day in words, or a dash where there is none. */
export function Day({ locale, on }: { locale: Locale; on: string | null }) {
  return on === null ? (
    <span aria-hidden="true">–</span>
  ) : (
    <time dateTime={on} className="whitespace-nowrap">
      {dateWords(locale, on)}
    </time>
  );
}
