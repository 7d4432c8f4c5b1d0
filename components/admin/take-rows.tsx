import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { TextLink } from "@/components/ui/link";
import { exportPurposes, mostExported } from "@/lib/domain/statistics/export";
import type { MetricQuery } from "@/lib/domain/statistics/metrics";
import { numberWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { pathIn } from "@/lib/i18n/paths";

type TakeRowsProps = { locale: Locale; query: MetricQuery; count: number };

/** Takes the rows of a number as a file: a button for each thing that it may be for. */
export function TakeRows({ locale, query: { metric, ...filters }, count }: TakeRowsProps) {
  const t = useTranslations("admin.export");
  const action = (purpose: string) => `/api/admin/rows/${metric}?${new URLSearchParams({ ...filters, purpose })}`;
  return (
    <Details summary={t("summary")}>
      {count > mostExported ? (
        <p>{t("too_many", { most: numberWords(locale, mostExported) })}</p>
      ) : (
        <div className="grid gap-4">
          <p>{t("lead", { count: numberWords(locale, count) })}</p>
          <p className="font-semibold">{t("what_for")}</p>
          <div className="flex flex-wrap gap-3">
            {exportPurposes.map((purpose) => (
              <form key={purpose} method="post" action={action(purpose)}>
                <Button kind="secondary" icon="download">
                  {t(`purposes.${purpose}`)}
                </Button>
              </form>
            ))}
          </div>
        </div>
      )}
      <p className="mt-4">
        <TextLink href={pathIn(locale, "/admin/exports")}>{t("log")}</TextLink>
      </p>
    </Details>
  );
}
