import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientWords } from "@/components/form/client-words";
import type { StandingAnswer } from "@/components/form/form-context";
import { AnswerWords } from "@/components/filing/answers-summary";
import { AnswersForm } from "@/components/filing/answers-form";
import { QuotedWords } from "@/components/filing/quoted-words";
import { Remarks } from "@/components/filing/self-test";
import { Page } from "@/components/shell/page";
import { buttonLook } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { InsetText } from "@/components/ui/inset";
import { Notice } from "@/components/ui/notice";
import { officeNow } from "@/lib/auth/current-actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import type { Answers } from "@/lib/domain/filing/questions";
import { sealedQuestions } from "@/lib/domain/filing/questions";
import { lapsesOf } from "@/lib/domain/filing/self-test";
import type { TextTask } from "@/lib/domain/filing/schema";
import { pathIn } from "@/lib/i18n/paths";
import { autosaveAnswersAction, saveAnswersAction } from "@/app/[locale]/filings/actions";
import type { OpenTask } from "./open-task";

type Props = {
  task: TextTask;
  open: OpenTask;
  lead?: ReactNode;
  /** What stands in fields that nobody filled in yet. */
  suggested?: Record<string, string>;
  children: ReactNode;
};

/** One task on one page: what is asked, the answers so far, and the way on. */
export async function TaskPage({ task, open, lead, suggested = {}, children }: Props) {
  const { locale, view, from, hidden } = open;
  const [t, common, now] = await Promise.all([getTranslations("filing"), getTranslations("common"), officeNow()]);
  // Who came to change one thing finds its earlier answer in the fields, and nobody finds another.
  const answers = { ...open.earlier, ...view.answers };

  return (
    <Page width="form" back={await backFrom(open)} notice={<Lapsed open={open} now={now} />}>
      <ClientWords namespaces={["identity"]}>
        <AnswersForm
          task={task}
          rules={view.rules}
          kept={view.kept}
          action={saveAnswersAction}
          autosave={{ save: autosaveAnswersAction, key: `${view.id}:${task}` }}
          defaults={{ ...suggested, ...textsOf(answers) }}
          hidden={{ ...hidden, task, ...(task === "declarations" && { locale }) }}
          standing={standingIn(open)}
          submit={common("continue")}
          secondary={
            from ? null : (
              <button type="submit" name="later" value="yes" formNoValidate className={buttonLook("quiet")}>
                {t("form.later")}
              </button>
            )
          }
          errorWords={{
            stale: t("form.stale"),
            forbidden: t("form.forbidden"),
            "unmet.consent_first": t("form.consent_first"),
          }}
        >
          <Heading caption={view.qualification[locale]}>{t(`task.${task}.title`)}</Heading>
          {view.asked.map(({ number, text }) => (
            <div key={number} className="grid gap-1">
              <p className="text-note text-ink-soft">{t("form.asked", { number })}</p>
              <QuotedWords>{text}</QuotedWords>
            </div>
          ))}
          {view.locked.length > 0 && <InsetText>{t("form.locked")}</InsetText>}
          {lead && <p className="max-w-measure text-ink-soft">{lead}</p>}
          {Object.keys(open.earlier).length === 0 && <EarlierAnswers open={open} />}
          {children}
        </AnswersForm>
      </ClientWords>
    </Page>
  );
}

/** That an earlier filing has answers to this task, and where they are confirmed. */
export async function EarlierAnswers({ open: { locale, view, offersEarlier } }: { open: OpenTask }) {
  if (!offersEarlier) return null;
  const t = await getTranslations("filing.form");
  return (
    <p className="flex max-w-measure flex-wrap gap-x-2">
      <span>{t("offered")}</span>
      <TextLink href={pathIn(locale, `/filings/${view.address}/carried`)}>{t("use_offered")}</TextLink>
    </p>
  );
}

/** What of this task no longer holds today. */
async function Lapsed({ open: { view }, now }: { open: OpenTask; now: Date }) {
  const t = await getTranslations("filing.self_test");
  const lapses = lapsesOf(view.rules, view.answers, officeDay(now));
  if (lapses.length === 0) return null;
  return (
    <Notice tone="turn" title={t("update_title")}>
      <Remarks remarks={lapses.map(({ remark }) => remark)} />
    </Notice>
  );
}

/** The way back: to the page a task was opened from. */
export async function backFrom({ locale, view, from }: OpenTask): Promise<{ href: string; label: string }> {
  const t = await getTranslations("filing.form");
  const href = pathIn(locale, `/filings/${view.address}${from ? `/${from}` : ""}`);
  return { href, label: t(from ? `back_${from}` : "back_tasks") };
}

// What the notice does not ask for is read, not typed.
function standingIn({ view: { locked, answers } }: OpenTask): Record<string, StandingAnswer> {
  const entries = locked.map((question) => {
    const value = answers[question];
    const words = <AnswerWords question={question} value={value} />;
    return [question, { value: typeof value === "string" ? value : "", words }];
  });
  return Object.fromEntries(entries) as Record<string, StandingAnswer>;
}

// A sealed number never stands in its field again.
function textsOf(answers: Answers): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([question, value]) =>
      typeof value === "string" && !sealedQuestions.has(question) ? [[question, value]] : [],
    ),
  );
}
