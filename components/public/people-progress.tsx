import { getTranslations } from "next-intl/server";
import { ChartFigure } from "@/components/charts/figure";
import { PeopleChart } from "@/components/charts/people-chart";
import { Details } from "@/components/ui/details";
import { Stat, StatRow } from "@/components/ui/stat";
import { Table } from "@/components/ui/table";
import { dateWords, numberWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import { chartSentence, peopleRows, type PeopleProgress } from "./progress-words";
import { distinctSources, SourceList } from "./source-list";

type Props = { locale: Locale; progress: PeopleProgress };

type Rows = Record<"registered" | "valid_today" | "in_practice", string>;

/** The three nested numbers, always together; for whoever may see them, each opens the rows it counts. */
export async function PeopleNumbers({ locale, progress, rows }: Props & { rows?: Rows }) {
  const t = await getTranslations("progress.numbers");
  const number = (value: number) => numberWords(locale, value);
  const { baseline, here, registered, target, validToday, inPractice, today } = progress;
  return (
    <StatRow>
      <Stat
        label={t("registered")}
        {...(rows && { href: rows.registered })}
        value={number(registered)}
        tone="brand"
        meter={{
          value: registered,
          max: Math.max(target.value, registered),
          label: t("of_target", { registered: number(registered), target: number(target.value) }),
        }}
        note={t("registered_note", { baseline: number(baseline.value), here: number(here) })}
      />
      <Stat
        label={t("valid")}
        {...(rows && { href: rows.valid_today })}
        value={number(validToday)}
        note={t("valid_note", { today: dateWords(locale, today) })}
      />
      <Stat
        label={t("practice")}
        {...(rows && { href: rows.in_practice })}
        value={inPractice ? number(inPractice.value) : t("practice_none")}
        note={
          inPractice
            ? t("practice_note", { of: number(inPractice.of), date: dateWords(locale, inPractice.on) })
            : undefined
        }
      />
    </StatRow>
  );
}

/** The road to the target as a drawing, a sentence and a table. */
export async function PeopleFigure({ locale, progress }: Props) {
  const t = await getTranslations("progress");
  const number = (value: number) => numberWords(locale, value);
  const { baseline, target, recorded, registered, today } = progress;
  return (
    <ChartFigure
      sentence={chartSentence(t, locale, progress)}
      table={<PeopleTable locale={locale} progress={progress} />}
    >
      <PeopleChart
        official={baseline}
        target={target}
        recorded={recorded}
        today={today}
        words={{
          target: t("chart.target", { target: number(target.value), year: target.on.slice(0, 4) }),
          official: t("chart.official", { value: number(baseline.value) }),
          recorded: t("chart.recorded", { value: number(registered) }),
          gap: t("chart.gap"),
          number,
        }}
      />
    </ChartFigure>
  );
}

async function PeopleTable({ locale, progress }: Props) {
  const t = await getTranslations("progress.table");
  const rows = peopleRows(progress);
  const sources = distinctSources(rows.map(({ source }) => source));
  return (
    <Details summary={t("show")} openOnPaper wide>
      <Table
        caption={t("caption")}
        columns={[
          {
            key: "date",
            head: t("date"),
            cell: ({ on }) => <time dateTime={on}>{dateWords(locale, on)}</time>,
            rowHeader: true,
          },
          { key: "people", head: t("people"), cell: ({ value }) => numberWords(locale, value), numeric: true },
          { key: "what", head: t("what"), cell: ({ kind }) => t(kind) },
          {
            key: "source",
            head: t("source"),
            cell: ({ source }) => (source === null ? t("this_register") : sources.indexOf(source) + 1),
          },
        ]}
        rows={rows}
        rowKey={({ on, kind }) => `${kind} ${on}`}
      />
      <SourceList title={t("sources")} sources={sources} />
    </Details>
  );
}
