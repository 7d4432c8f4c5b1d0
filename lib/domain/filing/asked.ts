import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import { evidenceKeys } from "@/lib/domain/accreditation/evidence";
import { answerTasks, questionsOf, type AnswerTask, type EntryRules } from "@/lib/domain/filing/questions";

/** What one item of a notice asks for: the answers of a task, a paper, or words alone. */
export type Subject = { kind: "task"; task: AnswerTask } | { kind: "paper"; paper: EvidenceKey } | { kind: "words" };

/** Reads the subject of an item, `question:<task or question>` or `paper:<evidence key>`. */
export function subjectOf(subject: string, rules: EntryRules): Subject {
  const [kind, name = ""] = subject.split(":");
  if (kind === "paper") {
    const paper = evidenceKeys.find((key) => key === name);
    if (paper) return { kind: "paper", paper };
  }
  if (kind === "question") {
    const task = answerTasks.find((it) => it === name || questionsOf(it, rules).includes(name));
    if (task) return { kind: "task", task };
  }
  return { kind: "words" };
}

/** What its professional may change of a filing now. */
export type Changeable = { all: true } | { all: false; tasks: ReadonlySet<AnswerTask>; papers: ReadonlySet<string> };

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
    papers: new Set(read.flatMap((it) => (it.kind === "paper" ? [it.paper] : []))),
  };
}

/** May the answers of this task be changed? */
export function mayChangeTask(changeable: Changeable, task: AnswerTask): boolean {
  return changeable.all || changeable.tasks.has(task);
}

/** May this paper be added, replaced or removed? */
export function mayChangePaper(changeable: Changeable, paper: string): boolean {
  return changeable.all || changeable.papers.has(paper);
}
