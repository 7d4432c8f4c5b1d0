import { useLocale, useTranslations, type Messages } from "next-intl";
import type { ReactNode } from "react";
import { SummaryList, type SummaryItem } from "@/components/ui/summary-list";
import {
  answerTasks,
  questionsOf,
  shownWhen,
  type Answers,
  type AnswerTask,
  type EntryRules,
  type Job,
} from "@/lib/domain/filing/questions";
import { answerText, postText } from "./answer-text";

type AnswersSummaryProps = {
  rules: EntryRules;
  /** Identity numbers come masked. */
  answers: Answers;
  /** The tasks to show; all of them where not said. */
  tasks?: readonly AnswerTask[];
  /** Only these questions of them, where said. */
  questions?: readonly string[];
  /** Where a task is changed, or null where it may not be. */
  changeHref?: (task: AnswerTask) => string | null;
  /** Questions whose answers changed since they were last sent in. */
  changed?: ReadonlySet<string>;
  level?: 2 | 3 | 4;
  /** Shown beside the heading of a task: its status, a link. */
  beside?: (task: AnswerTask) => ReactNode;
};

const chinese = new Set(["name_zh", "former_name_zh"]);

/** Every answer of a filing as one reads it before sending it in, and as the reviewer reads it afterwards. */
export function AnswersSummary({
  rules,
  answers,
  tasks = answerTasks,
  questions,
  changeHref,
  changed,
  level = 2,
  beside,
}: AnswersSummaryProps) {
  const t = useTranslations("filing");
  const common = useTranslations("common");
  const valueOf = useAnswerWords();

  const itemsOf = (task: AnswerTask): SummaryItem[] =>
    questionsOf(task, rules)
      .filter((question) => questions?.includes(question) ?? true)
      .filter((question) => (shownWhen[question]?.(answers) ?? true) && !isSilent(question, answers))
      .map((question) => {
        const href = changeHref?.(task);
        return {
          term: t(`question.${question as Question}`),
          detail: valueOf(question, answers[question]) ?? common("not_provided"),
          ...(href && {
            action: { href, label: common("change"), hidden: t(`question.${question as Question}`) },
          }),
          ...(changed?.has(question) && { changed: t("answers.changed") }),
        };
      });

  return (
    <div className="grid gap-8">
      {tasks.map((task) => (
        <SummaryList
          key={task}
          title={t(`section.${task}`)}
          level={level}
          items={itemsOf(task)}
          {...(beside && { action: beside(task) })}
        />
      ))}
    </div>
  );
}

/** One answer in words, or that none was given. */
export function AnswerWords({ question, value }: { question: string; value: Answers[string] }) {
  const common = useTranslations("common");
  const valueOf = useAnswerWords();
  return valueOf(question, value) ?? common("not_provided");
}

export type Question = keyof Messages["filing"]["question"];

/** Says an answer in words; null where there is none. */
export function useAnswerWords(): (question: string, value: Answers[string]) => ReactNode {
  const t = useTranslations("filing");
  const common = useTranslations("common");
  const kinds = useTranslations("identity.kind");
  const locale = useLocale();

  const language = { locale, t, common, kinds };
  const jobWords = (job: Job) => {
    const [post, time] = postText(language, job);
    return (
      <li key={`${job.employer}${job.from}${job.role}`}>
        {post}
        <span className="block text-note text-ink-soft">{time}</span>
      </li>
    );
  };

  return (question, value) => {
    if (value === undefined || value === "") return null;
    if (typeof value !== "string") {
      return value.length === 0 ? null : <ul className="grid list-none gap-2 p-0">{value.map(jobWords)}</ul>;
    }
    if (question.endsWith("_number") && value.includes("*")) return <span className="tabular-nums">{value}</span>;
    return chinese.has(question) ? <span lang="zh-Hant">{value}</span> : answerText(language, question, value);
  };
}

// A box that was never shown has nothing to say, nor has a name that nobody ever had.
const isSilent = (question: string, answers: Answers) =>
  (question.endsWith("_reread") || question.startsWith("former_")) && answers[question] === undefined;
