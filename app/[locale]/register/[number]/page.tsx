import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Alternates } from "@/components/public/alternates";
import { PrintedHead } from "@/components/public/printed-head";
import { RegisteredName } from "@/components/public/registered-name";
import { standingSentence } from "@/components/public/standing-sentence";
import { NothingHere } from "@/components/shell/nothing-here";
import { Page } from "@/components/shell/page";
import { CopyCode } from "@/components/ui/copy-code";
import { InsetText } from "@/components/ui/inset";
import { TextLink } from "@/components/ui/link";
import { PrintButton } from "@/components/ui/print-button";
import { SummaryList } from "@/components/ui/summary-list";
import { Verdict } from "@/components/ui/verdict";
import { officeNow } from "@/lib/auth/current-actor";
import type { Field } from "@/lib/domain/accreditation/schema";
import { dateWords, instantDateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewRegisterEntry, type RegisterEntry } from "@/lib/services/search-register";

type Props = PageProps<"/[locale]/register/[number]">;

const entryOf = cache(async (number: string) => viewRegisterEntry(number, await officeNow()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const [view, t] = await Promise.all([entryOf((await params).number), getTranslations("register")]);
  // A register is read by people; who looks for a name elsewhere need not find it here.
  return { title: view.ok ? view.value.entry.number : t("title"), robots: { index: false } };
}

/** One registration as anybody may see it. */
export default async function RegisterEntryPage({ params }: Props) {
  const locale = await localeOf(params);
  const view = await entryOf((await params).number);
  if (!view.ok) return <NothingHere />;
  const { asOf, entry, address } = view.value;
  const [t, common] = await Promise.all([getTranslations("register.entry"), getTranslations("common")]);
  const { standing, number } = entry;

  return (
    <Page back={{ href: pathIn(locale, "/register"), label: t("back") }}>
      <Alternates path={`/register/${number}`} />
      <PrintedHead locale={locale} at={asOf} number={number} />
      <Verdict kind={standing.is} title={t(standing.is)}>
        <p>{t("as_of", { date: instantDateWords(locale, asOf) })}</p>
        <p className="mt-1">{await sentence(locale, entry)}</p>
      </Verdict>
      {entry.published ? (
        <Facts locale={locale} entry={entry} published={entry.published} />
      ) : (
        <InsetText>{t("unpublished")}</InsetText>
      )}
      {!entry.published && <SummaryList items={[{ term: t("number"), detail: number }]} />}
      <p className="max-w-measure">
        {t("paper")} <TextLink href={pathIn(locale, "/verify")}>{common("nav.verify")}</TextLink>
      </p>
      <div className="grid gap-2 print:hidden">
        <p className="font-semibold">{t("share")}</p>
        <CopyCode value={address} label={t("copy")} copiedLabel={t("copied")} />
      </div>
      <div className="print:hidden">
        <PrintButton label={common("print")} />
      </div>
    </Page>
  );
}

async function sentence(locale: Locale, { standing, validFrom, validUntil }: RegisterEntry): Promise<string> {
  if (standing.is !== "valid") return standingSentence(locale, standing);
  const t = await getTranslations("register.entry");
  return t("valid_text", { from: dateWords(locale, validFrom), until: dateWords(locale, validUntil) });
}

async function Facts({
  locale,
  entry,
  published,
}: {
  locale: Locale;
  entry: RegisterEntry;
  published: NonNullable<RegisterEntry["published"]>;
}) {
  const [t, words] = await Promise.all([getTranslations("register.entry"), getTranslations("fields.field")]);
  const { names, qualification, issuingBody, homeRegistrationNumber, field, scope, institution, entryCode } = published;
  return (
    <SummaryList
      items={[
        { term: t("name"), detail: <RegisteredName names={names} /> },
        { term: t("number"), detail: entry.number },
        {
          term: t("qualification"),
          detail: <TextLink href={pathIn(locale, `/list/${entryCode}`)}>{qualification[locale]}</TextLink>,
        },
        { term: t("issuing_body"), detail: issuingBody[locale] },
        ...(homeRegistrationNumber ? [{ term: t("home_number"), detail: homeRegistrationNumber }] : []),
        { term: t("field"), detail: words(field as Field) },
        { term: t("scope"), detail: scope[locale] },
        ...(institution ? [{ term: t("institution"), detail: institution }] : []),
        {
          term: t("validity"),
          detail: t("period", { from: dateWords(locale, entry.validFrom), until: dateWords(locale, entry.validUntil) }),
        },
      ]}
    />
  );
}
