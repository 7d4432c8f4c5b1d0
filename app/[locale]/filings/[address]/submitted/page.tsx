import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page, Section } from "@/components/shell/page";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { CopyCode } from "@/components/ui/copy-code";
import { TextLink } from "@/components/ui/link";
import { ConfirmationPanel } from "@/components/ui/panel";
import { PrintButton } from "@/components/ui/print-button";
import { Table } from "@/components/ui/table";
import type { TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import type { PaperView } from "@/lib/domain/document/papers";
import { dateWords, instantWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { listPapers } from "@/lib/services/list-papers";
import { viewAnswers } from "@/lib/services/view-answers";
import type { MyFiling } from "@/lib/services/view-my-filing";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing.receipt");
  return { title: t("title") };
}

/** The receipt of a submission: the same today and in a year, on screen and on paper. */
export default async function SubmittedPage({ params }: TaskPageProps) {
  const locale = await localeOf(params);
  const [{ address }, actor, now] = await Promise.all([params, requireProfessional(), officeNow()]);
  const [view, papers] = await Promise.all([viewAnswers(actor, address, now), listPapers(actor, address, now)]);
  if (!view.ok || !papers.ok) notFound();
  const { filing, submissions } = view.value;
  const here = (page: string) => pathIn(locale, `/filings/${filing.address}${page}`);
  if (filing.reference === null) redirect(here(""));

  const [t, common] = await Promise.all([getTranslations("filing.receipt"), getTranslations("common")]);
  const fingerprint = submissions[0]?.hash;
  return (
    <Page>
      <ConfirmationPanel title={t("title")}>
        <p>{t("reference")}</p>
        <p>
          <CopyCode value={filing.reference} label={t("copy")} copiedLabel={t("copied")} large />
        </p>
      </ConfirmationPanel>
      <div className="grid gap-1">
        <p className="font-semibold">{filing.qualification[locale]}</p>
        <Received locale={locale} filing={filing} />
        <p>{t("mail", { email: actor.email })}</p>
      </div>
      <Section title={t("next_title")}>
        <NextSteps locale={locale} filing={filing} />
        <ButtonRow>
          <ButtonLink href={here("/status")}>{t("see_status")}</ButtonLink>
          <PrintButton label={common("save_pdf")} />
          <TextLink href={here("/check")}>{t("see_answers")}</TextLink>
          <TextLink href={`/api/filings/${filing.reference}/calendar?locale=${locale}`} download>
            {t("calendar")}
          </TextLink>
        </ButtonRow>
      </Section>
      <Section title={t("files")}>
        <Files papers={papers.value.papers} />
        {fingerprint && (
          <div className="grid gap-1">
            <p className="text-note text-ink-soft">{t("answers_fingerprint")}</p>
            <p className="wrap-anywhere">
              <Code value={fingerprint} group={8} />
            </p>
          </div>
        )}
        <p className="text-note text-ink-soft">{t("keep")}</p>
      </Section>
    </Page>
  );
}

async function Received({ locale, filing: { dates } }: { locale: Locale; filing: MyFiling }) {
  const t = await getTranslations("filing.receipt");
  if (dates.submittedAt === null || dates.receivedOn === null) return null;
  const receivedOn = dateWords(locale, dates.receivedOn);
  return (
    <>
      <p>{t("sent_at", { when: instantWords(locale, dates.submittedAt) })}</p>
      <p>
        {officeDay(dates.submittedAt) === dates.receivedOn
          ? t("received", { date: receivedOn })
          : t("after_hours", { date: receivedOn })}
      </p>
    </>
  );
}

async function NextSteps({ locale, filing: { promise, limits } }: { locale: Locale; filing: MyFiling }) {
  const t = await getTranslations("filing.receipt");
  if (!promise) return null;
  const { acceptBy, decideBy, isProvisional } = promise;
  return (
    <div className="grid gap-2">
      <ol className="grid max-w-measure list-decimal gap-2 ps-6">
        <li>{t("next_accept", { date: dateWords(locale, acceptBy), count: limits.acceptanceDays })}</li>
        <li>{t("next_decide", { date: dateWords(locale, decideBy), count: limits.decisionDays })}</li>
        <li>{t("next_ask")}</li>
      </ol>
      {isProvisional && <p className="text-note text-ink-soft">{t("provisional")}</p>}
    </div>
  );
}

async function Files({ papers }: { papers: readonly PaperView[] }) {
  const [t, check, names] = await Promise.all([
    getTranslations("filing.receipt"),
    getTranslations("filing.check"),
    getTranslations("evidence"),
  ]);
  const files = papers.flatMap(({ key, parts }) =>
    parts.flatMap(({ half, current }) => (current ? [{ key, half, file: current }] : [])),
  );
  return (
    <Table
      caption={t("files_caption")}
      rows={files}
      rowKey={({ file }) => file.id}
      columns={[
        { key: "paper", head: t("paper"), rowHeader: true, cell: ({ key }) => names(`${key}.name`) },
        {
          key: "file",
          head: t("file"),
          cell: ({ half, file }) => (half === "original" ? file.name : check(`half.${half}`, { file: file.name })),
        },
        {
          key: "hash",
          head: t("fingerprint"),
          cell: ({ file }) => (
            <span className="text-note wrap-anywhere">
              <Code value={file.sha256} group={8} />
            </span>
          ),
        },
      ]}
    />
  );
}
