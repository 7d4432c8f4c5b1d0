import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CountLink } from "@/components/admin/count-link";
import { DemandTable } from "@/components/admin/demand-table";
import { FieldTable, readSorting } from "@/components/admin/field-table";
import { RecountAlarm, RecountNote } from "@/components/admin/recount";
import { SpeedTable } from "@/components/admin/speed-table";
import { ChartFigure } from "@/components/charts/figure";
import { MonthBars } from "@/components/charts/month-bars";
import { StatusTag } from "@/components/filing/status-tag";
import { PeopleFigure, PeopleNumbers } from "@/components/public/people-progress";
import { progressSentences } from "@/components/public/progress-words";
import { Page, Section } from "@/components/shell/page";
import { Details } from "@/components/ui/details";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Stat, StatRow } from "@/components/ui/stat";
import { Table } from "@/components/ui/table";
import { officeNow, requireStaff } from "@/lib/auth/current-actor";
import { metrics, rowsAddress, type MetricQuery } from "@/lib/domain/statistics/metrics";
import { dateWords, monthWords, numberWords, shortMonthWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewStatistics, type StatisticsView } from "@/lib/services/view-statistics";

export async function generateMetadata({ params }: PageProps<"/[locale]/admin">): Promise<Metadata> {
  await localeOf(params);
  return { title: (await getTranslations("admin"))("title") };
}

