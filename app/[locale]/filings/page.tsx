import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { StatusTag } from "@/components/filing/status-tag";
import { Page, Section } from "@/components/shell/page";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { requireProfessional } from "@/lib/auth/current-actor";
import { dateWords, instantDateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { countNewMessages } from "@/lib/services/mail/view-messages";
import { viewMyFilings, type MyFilingLine, type MyFilings } from "@/lib/services/view-my-filings";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing.mine");
  return { title: t("title") };
}

export default async function FilingsPage({ params }: Props) {
  const locale = await localeOf(params);
  const [t, check, actor] = await Promise.all([
    getTranslations("filing.mine"),
    getTranslations("eligibility.link"),
    requireProfessional(),
  ]);
  const [all, messages, unread] = await Promise.all([
    viewMyFilings(actor),
    getTranslations("messages"),
    countNewMessages(actor),
  ]);
  const { mine, withAuthority, ended, registrations } = all;
  const isEmpty = [mine, withAuthority, ended, registrations].every((part) => part.length === 0);

  return (
    <Page>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="grid gap-2">
          <Heading>{t("title")}</Heading>
          {!isEmpty && <p className="text-ink-soft">{t("lead")}</p>}
          {unread > 0 && (
            <p>
              <TextLink href={pathIn(locale, "/messages")}>{messages("new_link", { count: unread })}</TextLink>
            </p>
          )}
        </div>
        {!isEmpty && (
          <ButtonLink href={pathIn(locale, "/filings/new")} kind="secondary" icon="plus">
            {t("start")}
          </ButtonLink>
        )}
      </div>
      {isEmpty ? (
        <EmptyState
          title={t("empty_title")}
          action={
            <ButtonRow>
              <ButtonLink href={pathIn(locale, "/list")}>{t("find")}</ButtonLink>
              <TextLink href={pathIn(locale, "/check")}>{check("open")}</TextLink>
            </ButtonRow>
          }
        >
          {t("empty")}
        </EmptyState>
      ) : (
        <>
          <Section title={t("turn")}>
            {mine.length > 0 ? (
              <Lines locale={locale} lines={mine} isTurn />
            ) : (
              <p className="text-ink-soft">{t("nothing_turn")}</p>
            )}
          </Section>
          {withAuthority.length > 0 && (
            <Section title={t("with_authority")}>
              <Lines locale={locale} lines={withAuthority} />
            </Section>
          )}
          {registrations.length > 0 && <Registrations locale={locale} registrations={registrations} />}
          {ended.length > 0 && (
            <Section title={t("ended")}>
              <Lines locale={locale} lines={ended} />
            </Section>
          )}
        </>
      )}
    </Page>
  );
}

type LinesProps = {
  locale: Locale;
  lines: readonly MyFilingLine[];
  /** What is to be done is a button, the first of them the one to press. */
  isTurn?: boolean;
};

async function Lines({ locale, lines, isTurn = false }: LinesProps) {
  const [t, words] = await Promise.all([getTranslations("filing.mine"), getTranslations("workflow.kind")]);
  return (
    <ul className="border-t border-line">
      {lines.map((line, at) => (
        <li key={line.address} className="keep-together grid gap-2 border-b border-line py-4">
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
            <div className="min-w-0">
              <p className="font-semibold">{line.qualification[locale]}</p>
              <p className="text-note text-ink-soft">
                {words(line.kind)}
                {" · "}
                {line.reference ? <span className="tabular-nums">{line.reference}</span> : t("no_reference")}
              </p>
            </div>
            <StatusTag state={line.state} held={line.held} />
          </div>
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <p className="text-note">{whenOf(line)}</p>
            {isTurn ? (
              <ButtonLink
                href={pathIn(locale, `/filings/${line.address}${pageOf(line)}`)}
                kind={at === 0 ? "primary" : "secondary"}
              >
                {doing(line)}
              </ButtonLink>
            ) : (
              <TextLink href={pathIn(locale, `/filings/${line.address}${pageOf(line)}`)}>{doing(line)}</TextLink>
            )}
          </div>
        </li>
      ))}
    </ul>
  );

  function whenOf({ state, held, by, since }: MyFilingLine): string {
    if (held) return t("held");
    if (by === null) return t("since", { date: instantDateWords(locale, since) });
    const date = dateWords(locale, by);
    if (state === "draft") return t("deleted_on", { date });
    return state === "awaiting_applicant" || state === "hearing" ? t("answer_by", { date }) : t("due_by", { date });
  }

  function doing({ state, held, qualification }: MyFilingLine): ReactNode {
    const isMine = state === "draft" || state === "awaiting_applicant" || state === "hearing";
    return (
      <>
        {isMine && !held ? t(`do.${state}`) : t("do.see")}
        <span className="for-ear">
          {" – "}
          {qualification[locale]}
        </span>
      </>
    );
  }
}

const pages = { draft: "", awaiting_applicant: "/request", hearing: "/hearing" } as const;

function pageOf({ state, held }: MyFilingLine): string {
  return !held && state in pages ? pages[state as keyof typeof pages] : "/status";
}

type RegistrationsProps = { locale: Locale; registrations: MyFilings["registrations"] };

async function Registrations({ locale, registrations }: RegistrationsProps) {
  const t = await getTranslations("filing.mine");
  return (
    <Section title={t("registrations")}>
      <ul className="border-t border-line">
        {registrations.map(({ number, qualification, validUntil }) => (
          <li
            key={number}
            className="keep-together flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-b border-line py-4"
          >
            <div className="min-w-0">
              <p className="font-semibold">{qualification[locale]}</p>
              <p className="text-note text-ink-soft tabular-nums">{number}</p>
            </div>
            <div className="grid gap-1 sm:justify-items-end">
              <p className="text-note">{t("valid_until", { date: dateWords(locale, validUntil) })}</p>
              <TextLink href={pathIn(locale, `/registrations/${number}`)}>
                {t("do.registration")}
                <span className="for-ear"> {number}</span>
              </TextLink>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
