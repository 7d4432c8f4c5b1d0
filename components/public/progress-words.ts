import type { useTranslations } from "next-intl";
import { dateWords, monthWords, numberWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import type { ChartPoint } from "@/components/charts/people-chart";

/** The count of registered people as it is shown: one object for the sentence, the drawing and the table. */
export type PeopleProgress = {
  baseline: ChartPoint & { source: string };
  target: ChartPoint & { source: string };
  here: number;
  registered: number;
  validToday: number;
  inPractice: (ChartPoint & { of: number; source: string }) | null;
  today: string;
  missing: number;
  isPast: boolean;
  pace: number | null;
  reachedIn: string | null;
  recorded: ChartPoint[];
};

type T = ReturnType<typeof useTranslations<"progress">>;

/** The progress in sentences one can quote. */
export function progressSentences(t: T, locale: Locale, it: PeopleProgress): string[] {
  const number = (value: number) => numberWords(locale, value);
  return [
    t("people.baseline", {
      date: dateWords(locale, it.baseline.on),
      baseline: number(it.baseline.value),
      target: number(it.target.value),
    }),
    it.here > 0
      ? t("people.here", { here: it.here, registered: number(it.registered), today: dateWords(locale, it.today) })
      : t("people.nobody"),
    distance(t, locale, it),
    ...(it.missing > 0 && it.here > 0 ? [pace(t, locale, it)] : []),
  ];
}

/** The drawing in one sentence. */
export function chartSentence(t: T, locale: Locale, it: PeopleProgress): string {
  const said = {
    baseline: numberWords(locale, it.baseline.value),
    baselineDate: dateWords(locale, it.baseline.on),
    target: numberWords(locale, it.target.value),
    targetDate: dateWords(locale, it.target.on),
  };
  return it.here > 0
    ? t("chart.sentence", {
        ...said,
        registered: numberWords(locale, it.registered),
        today: dateWords(locale, it.today),
      })
    : t("chart.sentence_nobody", said);
}

export type PeopleRow = ChartPoint & { kind: "official" | "recorded" | "target"; source: string | null };

/** The points of the drawing as rows, in the order of their days. */
export function peopleRows(it: PeopleProgress): PeopleRow[] {
  const rows: PeopleRow[] = [
    { ...it.baseline, kind: "official" },
    { ...it.target, kind: "target" },
    ...it.recorded.map((point) => ({ ...point, kind: "recorded" as const, source: null })),
  ];
  return rows.sort((a, b) => a.on.localeCompare(b.on));
}

function distance(t: T, locale: Locale, it: PeopleProgress): string {
  if (it.missing === 0) return t("people.reached");
  return t(it.isPast ? "people.past" : "people.ahead", { date: dateWords(locale, it.target.on), missing: it.missing });
}

function pace(t: T, locale: Locale, it: PeopleProgress): string {
  if (it.pace === null || it.reachedIn === null) return t("people.no_pace");
  const rounded = Math.round(it.pace * 10) / 10;
  return t("people.pace", { pace: numberWords(locale, rounded), month: monthWords(locale, `${it.reachedIn}-01`) });
}
