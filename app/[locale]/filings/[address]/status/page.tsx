import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClockStops } from "@/components/filing/clock-stops";
import { DecisionReasons } from "@/components/filing/decision-reasons";
import { FilingTimeline } from "@/components/filing/filing-timeline";
import { StatusTag } from "@/components/filing/status-tag";
import { WhoseTurn } from "@/components/filing/whose-turn";
import { PrintedHead } from "@/components/public/printed-head";
import { Columns, Page, Section } from "@/components/shell/page";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Heading } from "@/components/ui/heading";
import { ExternalLink, TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";
import { SummaryList } from "@/components/ui/summary-list";
import type { TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { Routes } from "@/app/[locale]/filings/[address]/status/routes";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import { reopenReasons } from "@/lib/domain/filing/checks";
import { isOpen, type FilingState } from "@/lib/domain/filing/filing";
import { dateWords, instantDateWords, instantWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import type { MyFiling } from "@/lib/services/view-my-filing";
import type { FallenDecision } from "@/lib/services/fallen-decisions";
import { viewStatus, type MyStatus } from "@/lib/services/view-status";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing.status");
  return { title: t("title") };
}

/** Where a filing stands: whose turn it is first, then both clocks, then everything that happened. */
export default async function StatusPage({ params, searchParams }: TaskPageProps) {
  const locale = await localeOf(params);
  const [{ address }, asked, actor, now] = await Promise.all([
    params,
    searchParams,
    requireProfessional(),
    officeNow(),
  ]);
  const view = await viewStatus(actor, address, now);
  if (!view.ok) notFound();
  const { filing, events, used, since, stops, actual, fallen } = view.value;
  if (filing.state === "draft") redirect(pathIn(locale, `/filings/${filing.address}`));

  const statement = (["statement", "objection"] as const).find((it) => it === asked["sent"]);
  const [t, request, mine] = await Promise.all([
    getTranslations("filing.status"),
    getTranslations("filing.request"),
    getTranslations("filing.mine"),
  ]);
  return (
    <Page
      width="wide"
      back={{ href: pathIn(locale, "/filings"), label: mine("title") }}
      notice={
        asked["sent"] === "answers" ? (
          <Notice tone="good" title={request("sent_title")}>
            <p>{request("sent_text")}</p>
            {filing.promise && <p>{request("sent_promise", { date: dateWords(locale, filing.promise.decideBy) })}</p>}
            <p>
              <TextLink href={pathIn(locale, `/filings/${filing.address}/request`)}>{request("sent_receipt")}</TextLink>
            </p>
          </Notice>
        ) : (
          statement && (
            <Notice tone="good" title={t(`sent.${statement}.title`)}>
              <p>{t(`sent.${statement}.text`)}</p>
            </Notice>
          )
        )
      }
    >
      <PrintedHead locale={locale} at={now} {...(filing.reference && { number: filing.reference })} />
      <Columns
        aside={
          <>
            <SummaryList title={t("clocks")} items={clocks()} />
            <p className="text-note text-ink-soft">{t("clock_note")}</p>
            <Facts locale={locale} view={view.value} />
            <Links locale={locale} filing={filing} />
          </>
        }
      >
        <div className="grid gap-4">
          <div className="grid gap-2">
            <Heading caption={filing.reference}>{filing.qualification[locale]}</Heading>
            <div>
              <StatusTag state={filing.state} held={filing.held} />
            </div>
          </div>
          <WhoseTurn
            state={filing.state}
            held={filing.held}
            turn={filing.turn}
            promise={filing.promise}
            authority={filing.authority[locale]}
          />
          <ButtonRow>
            <NextStep locale={locale} view={view.value} />
            <PrintButton label={t("print")} />
          </ButtonRow>
        </div>
        <Routes locale={locale} view={view.value} />
        {stops.length > 0 && (
          <Section title={t("stops")}>
            <ClockStops stops={stops} />
          </Section>
        )}
        {isOpen(filing.state) && actual && (
          <Section title={t("actual")}>
            <p className="max-w-measure">{t("actual_text", actual)}</p>
          </Section>
        )}
        {fallen.length > 0 && <Fallen locale={locale} decisions={fallen} />}
        <Section title={t("history")}>
          <FilingTimeline
            events={events.map((event) => ({
              ...event,
              key: event.seq,
              detail: event.reasons.length > 0 && <Reasons codes={event.reasons} />,
            }))}
            isMine
          />
        </Section>
      </Columns>
    </Page>
  );

  function clocks() {
    const holder = filing.held ? "held" : filing.turn.owner;
    const date = since === null ? "" : dateWords(locale, since);
    return [
      ...(holder && since !== null
        ? [{ term: t("lies_with"), detail: t(`holder.${holder}`, { authority: filing.authority[locale], date }) }]
        : []),
      { term: t("used_by_us"), detail: t("days", { count: used.authority }) },
      { term: t("used_by_you"), detail: t("days", { count: used.professional }) },
    ];
  }
}

const isDecided = (state: FilingState) => state === "approved" || state === "refused" || state === "not_accepted";

/** The one thing to do next, where there is one. */
async function NextStep({ locale, view: { filing, registration } }: { locale: Locale; view: MyStatus }) {
  const t = await getTranslations("filing.status");
  const here = (page: string) => pathIn(locale, `/filings/${filing.address}/${page}`);
  if (isDecided(filing.state)) {
    return (
      <>
        <ButtonLink href={here("decision")}>{t("decision")}</ButtonLink>
        {registration && <TextLink href={pathIn(locale, `/registrations/${registration}`)}>{registration}</TextLink>}
      </>
    );
  }
  if (filing.held) return null;
  if (filing.state === "awaiting_applicant") return <ButtonLink href={here("request")}>{t("answer")}</ButtonLink>;
  if (filing.state === "hearing") return <ButtonLink href={here("hearing")}>{t("hearing")}</ButtonLink>;
  const mayTryAgain = filing.state === "withdrawn" || filing.state === "closed_no_response";
  if (!mayTryAgain) return null;
  return (
    <ButtonLink href={pathIn(locale, `/filings/new?entry=${filing.entryCode}`)} kind="secondary">
      {t("again")}
    </ButtonLink>
  );
}

async function Facts({ locale, view: { filing, registration, homeRegister } }: { locale: Locale; view: MyStatus }) {
  const [t, found] = await Promise.all([getTranslations("filing.status"), getTranslations("workflow.finding")]);
  const { dates } = filing;
  return (
    <SummaryList
      title={t("facts")}
      items={[
        { term: t("entry"), detail: `${filing.qualification[locale]}\n${filing.issuingBody[locale]}` },
        { term: t("authority"), detail: filing.authority[locale] },
        ...(dates.submittedAt ? [{ term: t("submitted"), detail: instantWords(locale, dates.submittedAt) }] : []),
        ...(dates.receivedOn ? [{ term: t("received"), detail: dateWords(locale, dates.receivedOn) }] : []),
        {
          term: t("home_register"),
          detail: homeRegister ? (
            <>
              {t(`home_register_${homeRegister.way}`, {
                date: instantDateWords(locale, homeRegister.at),
                result: found(homeRegister.result),
              })}{" "}
              <ExternalLink href={homeRegister.source}>{homeRegister.source}</ExternalLink>
            </>
          ) : (
            t("home_register_not_yet")
          ),
        },
        ...(registration
          ? [
              {
                term: t("registration"),
                detail: <TextLink href={pathIn(locale, `/registrations/${registration}`)}>{registration}</TextLink>,
              },
            ]
          : []),
      ]}
    />
  );
}

async function Links({ locale, filing }: { locale: Locale; filing: MyFiling }) {
  const [t, receipt] = await Promise.all([getTranslations("filing.status"), getTranslations("filing.receipt")]);
  const here = (page: string) => pathIn(locale, `/filings/${filing.address}/${page}`);
  return (
    <ul className="grid gap-2 print:hidden">
      <li>
        <TextLink href={here("check")}>{t("answers")}</TextLink>
      </li>
      <li>
        <TextLink href={here("documents")}>{t("papers")}</TextLink>
      </li>
      <li>
        <TextLink href={here("confirmations")}>{t("confirmations")}</TextLink>
      </li>
      <li>
        <TextLink href={here("submitted")}>{t("receipt")}</TextLink>
      </li>
      <li>
        <TextLink href={here("messages")}>{t("messages")}</TextLink>
      </li>
      {filing.objected && (
        <li>
          <TextLink href={here("objection")}>{t("objection")}</TextLink>
        </li>
      )}
      {filing.rounds > 0 && (
        <li>
          <TextLink href={here("request")}>{t("requests")}</TextLink>
        </li>
      )}
      {filing.promise && (
        <li>
          <TextLink href={`/api/filings/${filing.address}/calendar?locale=${locale}`} download>
            {receipt("calendar")}
          </TextLink>
        </li>
      )}
      <li>
        <TextLink href={here("consent")}>{t("consents")}</TextLink>
      </li>
    </ul>
  );
}

/** The decisions that were taken back, with their reasons as they were given. */
async function Fallen({ locale, decisions }: { locale: Locale; decisions: readonly FallenDecision[] }) {
  const t = await getTranslations("filing.status");
  return (
    <Section title={t("fallen")}>
      {decisions.map(({ outcome, decidedOn, takenBackOn, reasons }) => {
        const days = { date: dateWords(locale, decidedOn), until: dateWords(locale, takenBackOn) };
        return (
          <Details key={`${decidedOn} ${takenBackOn}`} summary={t(`fallen_${outcome}`, days)}>
            <DecisionReasons reasons={reasons.reasonCodes} note={reasons.note} />
          </Details>
        );
      })}
    </Section>
  );
}

/** Why a step was taken, where that is told with it. */
async function Reasons({ codes }: { codes: readonly string[] }) {
  const t = await getTranslations("workflow.reason");
  return reopenReasons
    .filter((code) => codes.includes(code))
    .map((code) => (
      <p key={code} className="max-w-measure text-note">
        <span className="font-semibold">{t(`${code}.title`)}.</span> {t(`${code}.cure`)}
      </p>
    ));
}
