import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alternates } from "@/components/public/alternates";
import { ClosedNotice } from "@/components/public/closed-notice";
import { EntryStandingTag } from "@/components/public/entry-standing";
import { NothingHere } from "@/components/shell/nothing-here";
import { Page } from "@/components/shell/page";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { checkMinutes } from "@/lib/auth/check-answers";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { checkOf } from "./current";

type Props = PageProps<"/[locale]/check/[code]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const [t, check] = await Promise.all([getTranslations("eligibility"), checkOf((await params).code)]);
  if (!check.ok) return { robots: { index: false } };
  return { title: `${t("title")} ${check.value.qualification[locale]}`, description: t("description") };
}

/** What the check of one entry asks, before it begins. */
export default async function CheckEntryPage({ params }: Props) {
  const locale = await localeOf(params);
  const view = await checkOf((await params).code);
  if (!view.ok) return <NothingHere />;
  const check = view.value;
  const t = await getTranslations("eligibility");
  const { code, closed, next, questions } = check;
  const hasBegun = next !== questions[0];

  return (
    <Page back={{ href: pathIn(locale, "/check"), label: t("start.other") }}>
      <Alternates path={`/check/${code}`} />
      <div className="grid gap-3">
        <Heading caption={t("title")}>{check.qualification[locale]}</Heading>
        <p className="text-ink-soft">{check.issuingBody[locale]}</p>
        <div>
          <EntryStandingTag standing={closed ?? "open"} />
        </div>
      </div>
      {closed && (
        <ClosedNotice locale={locale} closed={closed} entry={check}>
          {t("start.closed")}
        </ClosedNotice>
      )}
      <Lead>{t("start.count", { count: questions.length, version: check.version })}</Lead>
      <p className="max-w-measure">{t("start.kept", { minutes: checkMinutes })}</p>
      <ButtonRow>
        <ButtonLink href={pathIn(locale, `/check/${code}/${next ?? "result"}`)} icon="arrow">
          {t(next === null ? "start.again" : hasBegun ? "start.continue" : "start.begin")}
        </ButtonLink>
        <TextLink href={pathIn(locale, `/list/${code}`)}>{t("start.entry")}</TextLink>
      </ButtonRow>
    </Page>
  );
}
