import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SpanBar } from "@/components/charts/span-bar";
import { dateWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import { indicatorValue, type IndicatorNumber } from "./indicator-words";

/** A value on a day; without a source it is counted here. */
type Observed = { value: number; on: string; source: string | null };

/** One indicator of the plan, with how it may be read. */
export type ShownIndicator = {
  number: number;
  name: Record<Locale, string>;
  baseline: Observed;
  later: readonly Observed[];
  targetLow: number;
  targetHigh: number;
  targetOn: string;
  reading: "level" | "over_period" | "additions";
  isDoubtful: boolean;
  share: number | null;
  source: string;
};

/** One indicator as a card: a bar only where its numbers are on one scale. */
export async function IndicatorCard({ locale, indicator }: { locale: Locale; indicator: ShownIndicator }) {
  const t = await getTranslations("progress.indicators");
  const { baseline, later, targetLow, targetHigh, reading, share } = indicator;
  const number = indicator.number as IndicatorNumber;
  const newest = later.at(-1);
  const value = (low: number, high?: number) => indicatorValue(t, locale, number, low, high);
  const note = newest && noteKey(number, newest.on);

  return (
    <figure className="keep-together grid content-start gap-2 rounded border border-line bg-card p-4 text-body">
      <p className="text-note text-ink-soft">{t("number", { number })}</p>
      <h4 className="text-form leading-heading font-semibold">{indicator.name[locale]}</h4>
      <p className="text-note text-ink-soft">{t(`means.${number}`)}</p>
      {reading === "level" && (
        <SpanBar
          baseline={baseline.value}
          newest={newest?.value ?? baseline.value}
          targetLow={targetLow}
          targetHigh={targetHigh}
        />
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-4">
        <Fact term={t("baseline")}>{value(baseline.value)}</Fact>
        {newest && (
          <Fact term={t("newest")}>
            {value(newest.value)}{" "}
            <span className="text-note text-ink-soft">
              {t(newest.source === null ? "recorded_on" : "newest_on", { date: dateWords(locale, newest.on) })}
            </span>
          </Fact>
        )}
        <Fact term={t("target")}>{value(targetLow, targetHigh)}</Fact>
      </dl>
      <figcaption className="grid gap-1 text-note text-ink-soft">
        {share !== null && (
          <span className="text-body font-semibold text-ink">
            {t(targetHigh > targetLow ? "share_range" : "share", { share })}
          </span>
        )}
        {reading !== "level" && <span>{t(`reading.${reading}`)}</span>}
        {indicator.isDoubtful && <span>{t("doubtful")}</span>}
        {note && <span>{t(note)}</span>}
        {!newest && <span>{t("none_since")}</span>}
      </figcaption>
    </figure>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{term}</dt>
      <dd className="font-semibold tabular-nums">{children}</dd>
    </>
  );
}

/** Words that belong to one observation. */
function noteKey(indicator: number, on: string) {
  return indicator === 1 && on === "2024-12-19" ? ("note.1_2024_12_19" as const) : null;
}
