import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import type { Field } from "@/lib/domain/accreditation/schema";
import type { MetricQuery } from "@/lib/domain/statistics/metrics";
import { numberWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { CountLink } from "./count-link";

type Line = {
  field: Field | null;
  decided: { value: number; rows: MetricQuery };
  times: { median: number; most: number } | null;
};

/** How long filings took that were decided of late, in working days: all, and field by field. */
export function SpeedTable({ locale, lines }: { locale: Locale; lines: readonly Line[] }) {
  const t = useTranslations("admin.speed");
  const name = useTranslations("fields.field");
  const days = (value: number | undefined) => (value === undefined ? t("too_few") : numberWords(locale, value));
  return (
    <Table
      caption={t("caption")}
      captionHidden
      rows={lines}
      rowKey={({ field }) => field ?? "all"}
      columns={[
        { key: "field", head: t("field"), rowHeader: true, cell: ({ field }) => (field ? name(field) : t("all")) },
        {
          key: "decided",
          head: t("decided"),
          cell: ({ decided }) => <CountLink locale={locale} count={decided} />,
          numeric: true,
        },
        { key: "median", head: t("median"), cell: ({ times }) => days(times?.median), numeric: true },
        { key: "most", head: t("most"), cell: ({ times }) => days(times?.most), numeric: true },
      ]}
    />
  );
}
