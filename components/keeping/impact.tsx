import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusTag } from "@/components/filing/status-tag";
import { Details } from "@/components/ui/details";
import { Table, type Column } from "@/components/ui/table";
import { officeDay } from "@/lib/domain/calendar/working-days";
import type { FilingState } from "@/lib/domain/filing/filing";
import { dateWords, numberWords } from "@/lib/i18n/dates";

type Touched<Row> = { count: number; rows: readonly Row[] };
type Holder = { number: string; state: "in_force" | "suspended"; validUntil: string; version: number };
type Draft = { begunAt: Date; editedAt: Date };
type OpenFiling = { reference: string; state: FilingState; dueOn: string | null; version: number };

export type ImpactProps = {
  holders: Touched<Holder>;
  drafts: Touched<Draft>;
  openFilings: Touched<OpenFiling>;
};

/** Whom a change of an entry touches: how many, what becomes of them, and the rows behind each number. */
export function ImpactList({ holders, drafts, openFilings }: ImpactProps) {
  const t = useTranslations("keeping.impact");
  const locale = useLocale();
  const day = (date: string | null) => (date ? dateWords(locale, date) : "");
  const at = (instant: Date) => dateWords(locale, officeDay(instant));
  const version = {
    key: "version",
    head: t("version"),
    numeric: true,
    cell: (row: { version: number }) => numberWords(locale, row.version),
  };
  return (
    <div className="grid gap-5">
      <Group
        title={t("holders", { count: holders.count })}
        text={t("holders_text")}
        touched={holders}
        rowKey={({ number }) => number}
        columns={[
          { key: "number", head: t("number"), rowHeader: true, cell: ({ number }) => number },
          { key: "state", head: t("state"), cell: ({ state }) => t(state) },
          { key: "until", head: t("until"), cell: ({ validUntil }) => day(validUntil) },
          version,
        ]}
      />
      <Group
        title={t("drafts", { count: drafts.count })}
        text={t("drafts_text")}
        touched={drafts}
        rowKey={({ begunAt, editedAt }) => `${begunAt.getTime()} ${editedAt.getTime()}`}
        columns={[
          { key: "begun", head: t("begun"), rowHeader: true, cell: ({ begunAt }) => at(begunAt) },
          { key: "edited", head: t("edited"), cell: ({ editedAt }) => at(editedAt) },
        ]}
      />
      <Group
        title={t("open_filings", { count: openFilings.count })}
        text={t("open_filings_text")}
        touched={openFilings}
        rowKey={({ reference }) => reference}
        columns={[
          { key: "reference", head: t("reference"), rowHeader: true, cell: ({ reference }) => reference },
          { key: "state", head: t("state"), cell: ({ state }) => <StatusTag state={state} /> },
          { key: "due", head: t("due"), cell: ({ dueOn }) => day(dueOn) },
          version,
        ]}
      />
    </div>
  );
}

type GroupProps<Row> = {
  title: string;
  text: string;
  touched: Touched<Row>;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
};

function Group<Row>({ title, text, touched: { count, rows }, columns, rowKey }: GroupProps<Row>): ReactNode {
  const t = useTranslations("keeping.impact");
  return (
    <div className="grid gap-1">
      <p>
        <span className="font-semibold">{title}</span>
        {count > 0 && <span className="block text-ink-soft">{text}</span>}
      </p>
      {count > 0 && (
        <Details
          summary={
            <>
              {t("show")}
              <span className="for-ear"> ({title})</span>
            </>
          }
          wide
        >
          <Table caption={title} captionHidden columns={columns} rows={rows} rowKey={rowKey} />
          {count > rows.length && <p className="text-note text-ink-soft">{t("first", { count: rows.length })}</p>}
        </Details>
      )}
    </div>
  );
}
