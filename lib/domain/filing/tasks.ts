import {
  answerTasks,
  progressOf,
  requiredConsents,
  type Answers,
  type AnswerTask,
  type EntryRules,
  type Progress,
  type Task,
} from "@/lib/domain/filing/questions";
import { lapsesOf } from "@/lib/domain/filing/self-test";

/** The tasks of a filing in the groups and the order in which they are shown. */
export const taskGroups = [
  { group: "before", tasks: ["consent"] },
  { group: "about_you", tasks: ["names", "identity", "contact"] },
  { group: "practice", tasks: ["home_registration", "institution", "experience", "declarations"] },
  { group: "papers", tasks: ["documents"] },
  { group: "send", tasks: ["check"] },
] as const satisfies readonly { group: string; tasks: readonly Task[] }[];

export const tasks: readonly Task[] = taskGroups.flatMap((it): readonly Task[] => it.tasks);

/** `update_needed`: complete when it was answered, and no longer true or no longer enough. */
export type TaskState = Progress | "cannot_start" | "update_needed";
export type TaskStates = Record<Task, TaskState>;

export type TaskFacts = {
  rules: EntryRules;
  answers: Answers;
  consents: readonly string[];
  /** How many papers the entry insists on, and how many of them are not there yet. */
  papers: {
    required: number;
    missing: number;
    /** How many were missing of those that the entry asked for when the draft was begun, where it asks otherwise now. */
    missingBefore: number | null;
    given: number;
  };
  today: string;
  /** What the entry asked when the draft was begun, where it asks otherwise now. */
  before: EntryRules | null;
};

/** How far each task is; what handles identity papers waits for the consent to it, and the check waits for all. */
export function taskStates({ rules, answers, consents, papers, today, before }: TaskFacts): TaskStates {
  const given = requiredConsents.filter((purpose) => consents.includes(purpose)).length;
  const consent: Progress = given === requiredConsents.length ? "completed" : given > 0 ? "in_progress" : "not_started";
  const afterConsent = (progress: Progress | "update_needed"): TaskState =>
    progress !== "completed" && !mayHandleIdentity(consents) ? "cannot_start" : progress;

  const lapsed = new Set(lapsesOf(rules, answers, today).map(({ task }) => task));
  const answered = Object.fromEntries(
    answerTasks.map((task) => {
      const progress = progressOf(task, rules, answers);
      const isOutdated = progress === "completed" ? lapsed.has(task) : before && isComplete(task, before, answers);
      return [task, isOutdated ? "update_needed" : progress];
    }),
  ) as Record<AnswerTask, Progress | "update_needed">;
  const states = {
    ...answered,
    consent,
    identity: afterConsent(answered.identity),
    documents: afterConsent(progressOfPapers(papers)),
  };
  const isReady = Object.values(states).every((state) => state === "completed");
  return { ...states, check: isReady ? "not_started" : "cannot_start" };
}

const isComplete = (task: AnswerTask, rules: EntryRules, answers: Answers) =>
  progressOf(task, rules, answers) === "completed";

function progressOfPapers({ missing, missingBefore, given }: TaskFacts["papers"]): Progress | "update_needed" {
  if (missing === 0) return "completed";
  if (missingBefore === 0) return "update_needed";
  return given > 0 ? "in_progress" : "not_started";
}

/** Identity numbers and papers are taken only from who agreed to it. */
export function mayHandleIdentity(consents: readonly string[]): boolean {
  return consents.includes("identity_papers");
}

// How long people take for a task, in minutes; a paper has to be found, scanned and sent.
const minutes: Record<Exclude<Task, "documents">, number> = {
  consent: 2,
  names: 1,
  identity: 3,
  contact: 1,
  home_registration: 2,
  institution: 1,
  experience: 3,
  declarations: 1,
  check: 3,
};
const minutesPerPaper = 2;

/** About how many minutes the tasks that are left will take. */
export function minutesLeft(states: TaskStates, missingPapers: number): number {
  return tasks.reduce((sum, task) => {
    if (task === "documents") return sum + missingPapers * minutesPerPaper;
    return sum + (states[task] === "completed" ? 0 : minutes[task]);
  }, 0);
}

/** The first task that can be worked on now; null when none is left. */
export function nextTask(states: TaskStates): Task | null {
  return tasks.find((task) => states[task] !== "completed" && states[task] !== "cannot_start") ?? null;
}

/** The tasks that stand between a draft and its submission. */
export function openTasks(states: TaskStates): Task[] {
  return tasks.filter((task) => task !== "check" && states[task] !== "completed");
}

/** A draft is deleted so many days after it was last worked on. */
export const draftDays = 90;
/** So many days before that its author is told. */
export const draftWarnings = [14, 7] as const;

/** Where the professional's words before a refusal stand among the answers. */
export const hearingStatement = "hearing_statement";
