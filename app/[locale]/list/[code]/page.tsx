import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache, type ReactNode } from "react";
import { Alternates } from "@/components/public/alternates";
import { ClosedNotice } from "@/components/public/closed-notice";
import { EntryStandingTag } from "@/components/public/entry-standing";
import { NothingHere } from "@/components/shell/nothing-here";
import { PrintedHead } from "@/components/public/printed-head";
import { Columns, Page } from "@/components/shell/page";
import { Han } from "@/components/ui/bilingual";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { ExternalLink, TextLink } from "@/components/ui/link";
import { PrintButton } from "@/components/ui/print-button";
import { SummaryList, type SummaryItem } from "@/components/ui/summary-list";
import { officeNow } from "@/lib/auth/current-actor";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewEntry, type EntryView } from "@/lib/services/view-entry";

type Props = PageProps<"/[locale]/list/[code]">;

const entryOf = cache(async (code: string) => viewEntry(code, await officeNow()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const entry = await entryOf((await params).code);
  if (!entry.ok) return { robots: { index: false } };
  const { qualification, issuingBody } = entry.value;
  return { title: `${qualification[locale]} (${issuingBody[locale]})` };
}

/** What one entry of the list gives, whom, for which papers, in what time. */
export default async function EntryPage({ params }: Props) {
  const locale = await localeOf(params);
  const view = await entryOf((await params).code);
  if (!view.ok) return <NothingHere />;
  const entry = view.value;
  const t = await getTranslations("list.entry");

  return (
    <Page width="wide" back={{ href: pathIn(locale, "/list"), label: t("back") }}>
      <Alternates path={`/list/${entry.code}`} />
      <PrintedHead locale={locale} at={await officeNow()} number={entry.code} />
      <div className="grid gap-8 text-form">
        <div className="grid gap-4">
          <Heading caption={entry.issuingBody[locale]}>{entry.qualification[locale]}</Heading>
          {locale !== "en" && (
            <p lang="en" className="text-ink-soft">
              {entry.qualification.en}
            </p>
          )}
          <div>
            <EntryStandingTag standing={entry.closed ?? "open"} />
          </div>
        </div>
        <Begin locale={locale} entry={entry} />
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
        <div className="print:hidden">
          <PrintButton label={t("print")} />
        </div>
      </div>
    </Page>
  );
}

type Part = { locale: Locale; entry: EntryView };

/** The one button, or why there is none. */
async function Begin({ locale, entry }: Part) {
  const [t, check] = await Promise.all([getTranslations("list.entry"), getTranslations("eligibility.link")]);
  const { closed } = entry;
  if (!closed) {
    return (
      <div className="grid gap-2">
        <ButtonRow>
          <ButtonLink href={pathIn(locale, `/filings/new?entry=${entry.code}`)} icon="arrow">
            {t("start")}
          </ButtonLink>
          <TextLink href={pathIn(locale, `/check/${entry.code}`)}>{check("open")}</TextLink>
        </ButtonRow>
        <p className="text-note text-ink-soft print:hidden">{t("time")}</p>
      </div>
    );
  }
  return (
    <ClosedNotice locale={locale} closed={closed} entry={entry}>
      <span className="flex flex-wrap gap-x-6 gap-y-1">
        {closed !== "withdrawn" && <TextLink href={pathIn(locale, `/check/${entry.code}`)}>{check("open")}</TextLink>}
        {closed !== "by_institution" && (
          <TextLink href={pathIn(locale, `/list/not-listed?entry=${entry.code}`)}>{t("closed.tell_me")}</TextLink>
        )}
        <TextLink href={pathIn(locale, "/list?status=open")}>{t("closed.see_open")}</TextLink>
      </span>
    </ClosedNotice>
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

async function Papers({ entry }: { entry: EntryView }) {
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
          <ExternalLink href={sourceUrl}>{new URL(sourceUrl).hostname}</ExternalLink>
        </Fact>
      )}
      <Fact term={t("data")}>
        <TextLink href={`/api/open/list/${entry.code}`}>{t("json")}</TextLink>
      </Fact>
    </Side>
  );
}

async function period(locale: Locale, { effectiveFrom, effectiveTo }: EntryView): Promise<string> {
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