/** The office's numbers, in a paragraph one can read aloud, each opening the rows it counts. */
export default async function StatisticsPage({ params, searchParams }: PageProps<"/[locale]/admin">) {
  const [locale, actor, asked, now] = await Promise.all([
    localeOf(params),
    requireStaff("view_statistics"),
    searchParams,
    officeNow(),
  ]);
  const statistics = await viewStatistics(actor, now);
  if (!statistics.ok) notFound();

  const { progress, months, states, byField, demand, recount, speed } = statistics.value;
  const [t, said] = await Promise.all([getTranslations("admin"), getTranslations("progress")]);
  const rows = (query: MetricQuery) => pathIn(locale, rowsAddress(query));

  return (
    <Page width="wide">
      <div className="grid gap-10">
        {recount && recount.differences.length > 0 && <RecountAlarm locale={locale} recount={recount} />}
        <div className="grid gap-4">
          <Heading>{t("title")}</Heading>
          <p className="max-w-measure text-form">
            {[...progressSentences(said, locale, progress), ...officeSentences(t, locale, statistics.value)].join(
              locale === "en" ? " " : "",
            )}
          </p>
          <p>
            <TextLink href={pathIn(locale, "/admin/past")}>{t("past.title")}</TextLink>
          </p>
        </div>
        <Section title={t("people")}>
          <PeopleNumbers
            locale={locale}
            progress={progress}
            rows={{
              registered: rows({ metric: "registered" }),
              valid_today: rows({ metric: "valid_today" }),
              in_practice: rows({ metric: "in_practice" }),
            }}
          />
          <PeopleFigure locale={locale} progress={progress} />
        </Section>
        <Today locale={locale} statistics={statistics.value} rows={rows} />
        <div className="grid items-start gap-10 lg:grid-cols-2">
          <div>
            <Months locale={locale} months={months} />
          </div>
          <div>
            <Section title={t("states.title")}>
              <Table
                caption={t("states.caption")}
                captionHidden
                columns={[
                  {
                    key: "state",
                    head: t("states.state"),
                    cell: ({ state }) => <StatusTag state={state} />,
                    rowHeader: true,
                  },
                  {
                    key: "filings",
                    head: t("states.filings"),
                    cell: ({ filings }) => <CountLink locale={locale} count={filings} />,
                    numeric: true,
                  },
                ]}
                rows={states}
                rowKey={({ state }) => state}
              />
            </Section>
          </div>
        </div>
        <Section title={t("fields.title")}>
          <FieldTable locale={locale} lines={byField} sorting={readSorting(asked)} />
        </Section>
        <Section title={t("speed.title")}>
          <SpeedTable
            locale={locale}
            lines={speed.filter(({ field, decided }) => field === null || decided.value > 0)}
          />
        </Section>
        <Section title={t("demand.title")}>
          <p className="max-w-measure">{t("demand.lead", { count: demand.total })}</p>
          <DemandTable demands={demand.demands} />
        </Section>
        <HowWeCount />
        {recount?.differences.length === 0 && <RecountNote locale={locale} recount={recount} />}
      </div>
    </Page>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"admin">>>;

function officeSentences(t: Words, locale: Locale, { inHand, overdue, speed }: StatisticsView): string[] {
  const { oldest } = overdue;
  const times = speed.find(({ field }) => field === null)?.times;
  return [
    t("lead", { inHand: inHand.value, overdue: overdue.all.value }),
    ...(oldest ? [t("oldest", { days: oldest.days, date: dateWords(locale, oldest.dueOn) })] : []),
    ...(times ? [t("speed.sentence", { median: times.median, most: times.most })] : []),
  ];
}

async function Today({
  locale,
  statistics: { inHand, overdue },
  rows,
}: {
  locale: Locale;
  statistics: StatisticsView;
  rows: (query: MetricQuery) => string;
}) {
  const t = await getTranslations("admin");
  const number = (value: number) => numberWords(locale, value);
  return (
    <Section title={t("now")}>
      <StatRow>
        <Stat label={t("in_hand")} value={number(inHand.value)} href={rows(inHand.rows)} />
        <Stat
          label={t("overdue")}
          value={number(overdue.all.value)}
          href={rows(overdue.all.rows)}
          tone={overdue.all.value > 0 ? "red" : "jade"}
          note={overdue.all.value > 0 ? t("overdue_note") : t("none_overdue")}
        />
        <Stat
          label={t("overdue_authority")}
          value={number(overdue.withAuthority.value)}
          href={rows(overdue.withAuthority.rows)}
        />
        <Stat
          label={t("overdue_professional")}
          value={number(overdue.withProfessional.value)}
          href={rows(overdue.withProfessional.rows)}
        />
      </StatRow>
    </Section>
  );
}

async function Months({ locale, months }: { locale: Locale; months: StatisticsView["months"] }) {
  const [t, said] = await Promise.all([getTranslations("admin.months"), getTranslations("progress.table")]);
  const number = (value: number) => numberWords(locale, value);
  const total = months.reduce((sum, { registered }) => sum + registered.value, 0);
  if (months.length === 0) {
    return (
      <Section title={t("title")}>
        <p>{t("none")}</p>
      </Section>
    );
  }
  return (
    <Section title={t("title")}>
      <ChartFigure
        sentence={t("sentence", { total, months: months.length, last: number(months.at(-1)?.registered.value ?? 0) })}
        table={
          <Details summary={said("show")} openOnPaper wide>
            <Table
              caption={t("caption")}
              captionHidden
              columns={[
                {
                  key: "month",
                  head: t("month"),
                  cell: ({ month }) => monthWords(locale, `${month}-01`),
                  rowHeader: true,
                },
                {
                  key: "people",
                  head: t("people"),
                  cell: ({ registered }) => <CountLink locale={locale} count={registered} />,
                  numeric: true,
                },
              ]}
              rows={months}
              rowKey={({ month }) => month}
            />
          </Details>
        }
      >
        <MonthBars
          months={months.map(({ month, registered }) => ({
            month,
            label: shortMonthWords(locale, `${month}-01`),
            value: registered.value,
          }))}
          number={number}
        />
      </ChartFigure>
    </Section>
  );
}

async function HowWeCount() {
  const t = await getTranslations("admin");
  return (
    <Details summary={t("how.title")} openOnPaper>
      <dl className="grid max-w-measure gap-3">
        {metrics.map((metric) => (
          <div key={metric}>
            <dt className="font-semibold">{t(`rows.title.${metric}`)}</dt>
            <dd>{t(`how.${metric}`)}</dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}
