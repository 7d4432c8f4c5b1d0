import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { numberWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";

type Words = string | Record<Locale, string>;

type Demand = {
  qualification: Words;
  issuingBody: Words;
  entryCode: string | null;
  wishes: number;
  waiting: number;
};

/** What people wished for that takes no filings, by what most wished for. */
export function DemandTable({ demands }: { demands: readonly Demand[] }) {
  const t = useTranslations("admin.demand");
  const locale = useLocale();
  const said = (words: Words) => (typeof words === "string" ? words : words[locale]);
  return (
    <Table
      caption={t("title")}
      captionHidden
      columns={[
        {
          key: "qualification",
          head: t("qualification"),
          rowHeader: true,
          cell: ({ qualification, entryCode }) => (
            <span className="wrap-anywhere">
              {entryCode ? (
                <TextLink href={pathIn(locale, `/list/${entryCode}`)}>{said(qualification)}</TextLink>
              ) : (
                said(qualification)
              )}
            </span>
          ),
        },
        {
          key: "body",
          head: t("body"),
          cell: ({ issuingBody }) => <span className="wrap-anywhere">{said(issuingBody)}</span>,
        },
        { key: "wishes", head: t("wishes"), numeric: true, cell: ({ wishes }) => numberWords(locale, wishes) },
        { key: "waiting", head: t("waiting"), numeric: true, cell: ({ waiting }) => numberWords(locale, waiting) },
      ]}
      rows={demands}
      rowKey={({ qualification, issuingBody }) => `${said(qualification)} ${said(issuingBody)}`}
      empty={<p className="text-ink-soft">{t("none")}</p>}
    />
  );
}
