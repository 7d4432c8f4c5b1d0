import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import { evidenceKeys } from "@/lib/domain/accreditation/evidence";
import {
  answerTasks,
  questionsOf,
  shownWhen,
  type Answers,
  type AnswerTask,
  type EntryRules,
} from "@/lib/domain/filing/questions";

/** What one item of a notice asks for: answers of a task, all or some, a paper, or words alone. */
export type Subject =
  | { kind: "task"; task: AnswerTask; questions: readonly string[] }
  | { kind: "paper"; paper: EvidenceKey }
  | { kind: "words" };

/** Reads the subject of an item, `question:<task or question>` or `paper:<evidence key>`. */
export function subjectOf(subject: string, rules: EntryRules): Subject {
  const [kind, name = ""] = subject.split(":");
  if (kind === "paper") {
    const paper = evidenceKeys.find((key) => key === name);
    if (paper) return { kind: "paper", paper };
  }
  if (kind === "question") {
    const task = answerTasks.find((it) => it === name || questionsOf(it, rules).includes(name));
    if (task) return { kind: "task", task, questions: questionsAsked(task, name, rules) };
  }
  return { kind: "words" };
}

// A number is asked for together with the word that it was read again.
function questionsAsked(task: AnswerTask, name: string, rules: EntryRules): string[] {
  const all = questionsOf(task, rules);
  const reread = name.replace(/_number$/, "_reread");
  return name === task ? all : all.filter((question) => question === name || question === reread);
}

/** What its professional may change of a filing now. */
export type Changeable =
  | { all: true }
  | { all: false; tasks: ReadonlySet<AnswerTask>; questions: ReadonlySet<string>; papers: ReadonlySet<string> };

/** Everything in a draft; afterwards only what the open notice asks for. */
export function changeableParts(
  filing: { state: string; held: boolean },
  subjects: readonly string[],
  rules: EntryRules,
): Changeable {
  if (filing.state === "draft") return { all: true };
  const asked = filing.state === "awaiting_applicant" && !filing.held ? subjects : [];
  const read = asked.map((subject) => subjectOf(subject, rules));
  return {
    all: false,
    tasks: new Set(read.flatMap((it) => (it.kind === "task" ? [it.task] : []))),
    questions: new Set(read.flatMap((it) => (it.kind === "task" ? it.questions : []))),
    papers: new Set(read.flatMap((it) => (it.kind === "paper" ? [it.paper] : []))),
  };
}

/** May any answer of this task be changed? */
export function mayChangeTask(changeable: Changeable, task: AnswerTask): boolean {
  return changeable.all || changeable.tasks.has(task);
}

/**
 * May this answer differ from what was sent in last? Only if it was asked for, or if another answer that was asked for
 * decides whether this one is asked at all.
 */
export function mayChangeAnswer(changeable: Changeable, question: string, sent: Answers, given: Answers): boolean {
  if (changeable.all || changeable.questions.has(question)) return true;
  const isShown = shownWhen[question];
  return isShown !== undefined && isShown(sent) !== isShown(given);
}

/** Is there an answer to this question that may be given now? What is hidden may come up with the answer to another. */
export function isOpenQuestion(changeable: Changeable, question: string, sent: Answers): boolean {
  if (changeable.all || changeable.questions.has(question)) return true;
  const isShown = shownWhen[question];
  return isShown !== undefined && !isShown(sent);
}

/** Of the faults of a task those to mend now: in what may be changed, or come about since it was sent in last. */
export function faultsToMend(
  changeable: Changeable,
  sent: Answers,
  faults: { before: Record<string, string>; now: Record<string, string> },
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(faults.now).filter(
      ([question]) => isOpenQuestion(changeable, question, sent) || !(question in faults.before),
    ),
  );
}

/** May this paper be added, replaced or removed? */
export function mayChangePaper(changeable: Changeable, paper: string): boolean {
  return changeable.all || changeable.papers.has(paper);
}
