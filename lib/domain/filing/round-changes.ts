import { subjectOf } from "@/lib/domain/filing/asked";
import {
  answerTasks,
  questionsOf,
  type Answers,
  type AnswerValue,
  type EntryRules,
} from "@/lib/domain/filing/questions";
import { differences, type Sent, type SentPaper } from "@/lib/domain/filing/unchanged";

/** One answer as it was sent in before and as it was sent in now; null where there was none. */
export type ChangedAnswer = {
  question: string;
  before: AnswerValue | null;
  now: AnswerValue | null;
  /** The two are different numbers that look the same once they are masked. */
  isHidden?: true;
};
/** The files of one paper before and now. */
export type ChangedPaper = { key: string; before: readonly SentPaper[]; now: readonly SentPaper[] };
type Changes = { answers: ChangedAnswer[]; papers: ChangedPaper[] };
export type RoundChanges<Item> = {
  /** Every item of the request, with what was changed in answer to it; nothing where words were the whole answer. */
  items: (Changes & { item: Item })[];
  /** What no item asked for by name: it follows from another answer. */
  besides: Changes;
  unchanged: { questions: string[]; papers: string[] };
};

/** What changed between two sendings, question by question and paper by paper, under the item that each change answers. */
export function roundChanges<Item extends { subject: string }>(
  before: Sent,
  now: Sent,
  items: readonly Item[],
  rules: EntryRules,
): RoundChanges<Item> {
  const changed = new Set(differences(before, now));
  const questions = inOrder(before.answers, now.answers, rules);
  const papers = [...new Set([...before.papers, ...now.papers].map(({ evidenceKey }) => evidenceKey))];
  const open = {
    answers: questions.filter((it) => changed.has(`question:${it}`)),
    papers: papers.filter((it) => changed.has(`paper:${it}`)),
  };
  const take = (isAsked: (name: string) => boolean, from: "answers" | "papers") => {
    const taken = open[from].filter(isAsked);
    open[from] = open[from].filter((it) => !taken.includes(it));
    return taken;
  };
  const answerOf = (question: string): ChangedAnswer => ({
    question,
    before: before.answers[question] ?? null,
    now: now.answers[question] ?? null,
  });
  const filesOf = (key: string): ChangedPaper => ({
    key,
    before: before.papers.filter(({ evidenceKey }) => evidenceKey === key),
    now: now.papers.filter(({ evidenceKey }) => evidenceKey === key),
  });

  const answered = items.map((item) => {
    const subject = subjectOf(item.subject, rules);
    const asked = subject.kind === "task" ? subject.questions : [];
    return {
      item,
      answers: take((it) => asked.includes(it), "answers").map(answerOf),
      papers: take((it) => subject.kind === "paper" && subject.paper === it, "papers").map(filesOf),
    };
  });
  return {
    items: answered,
    besides: { answers: open.answers.map(answerOf), papers: open.papers.map(filesOf) },
    unchanged: {
      questions: questions.filter((it) => !changed.has(`question:${it}`)),
      papers: papers.filter((it) => !changed.has(`paper:${it}`)),
    },
  };
}

/** The questions that were answered in either, as the form asks them; what it asks no more comes last. */
function inOrder(before: Answers, now: Answers, rules: EntryRules): string[] {
  const given = new Set([...Object.keys(before), ...Object.keys(now)]);
  const asked = answerTasks.flatMap((task) => questionsOf(task, rules)).filter((it) => given.has(it));
  return [...new Set([...asked, ...[...given].sort()])];
}
