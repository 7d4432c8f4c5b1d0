import type { Metadata } from "next";
import type { Messages } from "next-intl";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { AnswersSummary } from "@/components/filing/answers-summary";
import { QuotedWords } from "@/components/filing/quoted-words";
import { remarkPlace, RemarkWords, SelfTest } from "@/components/filing/self-test";
import { Page, Section } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";
import { SummaryList, type SummaryItem } from "@/components/ui/summary-list";
import { submitFilingAction } from "@/app/[locale]/filings/actions";
import type { TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import { filesIn, partAnchor, type PaperView } from "@/lib/domain/document/papers";
import {
  answerTasks,
  consentPurposes,
  faultsOf,
  type Answers as GivenAnswers,
  type AnswerTask,
  type Task,
} from "@/lib/domain/filing/questions";
import { isLapse, type Remark } from "@/lib/domain/filing/self-test";
import { objectionStatement } from "@/lib/domain/filing/objection";
import { hearingStatement } from "@/lib/domain/filing/tasks";
import { instantDateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { listPapers } from "@/lib/services/list-papers";
import { viewAnswers, type MyAnswers } from "@/lib/services/view-answers";
import { viewConsents } from "@/lib/services/view-consents";
import type { MyFiling } from "@/lib/services/view-my-filing";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing");
  return { title: t("task.check.title") };
}

/** Everything that is or was sent in, on one page: to be checked and submitted, or read afterwards. */
export default async function CheckPage({ params }: TaskPageProps) {
  const locale = await localeOf(params);
  const [{ address }, actor, now] = await Promise.all([params, requireProfessional(), officeNow()]);
  const [answers, papers, consents] = await Promise.all([
    viewAnswers(actor, address, now),
    listPapers(actor, address, now),
    viewConsents(actor, address, now),
  ]);
  if (!answers.ok || !papers.ok || !consents.ok) notFound();

  const [t, common] = await Promise.all([getTranslations("filing"), getTranslations("common")]);
  const { filing } = answers.value;
  const isDraft = filing.state === "draft";
  const given = consents.value.given.filter(({ withdrawnAt }) => withdrawnAt === null);
  const here = (page: string) => pathIn(locale, `/filings/${filing.address}/${page}`);

  return (
    <Page
      back={
        isDraft
          ? { href: pathIn(locale, `/filings/${filing.address}`), label: t("form.back_tasks") }
          : { href: here("status"), label: t("status.title") }
      }
      notice={isDraft && <OpenTasks locale={locale} view={answers.value} />}
    >
      <div className="grid gap-3">
        <Heading caption={[filing.reference, filing.qualification[locale]].filter(Boolean).join(" · ")}>
          {t(isDraft ? "task.check.title" : "check.sent_title")}
        </Heading>
        <Lead>{await leadOf(locale, filing)}</Lead>
        {!isDraft && (
          <div>
            <PrintButton label={t("status.print")} />
          </div>
        )}
      </div>
      <Answers locale={locale} view={answers.value} />
      <Papers locale={locale} filing={filing} papers={papers.value.papers} />
      <SummaryList
        title={t("check.consents")}
        items={consentPurposes.map((purpose): SummaryItem => {
          const consent = given.find((it) => it.purpose === purpose);
          return {
            term: t(`consent.purpose.${purpose}`),
            detail: consent
              ? t("consent.given", { date: instantDateWords(locale, consent.givenAt) })
              : t("check.consent_not"),
            action: {
              href: isDraft ? `${here("consent")}?from=check` : here("consent"),
              label: common("change"),
              hidden: t(`consent.purpose.${purpose}`),
            },
          };
        })}
      />
      {filing.selfTest.length > 0 && (
        <SelfTest
          results={filing.selfTest}
          today={filing.today}
          changeHref={(page, anchor) => (isDraft ? `${here(page)}?from=check#${anchor}` : null)}
        />
      )}
      {isDraft && <Submit filing={filing} />}
    </Page>
  );
}

/** Everything that keeps the filing from being submitted, each with the way to its field. */
async function OpenTasks({ locale, view: { filing, answers } }: { locale: Locale; view: MyAnswers }) {
  const [t, names, words] = await Promise.all([
    getTranslations("filing"),
    getTranslations("evidence"),
    getTranslations(),
  ]);
  const { open } = filing.progress;
  const pageOf = (page: string, field?: string) =>
    pathIn(locale, `/filings/${filing.address}/${page}?from=check${field ? `#${field}` : ""}`);
  if (filing.closed) return <Notice title={t("list.closed_title")}>{t("check.closed")}</Notice>;
  if (open.length === 0) return null;
  return (
    <Notice tone="turn" title={t("check.open_title", { count: open.length })}>
      <p>{t("check.open_text")}</p>
      <ul className="mt-1 list-disc ps-5">
        {open.map((task) => (
          <li key={task}>
            <TextLink href={pageOf(task)}>{t(`task.${task}.name`)}</TextLink>
            <ul className="list-[circle] ps-5">
              {faultsAmong(task, filing, answers).map(([question, problem]) => (
                <li key={question}>
                  <TextLink href={pageOf(task, question)}>
                    {t("check.field", { field: t(`question.${question as Question}`), problem: words(problem) })}
                  </TextLink>
                </li>
              ))}
              {task === "documents" &&
                missingAmong(filing).map((paper) => (
                  <li key={paper}>
                    <TextLink href={pageOf(task, partAnchor(paper, "original"))}>
                      {t("check.field", { field: names(`${paper}.name`), problem: t("self_test.remark.file_missing") })}
                    </TextLink>
                  </li>
                ))}
              {lapsesAmong(task, filing).map((remark) => (
                <li key={`${remark.is}${remarkPlace(task, remark).anchor}`}>
                  <TextLink href={pageOf(task, remarkPlace(task, remark).anchor)}>
                    <RemarkWords remark={remark} />
                  </TextLink>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type Question = keyof Messages["filing"]["question"];
type WordsKey = Parameters<Awaited<ReturnType<typeof getTranslations<never>>>>[0];

function faultsAmong(task: Task, { rules }: MyFiling, answers: GivenAnswers): [string, WordsKey][] {
  const asked = answerTasks.find((it) => it === task);
  return asked ? (Object.entries(faultsOf(asked, rules, answers)) as [string, WordsKey][]) : [];
}

function lapsesAmong(task: Task, { selfTest }: MyFiling): Remark[] {
  return selfTest.find(({ check }) => check === task)?.remarks.filter(isLapse) ?? [];
}

function missingAmong({ papers }: MyFiling) {
  return papers.flatMap(({ key, isRequired, isGiven }) => (isRequired && !isGiven ? [key] : []));
}

async function leadOf(locale: Locale, { state, dates }: MyFiling): Promise<string> {
  const t = await getTranslations("filing.check");
  if (state === "draft") return t("lead");
  if (state === "awaiting_applicant") return t("awaiting_lead");
  return t("sent_lead", { date: dates.submittedAt ? instantDateWords(locale, dates.submittedAt) : "" });
}

const statements = [
  ["objection", objectionStatement],
  ["hearing", hearingStatement],
] as const;

async function Answers({ locale, view }: { locale: Locale; view: MyAnswers }) {
  const t = await getTranslations("filing");
  const { filing, answers, changed } = view;
  const changeHref = (task: AnswerTask) =>
    filing.state === "draft" ? pathIn(locale, `/filings/${filing.address}/${task}?from=check`) : null;
  return (
    <div className="grid gap-8">
      <AnswersSummary rules={filing.rules} answers={answers} changed={changed} changeHref={changeHref} />
      {statements.map(([section, question]) => {
        const statement = answers[question];
        return typeof statement === "string" ? (
          <Section key={section} title={t(`section.${section}`)}>
            <QuotedWords>{statement}</QuotedWords>
          </Section>
        ) : null;
      })}
    </div>
  );
}

async function Papers({ locale, filing, papers }: { locale: Locale; filing: MyFiling; papers: readonly PaperView[] }) {
  const [t, names, common] = await Promise.all([
    getTranslations("filing.check"),
    getTranslations("evidence"),
    getTranslations("common"),
  ]);
  const filesOf = ({ parts, isRequired }: PaperView) => {
    const files = parts.flatMap((part) =>
      filesIn(part).map(({ name, pages }) => {
        const file = t("paper_pages", { name, pages });
        return part.half === "original" ? file : t(`half.${part.half}`, { file });
      }),
    );
    return files.length > 0 ? files.join("\n") : t(isRequired ? "paper_missing" : "paper_optional");
  };
  return (
    <SummaryList
      title={t("papers")}
      items={papers.map((paper) => ({
        term: names(`${paper.key}.name`),
        detail: filesOf(paper),
        ...(paper.mayChange && {
          action: {
            href: pathIn(locale, `/filings/${filing.address}/documents#${paper.key}`),
            label: common("change"),
            hidden: names(`${paper.key}.name`),
          },
        }),
      }))}
    />
  );
}

async function Submit({ filing }: { filing: MyFiling }) {
  const [t, opening] = await Promise.all([getTranslations("filing.check"), getTranslations("filing.new")]);
  const isReady = filing.progress.open.length === 0 && filing.closed === null;
  if (!isReady) return null;
  return (
    <Section title={t("submit_title")}>
      <p className="max-w-measure">{t("submit_text")}</p>
      <ClientWords>
        <ActionButton
          action={submitFilingAction}
          hidden={{ filingId: filing.id, version: String(filing.version) }}
          kind="primary"
          label={t("submit")}
          errorWords={{ "unmet.barred": opening("closed.barred") }}
        />
      </ClientWords>
    </Section>
  );
}
