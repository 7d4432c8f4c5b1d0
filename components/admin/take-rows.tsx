import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Select } from "@/components/ui/field";
import { TextLink } from "@/components/ui/link";
import { exportPurposes, mostExported } from "@/lib/domain/statistics/export";
import type { MetricQuery } from "@/lib/domain/statistics/metrics";
import { numberWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { pathIn } from "@/lib/i18n/paths";

type TakeRowsProps = { locale: Locale; query: MetricQuery; count: number };

/** Takes the rows of a number as a file, once it is said what for. */
export function TakeRows({ locale, query: { metric, ...filters }, count }: TakeRowsProps) {
  const t = useTranslations("admin.export");
  const most = numberWords(locale, mostExported);
  return (
    <Details summary={t("summary")}>
      {count > mostExported ? (
        <p className="max-w-measure">{t("too_many", { most })}</p>
      ) : (
        <form method="get" action={`/api/admin/rows/${metric}`} className="grid max-w-form gap-4">
          <p>{t("lead", { count: numberWords(locale, count) })}</p>
          {Object.entries(filters).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Select
            label={t("purpose")}
            name="purpose"
            defaultValue="report"
            options={exportPurposes.map((value) => ({ value, label: t(`purposes.${value}`) }))}
          />
          <div className="flex flex-wrap items-center gap-4">
            <Button kind="secondary" icon="download">
              {t("take")}
            </Button>
            <TextLink href={pathIn(locale, "/admin/exports")}>{t("log")}</TextLink>
          </div>
        </form>
      )}
    </Details>
  );
}
