import clsx from "clsx";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { readView } from "@/components/filing/evidence-view";
import { FilingTimeline } from "@/components/filing/filing-timeline";
import { Remarks } from "@/components/filing/self-test";
import { ExaminedConfirmations } from "@/components/confirmation/examined";
import { Asked } from "@/components/review/asked";
import { CheckList, Facts } from "@/components/review/check-list";
import { Earlier } from "@/components/review/earlier";
import { Decisions } from "@/components/review/decisions";
import { EvidencePane } from "@/components/review/evidence-pane";
import { ExaminationHeader } from "@/components/review/examination-header";
import { LookAlikesSummary } from "@/components/review/look-alikes-summary";
import { Offers } from "@/components/review/offers";
import { Objection } from "@/components/review/objection";
import { RuleTrace } from "@/components/review/rule-trace";
import { WhatChanged } from "@/components/review/what-changed";
import { Page, Section } from "@/components/shell/page";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { requireStaff } from "@/lib/auth/current-actor";
import type { Staff } from "@/lib/domain/actor";
import type { EventType } from "@/lib/domain/filing/workflow";
import { instantDateWords, timeWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewUnreached } from "@/lib/services/mail/view-messages";
import type { Examination } from "@/lib/services/view-examination";
import { acceptAction, lookUpAction, recordFindingAction, takeOverAction } from "@/app/[locale]/review/actions";
import { examinationAt, type FilingParams } from "./examination";
import { MessagesOfFiling, UnreadMessages } from "./messages";
import { ReopeningsOfFiling } from "./reopenings";

type ExaminationPage = {
  params: FilingParams;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: ExaminationPage): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("review.examination");
  return { title: t("title", { reference: (await params).reference }) };
}

export default async function ExaminationOfFiling({ params, searchParams }: ExaminationPage) {
  const { locale, examination, hidden, to } = await examinationAt(params);
  const asked = await searchParams;
  const t = await getTranslations("review.examination");
  const reason = await getTranslations("workflow.reason");

  const files = examination.papers.flatMap(({ files: current, earlier }) => [...current, ...earlier]);
  const chosen = files.find(({ id }) => id === asked["paper"]) ?? files[0] ?? null;
  const view = readView(asked, chosen?.pages ?? 1);
  const step = asked["step"] === "evidence" ? "evidence" : "answers";
  const fileHref = (id: string) => `${to()}?${new URLSearchParams({ paper: id, step: "evidence" })}#evidence`;
  const stepHref = (it: "answers" | "evidence") =>
    `${to()}?${new URLSearchParams({ ...(chosen && { paper: chosen.id }), step: it })}`;

  const done = examination.checks.filter(({ finding }) => finding !== null).length;
  const missing = examination.checks.filter(({ finding }) => finding?.result === "missing").length;

  return (
    <Page
      width="full"
      back={{ href: pathIn(locale, "/review"), label: t("back") }}
      notice={
        examination.registration && (
          <Notice tone="good" title={t("registered", { number: examination.registration })}>
            <p>
              <TextLink href={pathIn(locale, `/register/${examination.registration}`)}>{t("see_register")}</TextLink>
            </p>
            <p>
              <TextLink href={pathIn(locale, `/review/registrations/${examination.registration}`)}>
                {t("see_file")}
              </TextLink>
            </p>
          </Notice>
        )
      }
    >
      <ExaminationHeader {...examination} />
      <Unreached locale={locale} filingId={examination.id} />
      <UnreadMessages filingId={examination.id} />
      {examination.rounds.length > 0 && (
        <Section title={t("changes")} id="changes">
          <WhatChanged
            rounds={examination.rounds}
            lang={examination.locale}
            names={new Map(files.map(({ id, name }) => [id, name]))}
            fileHref={fileHref}
          />
        </Section>
      )}

      <nav aria-label={t("steps")} className="-mb-4 xl:hidden print:hidden">
        <ol className="flex list-none flex-wrap gap-x-2 border-b border-line p-0">
          {(["answers", "evidence"] as const).map((it, at) => (
            <li key={it}>
              <Link
                href={stepHref(it)}
                prefetch={false}
                scroll={false}
                className={clsx(
                  "inline-flex min-h-11 items-center gap-2 border-b-4 px-3",
                  it === step ? "border-brand font-semibold" : "border-transparent text-brand hover:underline",
                )}
                {...(it === step && { "aria-current": "step" })}
              >
                {at + 1} {t(`step.${it}`)}
              </Link>
            </li>
          ))}
        </ol>
      </nav>

      <ClientWords>
        <div className="grid gap-x-8 gap-y-4 xl:h-[calc(100dvh-1rem)] xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] xl:grid-rows-[minmax(0,1fr)_auto]">
          <Pane
            id="answers"
            title={t("step.answers")}
            note={t("done", { done, all: examination.checks.length })}
            isChosen={step === "answers"}
          >
            <CheckList
              filingId={examination.id}
              checks={examination.checks}
              mayRecord={examination.mayRecord}
              record={recordFindingAction}
              paperHref={fileHref}
              beside={await besides(examination, locale, to("/identity"))}
            />
            <div className="pt-5">
              <h3 className="text-form font-semibold">{t("contact")}</h3>
              <Facts facts={examination.contact} />
            </div>
            <div className="pt-5">
              <ExaminedConfirmations confirmations={examination.confirmations} />
            </div>
          </Pane>
          <Pane id="evidence" title={t("step.evidence")} isChosen={step === "evidence"}>
            <EvidencePane
              papers={examination.papers}
              checks={examination.checks}
              chosen={chosen}
              view={view}
              fileHref={fileHref}
              address={chosen ? fileHref(chosen.id) : to()}
              checkHref={(anchor) => `${stepHref("answers")}#${anchor}`}
            />
          </Pane>
          <div className="xl:col-span-2">
            <Offers
              offers={examination.offers}
              state={examination.state}
              missing={missing}
              hidden={hidden}
              act={{ accept: acceptAction, take_over: takeOverAction }}
              href={{
                request_information: to("/request"),
                allow_round: to("/round"),
                propose_approval: to("/propose/approval"),
                propose_refusal: to("/propose/refusal"),
                approve_formal: to("/approve"),
                approve: to("/second-check"),
                decline_acceptance: to("/decline"),
                hold: to("/hold"),
                release: to("/hold"),
                reopen: to("/reopen"),
              }}
            />
          </div>
        </div>
      </ClientWords>

      <div className="grid gap-x-12 gap-y-10 border-t border-line pt-8 xl:grid-cols-2">
        <div className="grid content-start gap-10">
          <LookAlikesSummary {...examination} href={to("/look-alikes")} />
          {examination.earlier.length > 0 && (
            <Section title={t("earlier")}>
              <Earlier filings={examination.earlier} />
            </Section>
          )}
          {examination.objection && <Objection words={examination.objection} />}
          {examination.hearing && (
            <Section title={t("hearing")}>
              <p className="max-w-measure border-s-4 border-gold ps-4 whitespace-pre-line">{examination.hearing}</p>
            </Section>
          )}
          {examination.requests.length > 0 && (
            <Section title={t("asked")}>
              <Asked requests={examination.requests} extraRound={examination.extraRound} lang={examination.locale} />
            </Section>
          )}
          {examination.decisions.length > 0 && (
            <Section title={t("decisions")}>
              <Decisions decisions={examination.decisions} />
            </Section>
          )}
          <ReopeningsOfFiling filingId={examination.id} href={to("/reopen")} />
          {examination.state === "under_review" && (
            <Section title={t("formal")}>
              <RuleTrace trace={examination.formal} />
            </Section>
          )}
          <MessagesOfFiling examination={examination} itemHref={to("/item")} />
        </div>
        <div>
          <Section title={t("timeline")}>
            <FilingTimeline
              events={examination.events.map(({ seq, type, actorKind, by, at, reasons }) => ({
                key: seq,
                type: type as EventType,
                actor: actorKind,
                at,
                detail: (by || reasons.length > 0) && (
                  <p className="text-note">
                    {[by, ...reasons.map((code) => reason(`${code as "not_on_list"}.title`))]
                      .filter(Boolean)
                      .join(" · ")}
                  </p>
                ),
              }))}
            />
          </Section>
        </div>
      </div>
    </Page>
  );
}

