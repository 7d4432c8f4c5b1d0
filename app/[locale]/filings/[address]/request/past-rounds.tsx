import { getTranslations } from "next-intl/server";
import { AnswersSummary } from "@/components/filing/answers-summary";
import { QuotedWords } from "@/components/filing/quoted-words";
import { PrintedHead } from "@/components/public/printed-head";
import { Page, Section } from "@/components/shell/page";
import { Code } from "@/components/ui/code";
import { Heading, Lead } from "@/components/ui/heading";
import { PrintButton } from "@/components/ui/print-button";
import { Tag } from "@/components/ui/tag";
import { subjectWords } from "@/app/[locale]/filings/[address]/request/subject-words";
import type { EntryRules } from "@/lib/domain/filing/questions";
import { dateWords, instantDateWords, instantWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { MyRounds, PastItem, PastRound } from "@/lib/services/view-rounds";

type PastProps = { locale: Locale; view: MyRounds };

/** Nothing is asked now: the page keeps what was. */
export async function PastPage({ locale, view, now }: { locale: Locale; view: MyRounds; now: Date }) {
  const [t, status] = await Promise.all([getTranslations("filing.request"), getTranslations("filing.status")]);
  const { reference, address, qualification } = view.filing;
  return (
    <Page width="form" back={{ href: pathIn(locale, `/filings/${address}/status`), label: status("title") }}>
      <PrintedHead locale={locale} at={now} {...(reference && { number: reference })} />
      <div className="grid gap-3">
        <Heading caption={reference}>{t("all_title")}</Heading>
        <Lead>{qualification[locale]}</Lead>
        <div>
          <PrintButton label={status("print")} />
        </div>
      </div>
      <PastRounds locale={locale} view={view} />
    </Page>
  );
}

/** Every request that is over: what was asked, what was answered, and when. */
export async function PastRounds({ locale, view: { filing, rounds, extraRoundAt } }: PastProps) {
  const t = await getTranslations("filing.request");
  if (rounds.length === 0) return null;
  return (
    <Section title={t("past_title")} id="past">
      <p className="max-w-measure text-ink-soft">{t("past_text")}</p>
      {extraRoundAt && <p>{t("extra_round", { date: instantDateWords(locale, extraRoundAt) })}</p>}
      <ol className="grid gap-8">
        {rounds.map((round) => (
          <li key={round.round}>
            <Round locale={locale} filing={filing} round={round} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

type RoundProps = { locale: Locale; filing: MyRounds["filing"]; round: PastRound };

async function Round({ locale, filing, round }: RoundProps) {
  const [t, word] = await Promise.all([getTranslations("filing.request"), getTranslations("workflow")]);
  const { state, outcome, sentAt, dueOn, extraDays, items, receipt } = round;
  return (
    <article
      className="grid gap-5 rounded border border-line bg-card p-4 sm:p-6"
      aria-labelledby={`round-${round.round}`}
      id={`request-${round.round}`}
    >
      <div className="grid gap-2">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
          <Heading level={3} size="s" id={`round-${round.round}`}>
            {t("round", { round: round.round, most: filing.mostRounds })}
          </Heading>
          <Tag colour={state === "expired" ? "red" : "grey"} outline>
            {word(`request_state.${state}`)}
          </Tag>
        </div>
        <p className="text-note text-ink-soft">
          {t("sent_on", { date: instantDateWords(locale, sentAt) })}
          {" · "}
          {t("was_due", { date: dateWords(locale, dueOn) })}
          {extraDays > 0 && <> · {t("was_extended", { count: extraDays })}</>}
        </p>
      </div>
      <ol className="grid gap-5">
        {items.map((item) => (
          <li key={item.number}>
            <Item rules={filing.rules} round={round} item={item} />
          </li>
        ))}
      </ol>
      {receipt ? (
        <div className="keep-together grid gap-1 border-t border-line pt-4">
          <p className="font-semibold">{t("received", { when: instantWords(locale, receipt.at) })}</p>
          {receipt.promised && <p>{t("promised_then", { date: dateWords(locale, receipt.promised) })}</p>}
          <p className="text-note text-ink-soft">{t("fingerprint")}</p>
          <p className="text-note wrap-anywhere">
            <Code value={receipt.hash} group={8} />
          </p>
        </div>
      ) : (
        <p className="border-t border-line pt-4">
          {t(state === "expired" ? "nothing_sent" : "not_asked_any_more")}
          {state === "expired" && <> {word(`request_outcome.${outcome}`)}</>}
        </p>
      )}
    </article>
  );
}

async function Item({ rules, round, item }: { rules: EntryRules; round: PastRound; item: PastItem }) {
  const [t, check] = await Promise.all([getTranslations("filing.request"), getTranslations("filing.check")]);
  const { number, subject, text, answer, changed, files } = item;
  return (
    <section className="grid gap-3" aria-labelledby={`round-${round.round}-item-${number}`}>
      <Heading level={4} size="s" id={`round-${round.round}-item-${number}`}>
        {t("item", { number, subject: await subjectWords(subject) })}
      </Heading>
      <div className="grid gap-1">
        <p className="text-note text-ink-soft">{t("reviewer_says")}</p>
        <QuotedWords>{text}</QuotedWords>
      </div>
      {round.receipt && (
        <div className="grid gap-2">
          <p className="text-note text-ink-soft">{t("you_answered")}</p>
          {subject.kind === "task" && changed.length > 0 && (
            <AnswersSummary
              rules={rules}
              answers={round.answers}
              tasks={[subject.task]}
              questions={changed}
              level={4}
            />
          )}
          {files.length > 0 && (
            <ul className="list-disc ps-5">
              {files.map(({ id, half, name }) => (
                <li key={id} className="wrap-anywhere">
                  {half === "original" ? name : check(`half.${half}`, { file: name })}
                </li>
              ))}
            </ul>
          )}
          {answer && <QuotedWords>{answer}</QuotedWords>}
        </div>
      )}
    </section>
  );
}
