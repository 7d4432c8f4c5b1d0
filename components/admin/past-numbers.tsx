import { useTranslations } from "next-intl";
import { StatusTag } from "@/components/filing/status-tag";
import { Table } from "@/components/ui/table";
import { fields, type Field } from "@/lib/domain/accreditation/schema";
import { filingStates, type FilingState } from "@/lib/domain/filing/filing";
import { countIn, type FilingCell, type FilingMetric, type MetricFilters } from "@/lib/domain/statistics/metrics";
import { numberWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";

type Cells = readonly { field: Field; state: FilingState; count: number }[];

const columns = {
  in_hand: { metric: "in_hand" },
  approved: { metric: "filings", state: "approved" },
  refused: { metric: "filings", state: "refused" },
  ended_otherwise: { metric: "ended_otherwise" },
} as const satisfies Record<string, MetricFilters & { metric: FilingMetric }>;

/** The filings of a past day: by state and by field. */
export function PastNumbersTables({ locale, filings }: { locale: Locale; filings: Cells }) {
  const t = useTranslations("admin");
  const past = useTranslations("admin.past");
  const field = useTranslations("fields.field");
  // What was overdue then is not asked of a past day.
  const cells: FilingCell[] = filings.map((cell) => ({ ...cell, overdue: 0 }));
  const number = (query: MetricFilters & { metric: FilingMetric }) => numberWords(locale, countIn(cells, query));
  return (
    <div className="grid items-start gap-10 lg:grid-cols-2">
      <Table
        caption={past("by_field")}
        rows={fields.filter((it) => filings.some((cell) => cell.field === it))}
        rowKey={(it) => it}
        columns={[
          { key: "field", head: t("fields.field"), rowHeader: true, cell: (it) => field(it) },
          ...(["in_hand", "approved", "refused", "ended_otherwise"] as const).map((column) => ({
            key: column,
            head: column === "in_hand" ? t("in_hand") : t(`fields.${column}`),
            cell: (it: Field) => number({ ...columns[column], field: it }),
            numeric: true as const,
          })),
        ]}
      />
      <Table
        caption={past("by_state")}
        rows={filingStates.filter((state) => state !== "draft")}
        rowKey={(state) => state}
        columns={[
          { key: "state", head: t("states.state"), rowHeader: true, cell: (state) => <StatusTag state={state} /> },
          {
            key: "filings",
            head: t("states.filings"),
            cell: (state) => number({ metric: "filings", state }),
            numeric: true,
          },
        ]}
      />
    </div>
  );
}