type PaneProps = { id: string; title: string; note?: string; isChosen: boolean; children: ReactNode };

/** One of the two panes: beside the other with a scroll of its own, or one of two steps where there is no room. */
function Pane({ id, title, note, isChosen, children }: PaneProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className={clsx(
        "relative min-w-0 scroll-mt-2 xl:overflow-y-auto xl:rounded xl:border xl:border-line xl:p-5",
        !isChosen && "max-xl:hidden print:block",
      )}
    >
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`${id}-title`} className="text-lead font-semibold">
          {title}
        </h2>
        {note && <span className="text-note text-ink-soft tabular-nums">{note}</span>}
      </div>
      {children}
    </section>
  );
}

/** What stands beside single checks: what the facts say by themselves, the masked numbers' way out, the practice. */
async function besides(examination: Examination, locale: Parameters<typeof timeWords>[0], identityHref: string) {
  const t = await getTranslations("review.examination.check");
  const { shownUntil, practice, checks } = examination;
  const remarksOn = Object.fromEntries(
    checks.flatMap(({ key, remarks }) => (remarks.length > 0 ? [[key, <Remarks key={key} remarks={remarks} />]] : [])),
  );
  return {
    ...remarksOn,
    identity: (
      <>
        {remarksOn["identity"]}
        <p className="mt-2 text-note print:hidden">
          {shownUntil ? (
            <span className="font-semibold text-gold">{t("shown_until", { time: timeWords(locale, shownUntil) })}</span>
          ) : (
            <TextLink href={identityHref}>{t("show_numbers")}</TextLink>
          )}
        </p>
      </>
    ),
    home_registration: (
      <>
        {remarksOn["home_registration"]}
        <div className="mt-2 print:hidden">
          {examination.asksByMachine && examination.mayRecord ? (
            <ActionButton
              action={lookUpAction}
              hidden={{
                filingId: examination.id,
                revision: String(checks.find(({ key }) => key === "home_registration")?.finding?.revision ?? 0),
              }}
              label={t("ask_register")}
              errorWords={{ "unmet.by_hand_only": t("by_hand_only") }}
            />
          ) : (
            <p className="max-w-measure text-note text-ink-soft">{t("by_hand_only")}</p>
          )}
        </div>
      </>
    ),
    ...(practice &&
      !remarksOn["experience"] && {
        experience: <p className="mt-2 font-semibold">{t("practice", { months: practice.months })}</p>,
      }),
  };
}

/** Says that whoever filed was not reached, so that somebody calls them before a date passes. */
async function Unreached({ locale, filingId }: { locale: Locale; filingId: string }) {
  const [t, unreached] = await Promise.all([getTranslations("messages"), requireStaff().then(missed)]);
  if (!unreached) return null;
  const date = instantDateWords(locale, unreached.last);
  return (
    <Notice tone="bad" title={t("not_reached")}>
      {t("not_reached_text", { count: unreached.count, date })}
    </Notice>
  );

  function missed(actor: Staff) {
    return viewUnreached(actor, filingId);
  }
}
