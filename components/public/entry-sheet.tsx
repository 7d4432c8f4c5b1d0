import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Columns } from "@/components/shell/page";
import { Han, Latin } from "@/components/ui/bilingual";
import { Heading } from "@/components/ui/heading";
import { ExternalLink, TextLink } from "@/components/ui/link";
import { SummaryList, type SummaryItem } from "@/components/ui/summary-list";
import type { Paper } from "@/lib/domain/accreditation/evidence";
import type { Field, Jurisdiction, Provenance, Route } from "@/lib/domain/accreditation/schema";
import type { ActualTimes } from "@/lib/domain/statistics/actual-times";
import { dateWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";

type InThree = Record<Locale, string>;

type Entry = {
  code: string;
  field: Field;
  jurisdiction: Jurisdiction;
  issuingBody: InThree;
  route: Route;
  scope: InThree;
  mainlandCounterpart: { en: string; "zh-Hans": string };
  experienceYears: number | null;
  cleanRecordYears: number | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  provenance: Provenance;
  sourceUrl: string | null;
  version: number;
  publishedOn: string | null;
  authority: {
    name: InThree;
    acceptanceDays: number;
    decisionDays: number;
    answerDays: number;
    noticeDays: number;
    validityYears: number;
  };
  papers: readonly Paper[];
  halves: Paper["halves"];
  people: number | null;
  actual: ActualTimes | null;
};

type Part = { locale: Locale; entry: Entry };

/** What an entry gives, whom, for which papers, in what time. */
export function EntrySheet({ locale, entry }: Part) {
  return (
    <Columns
      aside={
        <>
          <Limits locale={locale} entry={entry} />
          <About locale={locale} entry={entry} />
        </>
      }
    >
      <Effect locale={locale} entry={entry} />
      <Who locale={locale} entry={entry} />
      <Papers entry={entry} />
    </Columns>
  );
}

async function Effect({ locale, entry }: Part) {
  const [t, routes] = await Promise.all([getTranslations("list.entry.effect"), getTranslations("fields.route")]);
  const counterpart = entry.mainlandCounterpart;
  const items: SummaryItem[] = [
    {
      term: t("route"),
      detail: (
        <>
          <span className="font-semibold">{routes(`${entry.route}.name`)}</span>
          <span className="block">{routes(`${entry.route}.means`)}</span>
        </>
      ),
    },
    { term: t("scope"), detail: entry.scope[locale] },
    {
      term: t("counterpart"),
      detail: (
        <>
          {locale === "en" ? counterpart.en : <Han lang="zh-Hans">{counterpart["zh-Hans"]}</Han>}
          <span className="block text-note text-ink-soft">{t("counterpart_note")}</span>
        </>
      ),
    },
    { term: t("validity"), detail: t("validity_years", { years: entry.authority.validityYears }) },
  ];
  return <SummaryList title={t("title")} items={items} />;
}

async function Who({ locale, entry }: Part) {
  const [t, words] = await Promise.all([getTranslations("list.entry.who"), getTranslations("fields.jurisdiction")]);
  const { experienceYears, cleanRecordYears } = entry;
  const items: SummaryItem[] = [
    { term: t("body"), detail: entry.issuingBody[locale] },
    { term: t("jurisdiction"), detail: words(entry.jurisdiction) },
    ...(experienceYears ? [{ term: t("experience"), detail: t("experience_years", { years: experienceYears }) }] : []),
    ...(cleanRecordYears ? [{ term: t("clean"), detail: t("clean_years", { years: cleanRecordYears }) }] : []),
  ];
  return (
    <div className="grid gap-3">
      <SummaryList title={t("title")} items={items} />
      <p className="max-w-measure text-note text-ink-soft">{t("home")}</p>
    </div>
  );
}

async function Papers({ entry }: { entry: Entry }) {
  const [t, words] = await Promise.all([getTranslations("list.entry.papers"), getTranslations("evidence")]);
  const { papers, halves } = entry;
  const pair = halves.length === 2 ? "both" : halves[0];
  return (
    <section className="grid gap-4">
      <div className="border-b-2 border-line pb-2">
        <Heading level={2} size="s">
          {t("title")}
        </Heading>
      </div>
      <p className="max-w-measure">{t("lead", { count: papers.length })}</p>
      <ol className="grid max-w-form gap-4">
        {papers.map(({ key, isRequired }, at) => (
          <li key={key} className="keep-together grid grid-cols-[1.75rem_1fr] gap-x-2">
            <span aria-hidden="true" className="font-semibold text-ink-soft tabular-nums">
              {at + 1}
            </span>
            <div>
              <p className="font-semibold">
                {words(`${key}.name`)}
                {!isRequired && <span className="font-normal text-ink-soft"> ({t("optional")})</span>}
              </p>
              <p className="text-body text-ink-soft">{words(`${key}.exactly`)}</p>
            </div>
          </li>
        ))}
      </ol>
      {pair && <p className="max-w-measure">{t(pair)}</p>}
      <p className="max-w-measure text-note text-ink-soft">{t("form")}</p>
    </section>
  );
}

async function Limits({ locale, entry }: Part) {
  const t = await getTranslations("list.entry.limits");
  const { name, acceptanceDays, decisionDays, answerDays, noticeDays } = entry.authority;
  const { actual } = entry;
  return (
    <Side title={t("title")} note={t("calendar")}>
      <Fact term={t("authority")}>{name[locale]}</Fact>
      <Fact term={t("acceptance")}>{t("acceptance_days", { days: acceptanceDays })}</Fact>
      <Fact term={t("decision")}>{t("decision_days", { days: decisionDays })}</Fact>
      <Fact term={t("answer")}>{t("answer_days", { days: answerDays })}</Fact>
      <Fact term={t("actual")}>
        {actual ? (
          <>
            {t("actual_days", { median: actual.median, most: actual.most })}
            <span className="block text-note text-ink-soft">{t("actual_of", { count: actual.count })}</span>
          </>
        ) : (
          t("actual_few")
        )}
      </Fact>
      {noticeDays > 0 && <Fact term={t("notice")}>{t("notice_days", { days: noticeDays })}</Fact>}
    </Side>
  );
}

async function About({ locale, entry }: Part) {
  const [t, words, fields] = await Promise.all([
    getTranslations("list.entry.about"),
    getTranslations("fields.provenance"),
    getTranslations("list.column"),
  ]);
  const [field, fee] = await Promise.all([getTranslations("fields.field"), getTranslations("eligibility.result")]);
  const { publishedOn, sourceUrl } = entry;
  return (
    <Side title={t("title")}>
      <Fact term={fields("field")}>{field(entry.field)}</Fact>
      <Fact term={t("code")}>
        <span className="code wrap-anywhere">{entry.code}</span>
      </Fact>
      {publishedOn && (
        <Fact term={t("version")}>
          {t("version_of", { number: entry.version, date: dateWords(locale, publishedOn) })}
        </Fact>
      )}
      <Fact term={t("people")}>
        {entry.people === null ? t("people_few") : t("people_count", { count: entry.people })}
      </Fact>
      <Fact term={t("period")}>{await period(locale, entry)}</Fact>
      <Fact term={t("provenance")}>{words(`${entry.provenance}.means`)}</Fact>
      <Fact term={fee("fee")}>{fee("fee_text")}</Fact>
      {sourceUrl && (
        <Fact term={t("source")}>
          <ExternalLink href={sourceUrl}>
            <Latin>{new URL(sourceUrl).hostname}</Latin>
          </ExternalLink>
        </Fact>
      )}
      <Fact term={t("data")}>
        <TextLink href={`/api/open/list/${entry.code}`}>{t("json")}</TextLink>
      </Fact>
    </Side>
  );
}

async function period(locale: Locale, { effectiveFrom, effectiveTo }: Entry): Promise<string> {
  const t = await getTranslations("list.entry.about");
  const from = effectiveFrom && dateWords(locale, effectiveFrom);
  const until = effectiveTo && dateWords(locale, effectiveTo);
  if (from && until) return t("both", { from, until });
  if (from) return t("from", { from });
  return until ? t("until", { until }) : t("unknown");
}

function Side({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="keep-together grid gap-3 rounded border border-line bg-card p-5 text-body">
      <Heading level={2} size="s">
        {title}
      </Heading>
      <dl className="grid gap-2.5">{children}</dl>
      {note && <p className="text-note text-ink-soft">{note}</p>}
    </section>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-note font-semibold text-ink-soft">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
