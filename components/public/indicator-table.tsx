import { getTranslations } from "next-intl/server";
import { Details } from "@/components/ui/details";
import { Table } from "@/components/ui/table";
import { dateWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import type { ShownIndicator } from "./indicator-card";
import { indicatorValue, type IndicatorNumber } from "./indicator-words";
import { distinctSources, SourceList } from "./source-list";

type Row = {
  indicator: ShownIndicator;
  on: string;
  value: string;
  what: "baseline" | "newest" | "target";
  source: string | null;
};

/** Every number of the cards once more, with its day and its source. */
export async function IndicatorTable({
  locale,
  indicators,
}: {
  locale: Locale;
  indicators: readonly ShownIndicator[];
}) {
  const [t, table, progress] = await Promise.all([
    getTranslations("progress.indicators"),
    getTranslations("progress.table"),
    getTranslations("progress"),
  ]);
  const rows = indicators.flatMap((indicator): Row[] => {
    const value = (low: number, high?: number) =>
      indicatorValue(t, locale, indicator.number as IndicatorNumber, low, high);
    const { baseline, later, targetLow, targetHigh, targetOn, source } = indicator;
    return [
      { indicator, on: baseline.on, value: value(baseline.value), what: "baseline", source: baseline.source },
      ...later.map((it) => ({
        indicator,
        on: it.on,
        value: value(it.value),
        what: "newest" as const,
        source: it.source,
      })),
      { indicator, on: targetOn, value: value(targetLow, targetHigh), what: "target", source },
    ];
  });

  const sources = distinctSources(rows.map(({ source }) => source));

  return (
    <Details summary={progress("sources")} openOnPaper wide>
      <div className="text-body">
        <Table
          caption={t("table.caption")}
          columns={[
            {
              key: "indicator",
              head: t("table.indicator"),
              rowHeader: true,
              cell: ({ indicator }) => `${indicator.number} ${indicator.name[locale]}`,
            },
            { key: "what", head: table("what"), cell: ({ what }) => (what === "target" ? table("target") : t(what)) },
            { key: "date", head: table("date"), cell: ({ on }) => <time dateTime={on}>{dateWords(locale, on)}</time> },
            { key: "value", head: t("table.value"), numeric: true, cell: ({ value }) => value },
            {
              key: "source",
              head: table("source"),
              cell: ({ source }) => (source === null ? table("this_register") : sources.indexOf(source) + 1),
            },
          ]}
          rows={rows}
          rowKey={({ indicator, what, on }) => `${indicator.number} ${what} ${on}`}
        />
        <SourceList title={table("sources")} sources={sources} />
      </div>
    </Details>
  );
}
