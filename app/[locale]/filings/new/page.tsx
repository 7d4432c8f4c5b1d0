import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { CarriedAnswers } from "@/components/filing/carried-answers";
import { Page, Section } from "@/components/shell/page";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { startFilingAction } from "@/app/[locale]/filings/actions";
import { SearchBox } from "@/components/ui/search";
import { currentCheck } from "@/lib/auth/check-answers";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import { closedReasons } from "@/lib/domain/filing/opening";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { ownReasons, viewNewFiling, type NewFiling } from "@/lib/services/view-new-filing";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing.new");
  return { title: t("title") };
}

export default async function NewFilingPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const [asked, actor, now] = await Promise.all([searchParams, requireProfessional(), officeNow()]);
  const { entry } = asked;
  if (typeof entry !== "string") return <ChooseFirst locale={locale} />;
  const view = await viewNewFiling(actor, entry, await currentCheck(entry), now);
  if (!view.ok) return <ChooseFirst locale={locale} />;
  // What was answered before is offered, not imposed.
  const carried = asked["afresh"] === "1" ? {} : view.value.carried;
  return <ForEntry locale={locale} view={{ ...view.value, carried }} />;
}

async function ChooseFirst({ locale }: { locale: Locale }) {
  const [t, mine, list, common, check] = await Promise.all([
    getTranslations("filing.new"),
    getTranslations("filing.mine"),
    getTranslations("list"),
    getTranslations("common"),
    getTranslations("eligibility.link"),
  ]);
  return (
    <Page back={{ href: pathIn(locale, "/filings"), label: mine("title") }}>
      <Heading>{t("choose_title")}</Heading>
      <Lead>{t("choose")}</Lead>
      <SearchBox
        action={pathIn(locale, "/list")}
        label={list("search.label")}
        hint={list("search.hint")}
        button={common("search")}
      />
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <TextLink href={pathIn(locale, "/list")}>{t("see_list")}</TextLink>
        <TextLink href={pathIn(locale, "/check")}>{check("open")}</TextLink>
      </p>
    </Page>
  );
}

async function ForEntry({ locale, view }: { locale: Locale; view: NewFiling }) {
  const [t, papers] = await Promise.all([getTranslations("filing.new"), getTranslations("evidence")]);
  const entryHref = pathIn(locale, `/list/${view.code}`);
  const back = { href: entryHref, label: view.qualification[locale] };

  if (view.open !== null || view.closed !== null) {
    return (
      <Page
        back={back}
        notice={
          <Notice tone={view.open ? "turn" : "info"} title={t(view.open ? "open_title" : "closed_title")}>
            {view.open ? t("open") : t(`closed.${view.closed ?? "not_confirmed"}`)}
            {view.closed === "barred" && view.barredUntil && (
              <> {t("barred_until", { date: dateWords(locale, view.barredUntil) })}</>
            )}
          </Notice>
        }
      >
        <Heading caption={t("for")}>{view.qualification[locale]}</Heading>
        <ButtonRow>
          {view.open ? (
            <ButtonLink href={pathIn(locale, `/filings/${view.open}`)} icon="arrow">
              {t("continue")}
            </ButtonLink>
          ) : (
            <ButtonLink href={pathIn(locale, "/list")} kind="secondary">
              {t("see_list")}
            </ButtonLink>
          )}
          <TextLink href={entryHref}>{t("see_entry")}</TextLink>
        </ButtonRow>
      </Page>
    );
  }

  return (
    <Page back={back}>
      <div className="grid gap-3">
        <Heading caption={t("title")}>{view.qualification[locale]}</Heading>
        <Lead>{t("lead", { authority: view.authority[locale] })}</Lead>
        <p className="max-w-measure">{t("time", { minutes: view.minutes })}</p>
      </div>
      <Section title={t("have_ready")}>
        {view.papers.length === 0 ? (
          <p>{t("no_papers")}</p>
        ) : (
          <ul className="list-disc ps-6">
            {view.papers.map(({ key, isRequired }) => (
              <li key={key} className="py-0.5">
                {isRequired ? papers(`${key}.name`) : t("optional_paper", { paper: papers(`${key}.name`) })}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("what_then")}>
        <ol className="list-decimal ps-6">
          <li className="py-0.5">{t("step_submit")}</li>
          <li className="py-0.5">{t("step_accept", { count: view.acceptanceDays })}</li>
          <li className="py-0.5">{t("step_decide", { count: view.decisionDays })}</li>
        </ol>
        <p>{t("step_free")}</p>
      </Section>
      {Object.keys(view.carried).length > 0 && <FromCheck locale={locale} view={view} />}
      <ClientWords>
        <ActionButton
          action={startFilingAction}
          hidden={{ entry: view.code, ...view.carried }}
          kind="primary"
          label={t("start")}
          errorWords={Object.fromEntries(
            [...closedReasons, ...ownReasons].map((reason) => [`unmet.${reason}`, t(`closed.${reason}`)]),
          )}
        />
      </ClientWords>
    </Page>
  );
}

/** What the check before sign-in already knows. */
async function FromCheck({ locale, view }: { locale: Locale; view: NewFiling }) {
  const t = await getTranslations("eligibility.taken_over");
  return (
    <Section title={t("title")}>
      <p className="max-w-measure">{t("text")}</p>
      <CarriedAnswers carried={view.carried} />
      <p>
        <TextLink href={pathIn(locale, `/filings/new?entry=${view.code}&afresh=1`)}>{t("without")}</TextLink>
      </p>
    </Section>
  );
}
