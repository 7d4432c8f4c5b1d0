import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FilingRows } from "@/components/admin/filing-rows";
import { filterWords } from "@/components/admin/metric-words";
import { PeopleRows } from "@/components/admin/people-rows";
import { TakeRows } from "@/components/admin/take-rows";
import { Page } from "@/components/shell/page";
import { Latin } from "@/components/ui/bilingual";
import { EmptyState } from "@/components/ui/empty";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { officeNow, requireStaff } from "@/lib/auth/current-actor";
import { may } from "@/lib/domain/permissions";
import { readMetricQuery, rowsAddress } from "@/lib/domain/statistics/metrics";
import { dateWords, numberWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { listMetricRows, type MetricRows, type RowPosition } from "@/lib/services/list-metric-rows";

type RowsProps = PageProps<"/[locale]/admin/rows/[metric]">;

export async function generateMetadata({ params }: RowsProps): Promise<Metadata> {
  await localeOf(params);
  const query = readMetricQuery((await params).metric, {});
  const t = await getTranslations("admin.rows");
  return { title: query ? t(`title.${query.metric}`) : t("back") };
}

/** Exactly the rows that one number of the statistics counts. */
export default async function MetricRowsPage({ params, searchParams }: RowsProps) {
  const [locale, actor, { metric }, asked, now] = await Promise.all([
    localeOf(params),
    requireStaff("view_statistics"),
    params,
    searchParams,
    officeNow(),
  ]);
  const { after, before, ...filters } = asked;
  const query = readMetricQuery(metric, filters);
  if (!query) notFound();
  const found = await listMetricRows(actor, query, { after: readPosition(after), before: readPosition(before) }, now);
  if (!found.ok) notFound();

  const rows = found.value;
  const [t, common, how] = await Promise.all([
    getTranslations("admin.rows"),
    getTranslations("common"),
    getTranslations("admin.how"),
  ]);
  const only = await filterWords(locale, query);
  const pageAt = (name: "after" | "before", position: RowPosition) => {
    const address = pathIn(locale, rowsAddress(query));
    return `${address}${address.includes("?") ? "&" : "?"}${name}=${writePosition(position)}`;
  };

  return (
    <Page width="wide" back={{ href: pathIn(locale, "/admin"), label: t("back") }}>
      <div className="grid gap-2">
        <Heading>{t(`title.${query.metric}`)}</Heading>
        <Lead>
          {t("counted", { count: numberWords(locale, rows.count), today: dateWords(locale, rows.today) })}
          {only && ` ${t("filters", { filters: only })}`}
        </Lead>
        <p className="max-w-measure text-ink-soft">{how(query.metric)}</p>
      </div>
      {rows.of !== "observation" && may(actor, "export_rows") && (
        <TakeRows locale={locale} query={query} count={rows.count} />
      )}
      <Rows locale={locale} found={rows} />
      {rows.of !== "observation" && (
        <Pagination
          label={common("pages")}
          {...(rows.previous && { previous: { href: pageAt("before", rows.previous), label: common("previous") } })}
          {...(rows.next && { next: { href: pageAt("after", rows.next), label: common("next") } })}
        />
      )}
    </Page>
  );
}

async function Rows({ locale, found }: { locale: Locale; found: MetricRows }) {
  const t = await getTranslations("admin.rows");
  if (found.of === "observation") {
    const { value, of, on, source } = found.observed;
    return (
      <p className="max-w-measure">
        {t.rich("observation", {
          value: numberWords(locale, value),
          of: numberWords(locale, of),
          date: dateWords(locale, on),
          source,
          quote: (words) => <Latin>{words}</Latin>,
        })}
      </p>
    );
  }
  const isEmpty = found.rows.length === 0 && !(found.of === "people" && found.baseline);
  if (isEmpty) {
    return (
      <EmptyState title={t("none")} action={<TextLink href={pathIn(locale, "/admin")}>{t("none_action")}</TextLink>}>
        {t("none_why")}
      </EmptyState>
    );
  }
  return found.of === "filings" ? (
    <FilingRows locale={locale} rows={found.rows} today={found.today} />
  ) : (
    <PeopleRows locale={locale} rows={found.rows} baseline={found.baseline} today={found.today} />
  );
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** A place in the list as the address holds it; what cannot be one begins at the top. */
function readPosition(asked: string | string[] | undefined): RowPosition | null {
  if (typeof asked !== "string") return null;
  const [at = "", id = ""] = asked.split("_");
  if (!uuid.test(id) || (at !== "none" && !day.test(at))) return null;
  return { day: at === "none" ? null : at, id };
}

function writePosition({ day: at, id }: RowPosition): string {
  return `${at ?? "none"}_${id}`;
}
