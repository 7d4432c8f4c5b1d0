import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { Alternates } from "@/components/public/alternates";
import { CodeForm } from "@/components/public/code-form";
import { PrintedHead } from "@/components/public/printed-head";
import { RegisteredName } from "@/components/public/registered-name";
import { standingSentence } from "@/components/public/standing-sentence";
import { Page, Section } from "@/components/shell/page";
import { Code } from "@/components/ui/code";
import { InsetText } from "@/components/ui/inset";
import { TextLink } from "@/components/ui/link";
import { PrintButton } from "@/components/ui/print-button";
import { SummaryList, type SummaryItem } from "@/components/ui/summary-list";
import { Verdict } from "@/components/ui/verdict";
import { officeNow } from "@/lib/auth/current-actor";
import { networkOf } from "@/lib/auth/visitor";
import { formatVerificationCode, parseVerificationCode } from "@/lib/domain/codes/verification-code";
import { dateWords, instantWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { verifyCertificate, type Verification } from "@/lib/services/verify-certificate";

type Props = PageProps<"/[locale]/verify/[code]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("register.check");
  return { title: t("title"), robots: { index: false } };
}

/** What a certificate is worth now, in one word; then line by line what stands on the true paper. */
export default async function VerdictPage({ params }: Props) {
  const locale = await localeOf(params);
  const typed = decoded((await params).code);
  const visitor = { network: networkOf(await headers()) };
  const [t, common, answer] = await Promise.all([
    getTranslations("register.check"),
    getTranslations("common"),
    verifyCertificate(visitor, typed, await officeNow()),
  ]);

  if (!answer.ok) {
    return (
      <Page>
        <Verdict kind="unknown" title={t("many.title")}>
          <p>{t("many.text")}</p>
        </Verdict>
        <CodeForm locale={locale} kind="secondary" />
      </Page>
    );
  }

  const { verdict, asOf, paper } = answer.value;
  return (
    <Page>
      <Alternates path={`/verify/${encodeURIComponent(typed)}`} />
      <PrintedHead locale={locale} at={asOf} {...(paper && { number: paper.number })} />
      <Verdict kind={verdict.is} title={t(`word.${verdict.is}`)}>
        <p>{t("as_of", { moment: instantWords(locale, asOf) })}</p>
        <p className="mt-1">{await sentence(locale, answer.value)}</p>
      </Verdict>
      {paper ? <Compare locale={locale} paper={paper} /> : <BeforeYouDecide typed={typed} />}
      <div className="print:hidden">
        <PrintButton label={common("print")} />
      </div>
      <Section title={t("again")}>
        <CodeForm locale={locale} kind="secondary" />
      </Section>
    </Page>
  );
}

async function sentence(locale: Locale, { verdict, paper }: Verification): Promise<string> {
  const [t, entry] = await Promise.all([getTranslations("register.check"), getTranslations("register.entry")]);
  const day = (value: string | null | undefined) => (value ? dateWords(locale, value) : "");
  switch (verdict.is) {
    case "valid":
      return entry("valid_text", { from: day(paper?.validFrom), until: day(paper?.validUntil) });
    case "suspended":
    case "ended":
      return standingSentence(locale, verdict);
    case "replaced":
      return t("replaced_text", { date: day(paper?.replacedOn) });
    case "unknown":
      return t("unknown_text");
  }
}

async function Compare({ locale, paper }: { locale: Locale; paper: NonNullable<Verification["paper"]> }) {
  const [t, entry] = await Promise.all([getTranslations("register.check"), getTranslations("register.entry")]);
  const { published } = paper;
  const items: SummaryItem[] = [
    ...(published ? [{ term: entry("name"), detail: <RegisteredName names={published.names} /> }] : []),
    { term: entry("number"), detail: paper.number },
    ...(published
      ? [
          { term: entry("qualification"), detail: published.qualification[locale] },
          { term: entry("scope"), detail: published.scope[locale] },
          ...(published.institution ? [{ term: entry("institution"), detail: published.institution }] : []),
        ]
      : []),
    { term: t("from"), detail: dateWords(locale, paper.validFrom) },
    { term: t("until"), detail: dateWords(locale, paper.validUntil) },
    { term: t("issued"), detail: dateWords(locale, paper.issuedOn) },
  ];
  return (
    <>
      <SummaryList title={t("compare")} items={items} />
      {!published && <InsetText>{entry("unpublished")}</InsetText>}
      <div className="grid max-w-measure gap-2">
        <p>{t("differs")}</p>
        <p className="print:hidden">
          <TextLink href={pathIn(locale, `/register/${paper.number}`)}>{t("in_register")}</TextLink>
        </p>
      </div>
    </>
  );
}

async function BeforeYouDecide({ typed }: { typed: string }) {
  const t = await getTranslations("register.check");
  const code = parseVerificationCode(typed);
  return (
    <Section title={t("unknown_help.title")}>
      <SummaryList
        items={[
          {
            term: t("unknown_typed"),
            detail: code ? <Code value={formatVerificationCode(code)} /> : <q>{typed.slice(0, 100)}</q>,
          },
        ]}
      />
      <ol className="grid max-w-measure list-decimal gap-1.5 ps-6">
        <li>{t("unknown_help.one")}</li>
        <li>{t("unknown_help.two")}</li>
        <li>{t("unknown_help.three")}</li>
      </ol>
    </Section>
  );
}

/** What stands in the address, as it was typed; what cannot be read stays as it is. */
function decoded(code: string): string {
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}
