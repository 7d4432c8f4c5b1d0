import { useTranslations } from "next-intl";
import { Sourced } from "@/components/public/sourced";
import { StandingTag } from "@/components/public/standing-tag";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/link";
import type { Field } from "@/lib/domain/accreditation/schema";
import { standingOf, type StandingFacts } from "@/lib/domain/verification/verdict";
import { dateWords, numberWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { pathIn } from "@/lib/i18n/paths";
import { Day } from "./day";

type Row = StandingFacts & {
  id: string;
  number: string;
  field: Field;
  validFrom: string;
};
type Baseline = { value: number; on: string; source: string };

type PeopleRowsProps = { locale: Locale; rows: readonly Row[]; baseline: Baseline | null; today: string };

/** People by their registration; the official count is one row that counts for all it counted. */
export function PeopleRows({ locale, rows, baseline, today }: PeopleRowsProps) {
  const t = useTranslations("admin.rows.people");
  const field = useTranslations("fields.field");
  return (
    <Table<Row | Baseline>
      caption={t("caption")}
      captionHidden
      columns={[
        {
          key: "number",
          head: t("number"),
          cell: (row) =>
            isPerson(row) ? (
              <TextLink href={pathIn(locale, `/register/${row.number}`)} className="whitespace-nowrap tabular-nums">
                {row.number}
              </TextLink>
            ) : (
              <span className="grid max-w-72 gap-1">
                {t("baseline")}
                <span className="text-note font-normal wrap-anywhere text-ink-soft">
                  {t.rich("baseline_detail", {
                    value: numberWords(locale, row.value),
                    date: dateWords(locale, row.on),
                    source: row.source,
                    quote: () => <Sourced text={row.source} />,
                  })}
                </span>
              </span>
            ),
          rowHeader: true,
        },
        { key: "field", head: t("field"), cell: (row) => (isPerson(row) ? field(row.field) : "–") },
        {
          key: "state",
          head: t("state"),
          cell: (row) => (isPerson(row) ? <StandingTag standing={standingOf(row, today)} /> : "–"),
        },
        {
          key: "first",
          head: t("first"),
          cell: (row) => <Day locale={locale} on={isPerson(row) ? row.validFrom : null} />,
        },
        {
          key: "until",
          head: t("until"),
          cell: (row) => <Day locale={locale} on={isPerson(row) ? row.validUntil : null} />,
        },
        {
          key: "counts",
          head: t("counts_for"),
          cell: (row) => numberWords(locale, isPerson(row) ? 1 : row.value),
          numeric: true,
        },
      ]}
      rows={baseline ? [baseline, ...rows] : rows}
      rowKey={(row) => (isPerson(row) ? row.id : "baseline")}
    />
  );
}

function isPerson(row: Row | Baseline): row is Row {
  return "number" in row;
}
