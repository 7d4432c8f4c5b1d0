import { TextLink } from "@/components/ui/link";
import { rowsAddress, type MetricQuery } from "@/lib/domain/statistics/metrics";
import { numberWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { pathIn } from "@/lib/i18n/paths";

type CountLinkProps = { locale: Locale; count: { value: number; rows: MetricQuery } };

/** A number that opens the rows it counts. */
export function CountLink({ locale, count }: CountLinkProps) {
  return (
    <TextLink
      href={pathIn(locale, rowsAddress(count.rows))}
      quiet
      className={count.value === 0 ? "text-ink-soft!" : "font-semibold"}
    >
      {numberWords(locale, count.value)}
    </TextLink>
  );
}
