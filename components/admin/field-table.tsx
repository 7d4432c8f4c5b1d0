import { useTranslations } from "next-intl";
import { Table, type Column } from "@/components/ui/table";
import type { Field } from "@/lib/domain/accreditation/schema";
import type { MetricQuery } from "@/lib/domain/statistics/metrics";
import { intlTag } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { pathIn } from "@/lib/i18n/paths";
import { CountLink } from "./count-link";

const columns = [
  "draft",
  "with_authority",
  "with_professional",
  "overdue",
  "approved",
  "refused",
  "ended_otherwise",
  "all",
] as const;
type FieldColumn = (typeof columns)[number];
type FieldLine = { field: Field } & Record<FieldColumn, { value: number; rows: MetricQuery }>;
export type Sorting = FieldColumn | "field";

/** By which column the address asks the fields to be sorted: by the number of all filings if it does not say. */
export function readSorting(asked: Record<string, string | string[] | undefined>): Sorting {
  const known: readonly Sorting[] = ["field", ...columns];
  return known.find((column) => column === asked["sort"]) ?? "all";
}

/** The filings of each field; the table is whole and so may be sorted by any column. */
export function FieldTable({
  locale,
  lines,
  sorting,
}: {
  locale: Locale;
  lines: readonly FieldLine[];
  sorting: Sorting;
}) {
  const t = useTranslations("admin.fields");
  const name = useTranslations("fields.field");
  const order = new Intl.Collator(intlTag[locale]);
  const sorted = [...lines].sort((one, other) =>
    sorting === "field"
      ? order.compare(name(one.field), name(other.field))
      : other[sorting].value - one[sorting].value || order.compare(name(one.field), name(other.field)),
  );
  const sortBy = (column: Sorting) => ({
    href: pathIn(locale, `/admin?sort=${column}`),
    label: t("sort", { column: t(column) }),
    ...(column === sorting && { direction: column === "field" ? ("ascending" as const) : ("descending" as const) }),
  });
  const numbers = columns.map((column): Column<FieldLine> => ({
    key: column,
    head: t(column),
    cell: (line) => <CountLink locale={locale} count={line[column]} />,
    numeric: true,
    sort: sortBy(column),
  }));
  return (
    <Table
      caption={t("caption")}
      captionHidden
      columns={[
        { key: "field", head: t("field"), cell: ({ field }) => name(field), rowHeader: true, sort: sortBy("field") },
        ...numbers,
      ]}
      rows={sorted}
      rowKey={({ field }) => field}
    />
  );
}
