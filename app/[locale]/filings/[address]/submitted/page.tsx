import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PrintedHead } from "@/components/public/printed-head";
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
import { dateWords, instantWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import type { MyFiling } from "@/lib/services/view-my-filing";
import { rulesIn } from "./receipt-sheet";
import { viewReceipt, type ReceiptFile } from "@/lib/services/view-receipt";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing.receipt");
  return { title: t("title") };
}

/** The receipt of a submission: the same today and in a year, on screen and on paper. */
export default async function SubmittedPage({ params }: TaskPageProps) {
  const locale = await localeOf(params);
  const [{ address }, actor, now] = await Promise.all([params, requireProfessional(), officeNow()]);
  const view = await viewReceipt(actor, address, now);
  if (!view.ok && view.refusal.code === "not_found") notFound();
  if (!view.ok) redirect(pathIn(locale, `/filings/${encodeURIComponent(address)}`));
  const { filing, reference, hash, rules, files, later, promisedThen } = view.value;
  const here = (page: string) => pathIn(locale, `/filings/${filing.address}${page}`);
  const [t, common] = await Promise.all([getTranslations("filing.receipt"), getTranslations("common")]);
  return (
    <Page>
      <PrintedHead locale={locale} at={now} number={reference} />
      <ConfirmationPanel title={t("title")}>
        <p>{t("reference")}</p>
        <p>
          <CopyCode value={reference} label={t("copy")} copiedLabel={t("copied")} large />
        </p>
      </ConfirmationPanel>
      <div className="grid gap-1">
        <p className="font-semibold">{filing.qualification[locale]}</p>
        <Received locale={locale} filing={filing} />
        <p>{t("rules_text", rulesIn(locale, rules))}</p>
        <p>{t("mail", { email: actor.email })}</p>
      </div>
      <Section title={t("next_title")}>
        <NextSteps locale={locale} filing={filing} promisedThen={promisedThen} />
        <ButtonRow>
          <ButtonLink href={here("/status")}>{t("see_status")}</ButtonLink>
          <ButtonLink
            href={`/api/filings/${reference}/receipt?locale=${locale}`}
            kind="secondary"
            icon="download"
            download
          >
            {t("download")}
          </ButtonLink>
          <PrintButton label={common("print")} />
          <TextLink href={here("/check")}>{t("see_answers")}</TextLink>
          {filing.promise && (
            <TextLink href={`/api/filings/${reference}/calendar?locale=${locale}`} download>
              {t("calendar")}
            </TextLink>
          )}
        </ButtonRow>
      </Section>
      <Section title={t("files")}>
        <Files files={files} />
        <Fingerprint term={t("answers_fingerprint")} hash={hash} />
        {later.map((sent) => (
          <Fingerprint
            key={sent.round}
            term={t("later", { when: instantWords(locale, sent.submittedAt) })}
            hash={sent.hash}
          />
        ))}
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

type NextStepsProps = { locale: Locale; filing: MyFiling; promisedThen: string | null };

async function NextSteps({ locale, filing: { promise }, promisedThen }: NextStepsProps) {
  const t = await getTranslations("filing.receipt");
  const then = promisedThen !== null && (
    <p className="max-w-measure">{t("promised", { date: dateWords(locale, promisedThen) })}</p>
  );
  if (!promise) {
    return (
      <div className="grid gap-2">
        {then}
        <p className="max-w-measure">{t("no_promise")}</p>
      </div>
    );
  }
  const { acceptBy, decideBy, isProvisional } = promise;
  const hasMoved = promisedThen !== null && promisedThen !== decideBy;
  return (
    <div className="grid gap-2">
      {hasMoved && then}
      {hasMoved && <p className="max-w-measure">{t("moved", { date: dateWords(locale, decideBy) })}</p>}
      <ol className="grid max-w-measure list-decimal gap-2 ps-6">
        {acceptBy !== null && <li>{t("next_accept", { date: dateWords(locale, acceptBy) })}</li>}
        <li>{t("next_decide", { date: dateWords(locale, decideBy) })}</li>
        <li>{t("next_ask")}</li>
      </ol>
      {isProvisional && <p className="text-note text-ink-soft">{t("provisional")}</p>}
    </div>
  );
}

function Fingerprint({ term, hash }: { term: string; hash: string }) {
  return (
    <div className="grid gap-1">
      <p className="text-note text-ink-soft">{term}</p>
      <p className="text-note wrap-anywhere">
        <Code value={hash} group={8} />
      </p>
    </div>
  );
}

async function Files({ files }: { files: readonly ReceiptFile[] }) {
  const [t, check, names] = await Promise.all([
    getTranslations("filing.receipt"),
    getTranslations("filing.check"),
    getTranslations("evidence"),
  ]);
  return (
    <Table
      caption={t("files_caption")}
      captionHidden
      rows={files}
      rowKey={({ id }) => id}
      columns={[
        { key: "paper", head: t("paper"), rowHeader: true, cell: ({ key }) => names(`${key}.name`) },
        {
          key: "file",
          head: t("file"),
          cell: ({ half, name }) => (half === "original" ? name : check(`half.${half}`, { file: name })),
        },
        {
          key: "hash",
          head: t("fingerprint"),
          cell: ({ sha256 }) => (
            <span className="text-note wrap-anywhere">
              <Code value={sha256} group={8} />
            </span>
          ),
        },
      ]}
    />
  );
}
