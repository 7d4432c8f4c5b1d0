import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Alternates } from "@/components/public/alternates";
import { ClosedNotice } from "@/components/public/closed-notice";
import { EntrySheet } from "@/components/public/entry-sheet";
import { EntryStandingTag } from "@/components/public/entry-standing";
import { NothingHere } from "@/components/shell/nothing-here";
import { PrintedHead } from "@/components/public/printed-head";
import { Page } from "@/components/shell/page";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { PrintButton } from "@/components/ui/print-button";
import { officeNow } from "@/lib/auth/current-actor";
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
        <EntrySheet locale={locale} entry={entry} />
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
