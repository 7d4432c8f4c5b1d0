import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MetricWords } from "@/components/admin/metric-words";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { requireStaff } from "@/lib/auth/current-actor";
import { rowsAddress } from "@/lib/domain/statistics/metrics";
import { instantWords, numberWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewExports } from "@/lib/services/view-exports";

type ExportsProps = PageProps<"/[locale]/admin/exports">;

export async function generateMetadata({ params }: ExportsProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("admin.export");
  return { title: t("log") };
}

/** Who took which rows out of the product, and what for. */
export default async function ExportsPage({ params }: ExportsProps) {
  const [locale, actor] = await Promise.all([localeOf(params), requireStaff("export_rows")]);
  const [t, back, lines] = await Promise.all([
    getTranslations("admin.export"),
    getTranslations("admin.rows"),
    viewExports(actor),
  ]);
  if (!lines.ok) notFound();
  return (
    <Page width="wide" back={{ href: pathIn(locale, "/admin"), label: back("back") }}>
      <div className="grid gap-3">
        <Heading>{t("log")}</Heading>
        <Lead>{t("log_lead")}</Lead>
      </div>
      <Table
        caption={t("log")}
        captionHidden
        rows={lines.value}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("log_empty")} />}
        columns={[
          { key: "at", head: t("head.at"), rowHeader: true, cell: ({ at }) => instantWords(locale, at) },
          { key: "by", head: t("head.by"), cell: ({ by }) => <span className="wrap-anywhere">{by}</span> },
          {
            key: "rows",
            head: t("head.rows"),
            cell: ({ rows }) => (
              <TextLink href={pathIn(locale, rowsAddress(rows))}>
                <MetricWords locale={locale} query={rows} />
              </TextLink>
            ),
          },
          { key: "count", head: t("head.count"), cell: ({ count }) => numberWords(locale, count), numeric: true },
          { key: "purpose", head: t("purpose"), cell: ({ purpose }) => t(`purposes.${purpose}`) },
        ]}
      />
    </Page>
  );
}
