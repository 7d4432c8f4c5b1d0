import { useTranslations } from "next-intl";
import { StatusTag } from "@/components/filing/status-tag";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { Field } from "@/lib/domain/accreditation/schema";
import type { FilingState } from "@/lib/domain/filing/filing";
import type { Locale } from "@/lib/i18n/locales";
import { Day } from "./day";

type Row = {
  id: string;
  reference: string | null;
  field: Field;
  state: FilingState;
  held: boolean;
  createdOn: string;
  receivedOn: string | null;
  dueOn: string | null;
  decidedOn: string | null;
};

/** Filings as an administrator sees them: where they are and since when, and nothing of the person. */
export function FilingRows({ locale, rows, today }: { locale: Locale; rows: readonly Row[]; today: string }) {
  const t = useTranslations("admin.rows.filings");
  const late = useTranslations("admin")("overdue");
  const field = useTranslations("fields.field");
  return (
    <Table
      caption={t("caption")}
      captionHidden
      columns={[
        {
          key: "reference",
          head: t("reference"),
          cell: ({ reference }) => <span className="tabular-nums sm:whitespace-nowrap">{reference ?? t("draft")}</span>,
          rowHeader: true,
        },
        { key: "field", head: t("field"), cell: (row) => field(row.field) },
        { key: "state", head: t("state"), cell: ({ state, held }) => <StatusTag state={state} held={held} /> },
        { key: "begun", head: t("begun"), cell: ({ createdOn }) => <Day locale={locale} on={createdOn} /> },
        { key: "received", head: t("received"), cell: ({ receivedOn }) => <Day locale={locale} on={receivedOn} /> },
        {
          key: "due",
          head: t("due"),
          cell: ({ dueOn }) => (
            <span className="inline-flex flex-wrap gap-2">
              <Day locale={locale} on={dueOn} />
              {dueOn !== null && dueOn < today && <Tag colour="red">{late}</Tag>}
            </span>
          ),
        },
        { key: "decided", head: t("decided"), cell: ({ decidedOn }) => <Day locale={locale} on={decidedOn} /> },
      ]}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}
