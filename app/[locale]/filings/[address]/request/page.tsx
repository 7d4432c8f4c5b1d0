import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { TextArea } from "@/components/form/text-fields";
import { AnswersSummary } from "@/components/filing/answers-summary";
import { PaperUpload } from "@/components/filing/paper-upload";
import { QuotedWords } from "@/components/filing/quoted-words";
import { WordsForm } from "@/components/filing/words-form";
import { PrintedHead } from "@/components/public/printed-head";
import { Page, Section } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import { Heading, Lead } from "@/components/ui/heading";
import { Details } from "@/components/ui/details";
import { InsetText } from "@/components/ui/inset";
import { Notice } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";
import { Tag } from "@/components/ui/tag";
import { answerItemAction, keepItemAction, supplementFilingAction } from "@/app/[locale]/filings/actions";
import { removeDocumentAction } from "@/app/[locale]/filings/[address]/documents/actions";
import type { TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { MoreTime } from "@/app/[locale]/filings/[address]/request/more-time";
import { PastPage, PastRounds } from "@/app/[locale]/filings/[address]/request/past-rounds";
import { subjectWords } from "@/app/[locale]/filings/[address]/request/subject-words";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import { uploadProblems, wordsOfProblem } from "@/lib/domain/document/file";
import { isBegun, partAnchor, type PaperPartView, type PaperView } from "@/lib/domain/document/papers";
import { usualRounds } from "@/lib/domain/filing/rounds";
import { dateWords, instantDateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { listPapers } from "@/lib/services/list-papers";
import { viewRequest, type MyItem, type MyRequest } from "@/lib/services/view-request";
import { viewRounds } from "@/lib/services/view-rounds";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing.request");
  return { title: t("title") };
}

type Asked = Record<string, string | string[] | undefined>;

/** The one notice of everything missing, answered item by item and sent together. */
export default async function RequestPage({ params, searchParams }: TaskPageProps) {
  const locale = await localeOf(params);
  const [{ address }, asked, actor, now] = await Promise.all([
    params,
    searchParams,
    requireProfessional(),
    officeNow(),
  ]);
  const [view, papers, past] = await Promise.all([
    viewRequest(actor, address, now),
    listPapers(actor, address, now),
    viewRounds(actor, address, now),
  ]);
  if (!papers.ok || !past.ok || (!view.ok && view.refusal.code === "not_found")) notFound();
  if (!view.ok && past.value.rounds.length === 0) redirect(pathIn(locale, `/filings/${papers.value.address}/status`));
  if (!view.ok) return <PastPage locale={locale} view={past.value} now={now} />;

  const { filing, items, dueOn, sentAt, outcome, round } = view.value;
  const [t, outcomes, status] = await Promise.all([
    getTranslations("filing.request"),
    getTranslations("workflow.request_outcome"),
    getTranslations("filing.status"),
  ]);
  const isLate = dueOn !== null && filing.today > dueOn;
  const isHeld = filing.held;
  const answered = items.filter(({ isAnswered }) => isAnswered).length;

  return (
    <Page
      width="form"
      back={{ href: pathIn(locale, `/filings/${filing.address}/status`), label: status("title") }}
      notice={
        isLate && (
          <Notice tone="bad" title={t("late_title")}>
            <p>{t("late", { date: dateWords(locale, dueOn) })}</p>
            <p>{outcomes(outcome)}</p>
          </Notice>
        )
      }
    >
      <PrintedHead locale={locale} at={now} {...(filing.reference && { number: filing.reference })} />
      <div className="grid gap-3">
        <Heading caption={filing.reference}>{t("title")}</Heading>
        <Lead>{t("lead", { authority: filing.authority[locale] })}</Lead>
        {dueOn !== null && !isLate && (
          <div className="max-w-measure rounded border-s-4 border-gold bg-gold-tint px-4 py-3">
            <p className="flex flex-wrap gap-x-2 font-semibold">
              <span>{t("due", { date: dateWords(locale, dueOn) })}</span>
              <span>{t("days_left", { count: daysLeft(view.value) })}</span>
            </p>
            <p className="mt-1">{t("outcome")}</p>
            <p>{outcomes(outcome)}</p>
          </div>
        )}
        {round === filing.mostRounds && (
          <InsetText>{t(round > usualRounds ? "last_extra_round" : "last_round")}</InsetText>
        )}
        <p className="text-note text-ink-soft">
          {t("round", { round, most: filing.mostRounds })}
          {" · "}
          {t("sent_on", { date: instantDateWords(locale, sentAt) })}
          {" · "}
          {t("answered_count", { done: answered, total: items.length })}
        </p>
        <div>
          <PrintButton label={status("print")} />
        </div>
      </div>
      <ol className="grid gap-8">
        {items.map((item) => (
          <li key={item.id}>
            <Item
              locale={locale}
              view={view.value}
              item={item}
              paper={paperOf(item, papers.value.papers)}
              mayAnswer={!isLate && !isHeld}
              asked={asked}
            />
          </li>
        ))}
      </ol>
      <MoreTime locale={locale} view={view.value} />
      {!isLate && !isHeld && (
        <Section title={t("send_title")}>
          <p className="max-w-measure">{t(answered === items.length ? "send_text" : "not_yet")}</p>
          {answered === items.length && (
            <ClientWords>
              <ActionButton
                action={supplementFilingAction}
                hidden={{ filingId: filing.id, version: String(filing.version) }}
                kind="primary"
                label={t("send")}
                errorWords={{ "unmet.complete_and_open": t("incomplete") }}
              />
            </ClientWords>
          )}
        </Section>
      )}
      <PastRounds locale={locale} view={past.value} />
    </Page>
  );
}

function daysLeft({ filing: { turn } }: MyRequest): number {
  return Math.max(0, (turn.of ?? 0) - (turn.day ?? 0));
}

function paperOf({ subject }: MyItem, papers: readonly PaperView[]): PaperView | null {
  return (subject.kind === "paper" && papers.find(({ key }) => key === subject.paper)) || null;
}

type ItemProps = {
  locale: Locale;
  view: MyRequest;
  item: MyItem;
  paper: PaperView | null;
  mayAnswer: boolean;
  asked: Asked;
};

async function Item({ locale, view, item, paper, mayAnswer, asked }: ItemProps) {
  const t = await getTranslations("filing.request");
  const { number, text, isAnswered } = item;
  return (
    <section
      id={`item-${number}`}
      className="grid gap-5 rounded border border-line bg-card p-4 sm:p-6"
      aria-labelledby={`item-${number}-name`}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <Heading level={2} size="s" id={`item-${number}-name`}>
          {t("item", { number, subject: await subjectWords(item.subject) })}
        </Heading>
        <Tag {...(isAnswered ? { colour: "jade", icon: "tick" } : { colour: "gold", icon: "arrow" })}>
          {t(isAnswered ? "state.answered" : "state.open")}
        </Tag>
      </div>
      <div className="grid gap-1">
        <p className="text-note text-ink-soft">{t("reviewer_says")}</p>
        <QuotedWords>{text}</QuotedWords>
      </div>
      {item.subject.kind === "task" && <TaskNow locale={locale} view={view} item={item} mayAnswer={mayAnswer} />}
      {paper && <PaperNow view={view} paper={paper} mayAnswer={mayAnswer} asked={asked} />}
      {mayAnswer ? <ItemWords view={view} item={item} /> : item.answer && <QuotedWords>{item.answer}</QuotedWords>}
    </section>
  );
}

type PartProps = Pick<ItemProps, "view" | "mayAnswer">;

async function TaskNow({ locale, view, item, mayAnswer }: PartProps & { locale: Locale; item: MyItem }) {
  const t = await getTranslations("filing.request");
  if (item.subject.kind !== "task") return null;
  const { filing, answers, changed } = view;
  return (
    <div className="grid gap-4">
      <AnswersSummary
        rules={filing.rules}
        answers={answers}
        changed={changed}
        tasks={[item.subject.task]}
        questions={item.subject.questions}
        level={3}
      />
      {mayAnswer && (
        <div>
          <ButtonLink
            href={pathIn(locale, `/filings/${filing.address}/${item.subject.task}?from=request`)}
            kind="secondary"
            icon="edit"
          >
            {t("change")}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

async function PaperNow({ view, paper, mayAnswer, asked }: PartProps & { paper: PaperView; asked: Asked }) {
  const [evidence, documents] = await Promise.all([getTranslations("evidence"), getTranslations("documents")]);
  const [original, ...halves] = paper.parts;
  const problem = uploadProblems.find((it) => it === asked["problem"]);
  const hasProblem = ({ half }: PaperPartView) =>
    problem !== undefined && asked["part"] === partAnchor(paper.key, half);
  const uploadOf = (part: PaperPartView) => (
    <PaperUpload
      key={part.half}
      filingId={view.filing.id}
      paperKey={paper.key}
      part={part}
      page="request"
      mayChange={mayAnswer && paper.mayChange}
      remove={removeDocumentAction}
      {...(problem && hasProblem(part) && { problem: wordsOfProblem[problem] })}
    />
  );
  return (
    <div className="grid gap-4">
      <p className="max-w-measure text-ink-soft">{evidence(`${paper.key}.exactly`)}</p>
      <ClientWords>
        <div className="grid gap-6">
          {original && uploadOf(original)}
          {halves.length > 0 && (
            <Details summary={documents("part.halves")} open={halves.some((part) => isBegun(part) || hasProblem(part))}>
              <div className="grid gap-6">{halves.map(uploadOf)}</div>
            </Details>
          )}
        </div>
      </ClientWords>
    </div>
  );
}

async function ItemWords({ view, item }: { view: MyRequest; item: MyItem }) {
  const [t, form] = await Promise.all([getTranslations("filing.request"), getTranslations("filing.form")]);
  const { id, number, isAnswered, subject, words, typed } = item;
  return (
    <ClientWords>
      <WordsForm
        action={answerItemAction}
        defaults={{ answer: words }}
        hidden={{ filingId: view.filing.id, itemId: id, form: randomUUID(), typed }}
        autosave={{ save: keepItemAction, key: `item:${id}` }}
        errorWords={{ stale: form("stale") }}
        idPrefix={`item-${number}-`}
        submit={t(isAnswered ? "mark_again" : "mark", { number })}
        submitKind="secondary"
      >
        <TextArea
          name="answer"
          label={t("answer")}
          {...(subject.kind !== "words" && { hint: t(`answer_hint_${subject.kind}`) })}
          rows={3}
          maxLength={2000}
        />
        {isAnswered && <p className="text-note text-ink-soft">{t("kept")}</p>}
      </WordsForm>
    </ClientWords>
  );
}
