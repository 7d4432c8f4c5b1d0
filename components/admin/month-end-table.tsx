import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/link";
import { instantWords, monthWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { pathIn } from "@/lib/i18n/paths";

type Line = { month: string; on: string; signed: { by: string; signedAt: Date } | null };

/** The months that are over, and who signed off which. */
export function MonthEndTable({ locale, monthEnds }: { locale: Locale; monthEnds: readonly Line[] }) {
  const t = useTranslations("admin.past.months");
  return (
    <Table
      caption={t("title")}
      captionHidden
      rows={monthEnds}
      rowKey={({ month }) => month}
      columns={[
        {
          key: "month",
          head: t("month"),
          rowHeader: true,
          cell: ({ month, on }) => (
            <TextLink href={pathIn(locale, `/admin/past?on=${on}`)}>{monthWords(locale, `${month}-01`)}</TextLink>
          ),
        },
        {
          key: "signed",
          head: t("signed"),
          cell: ({ signed }) => (signed ? instantWords(locale, signed.signedAt) : t("open")),
        },
        { key: "by", head: t("by"), cell: ({ signed }) => <span className="wrap-anywhere">{signed?.by ?? "–"}</span> },
      ]}
    />
  );
}
