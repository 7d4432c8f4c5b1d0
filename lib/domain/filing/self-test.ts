import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import { papersFor } from "@/lib/domain/accreditation/evidence";
import { addDays } from "@/lib/domain/calendar/working-days";
import { asksForChinese, chineseRuleFor, type ChineseRule, type PaperLanguage } from "@/lib/domain/document/chinese";
import { documentHalves, type DocumentHalf } from "@/lib/domain/document/file";
import { stillCounts, type Verified } from "@/lib/domain/document/wallet";
import type { ScanSign } from "@/lib/domain/document/signs";
import { checksFor } from "@/lib/domain/filing/checks";
import { hasEnded } from "@/lib/domain/filing/conditions";
import { isFormerName } from "@/lib/domain/filing/former-name";
import { monthsAskedBy, monthsMissing, practiceBy } from "@/lib/domain/filing/practice";
import {
  answerTasks,
  answersTo,
  asksForInsurance,
  asksForPermit,
  progressOf,
  type Answers,
  type AnswerTask,
  type EntryRules,
} from "@/lib/domain/filing/questions";
import { isSameName } from "@/lib/domain/person/names";

/** The questions that give the last day of something a filing rests on. */
export const lastDays = [
  "identity_expires_on",
  "permit_expires_on",
  "home_registration_until",
  "insurance_until",
] as const;
export type LastDay = (typeof lastDays)[number];

/** What a check finds by the facts alone, at the question or the part of a paper where it can be put right. */
export type Remark =
  | { is: "ended"; question: LastDay; on: string }
  | { is: "ends_soon"; question: LastDay; on: string }
  | { is: "not_begun"; question: "home_registered_on"; on: string }
  | { is: "cover_not_begun"; question: "insurance_from"; on: string }
  | { is: "not_covered"; question: "insurance_qianhai" }
  | { is: "number_doubtful"; question: "identity_number" | "permit_number" }
  | { is: "name_differs"; question: "name_on_home_register" }
  | { is: "former_name"; question: "name_on_home_register" }
  | { is: "months_short"; question: "jobs"; months: number; needed: number }
  | { is: "months_enough"; question: "jobs"; months: number; needed: number }
  | { is: "gap"; question: "jobs"; from: string; to: string }
  | { is: "declared"; question: "discipline" | "penalty" }
  | { is: "file_missing"; paper: EvidenceKey; half: "original" }
  | { is: "chinese_missing"; paper: EvidenceKey; half: "translation"; rule: ChineseRule }
  | { is: "verified_before"; paper: EvidenceKey; half: "original"; on: string }
  | { is: "hard_to_read"; paper: EvidenceKey; half: DocumentHalf; sign: ScanSign };

/** What no filing is submitted with: it held when it was answered, perhaps, and does not hold today. */
const lapses: ReadonlySet<Remark["is"]> = new Set([
  "ended",
  "not_begun",
  "months_short",
  "cover_not_begun",
  "not_covered",
]);
/** What is said for the record and is no fault. */
const harmless: ReadonlySet<Remark["is"]> = new Set(["months_enough", "verified_before"]);

export const outcomes = ["holds", "looked_at", "lapsed", "incomplete"] as const;
/** What a check comes to: it holds, a person will look at it, it must be put right, or something is not there yet. */
export type Outcome = (typeof outcomes)[number];

export type CheckResult = { check: string; outcome: Outcome; remarks: Remark[] };

export type SelfTestFacts = {
  rules: EntryRules;
  answers: Answers;
  /** The readable files that count. */
  files: readonly {
    evidenceKey: string;
    half: DocumentHalf;
    /** What its owner said it is written in, and why it may be hard to read. */
    language?: PaperLanguage | null;
    signs?: readonly ScanSign[];
    /** That it was verified for an earlier filing. */
    verified?: Verified | null;
  }[];
  today: string;
};

/** So many days before its end something is said to end soon: a decision may come later. */
export const soonDays = 60;

/** The reviewer's checklist, run on the facts as they are today: one result for each check of the entry, in its order. */
export function selfTest(facts: SelfTestFacts): CheckResult[] {
  return checksFor(facts.rules).map(({ key, paper }) => {
    const remarks = paper ? remarksOnPaper(paper, facts) : remarksOnTask(taskOf(key), facts);
    return { check: key, remarks, outcome: outcomeOf(remarks, key, facts) };
  });
}

/** What has lapsed of a filing's answers by this day, each with the task in which it is put right. */
export function lapsesOf(rules: EntryRules, answers: Answers, today: string): { task: AnswerTask; remark: Remark }[] {
  return answerTasks.flatMap((task) =>
    remarksOnTask(task, { rules, answers, today })
      .filter(isLapse)
      .map((remark) => ({ task, remark })),
  );
}

/** Is this something with which no filing is submitted? */
export function isLapse(remark: Remark): boolean {
  return lapses.has(remark.is);
}

/** Is this said for the record only? */
export function isHarmless(remark: Remark): boolean {
  return harmless.has(remark.is);
}

function outcomeOf(remarks: readonly Remark[], check: string, { rules, answers }: SelfTestFacts): Outcome {
  if (remarks.some(isLapse)) return "lapsed";
  if (remarks.some(({ is }) => is === "file_missing")) return "incomplete";
  const task = answerTasks.find((it) => it === check);
  if (task && progressOf(task, rules, answers) !== "completed") return "incomplete";
  return remarks.every(isHarmless) ? "holds" : "looked_at";
}

type AnswerFacts = Omit<SelfTestFacts, "files">;

function remarksOnTask(task: AnswerTask | undefined, { rules, answers: all, today }: AnswerFacts): Remark[] {
  if (!task) return [];
  // What is not asked, such as the last day of an identity card, is not looked at.
  const answers = answersTo(task, rules, all);
  switch (task) {
    case "names":
      return remarksOnNames(answers);
    case "identity":
      return [
        ...endOf("identity_expires_on", answers, today),
        ...doubtOf("identity_number", answers["identity_reread"]),
        ...(asksForPermit(rules) ? endOf("permit_expires_on", answers, today) : []),
        ...doubtOf("permit_number", answers["permit_reread"]),
      ];
    case "home_registration":
      return [...beginningOf(answers, today), ...endOf("home_registration_until", answers, today)];
    case "experience":
      return remarksOnPractice(rules, answers, today);
    case "declarations":
      return (["discipline", "penalty"] as const).flatMap((question) =>
        answers[question] === "yes" ? [{ is: "declared" as const, question }] : [],
      );
    case "institution":
      return asksForInsurance(rules) ? remarksOnInsurance(answers, today) : [];
    case "contact":
      return [];
  }
}

// Cover that is over, not yet begun, or ends at the border is none here.
function remarksOnInsurance(answers: Answers, today: string): Remark[] {
  const from = dayIn(answers["insurance_from"]);
  return [
    ...(answers["insurance_qianhai"] === "no"
      ? [{ is: "not_covered" as const, question: "insurance_qianhai" as const }]
      : []),
    ...(from !== null && from > today
      ? [{ is: "cover_not_begun" as const, question: "insurance_from" as const, on: from }]
      : []),
    ...endOf("insurance_until", answers, today),
  ];
}

function endOf(question: LastDay, answers: Answers, today: string): Remark[] {
  const on = dayIn(answers[question]);
  if (on === null) return [];
  if (hasEnded(on, today)) return [{ is: "ended", question, on }];
  return on <= addDays(today, soonDays) ? [{ is: "ends_soon", question, on }] : [];
}

function beginningOf(answers: Answers, today: string): Remark[] {
  const question = "home_registered_on";
  const on = dayIn(answers[question]);
  return on !== null && on > today ? [{ is: "not_begun", question, on }] : [];
}

const doubtOf = (question: "identity_number" | "permit_number", reread: Answers[string]): Remark[] =>
  reread === "yes" ? [{ is: "number_doubtful", question }] : [];

function remarksOnNames(answers: Answers): Remark[] {
  const written = textIn(answers["name_on_home_register"]);
  const names = {
    nameZh: textIn(answers["name_zh"]),
    surname: textIn(answers["surname"]),
    givenNames: textIn(answers["given_names"]),
  };
  if (written === null || isSameName(written, names)) return [];
  const is = isFormerName(written, answers) ? "former_name" : "name_differs";
  return [{ is, question: "name_on_home_register" }];
}

function remarksOnPractice(rules: EntryRules, answers: Answers, today: string): Remark[] {
  const { jobs } = answers;
  const needed = monthsAskedBy(rules);
  if (needed === 0 || !Array.isArray(jobs) || jobs.length === 0) return [];
  const { months, gaps } = practiceBy(jobs, today);
  const is = monthsMissing(rules, months) > 0 ? "months_short" : "months_enough";
  return [
    { is, question: "jobs", months, needed },
    ...gaps.map((gap): Remark => ({ is: "gap", question: "jobs", ...gap })),
  ];
}

function remarksOnPaper(key: string, { rules, files, today }: SelfTestFacts): Remark[] {
  const paper = papersFor(rules).find((it) => it.key === key);
  if (!paper) return [];
  const mine = files.filter((it) => it.evidenceKey === key);
  const originals = mine.filter(({ half }) => half === "original");
  const [first] = originals;
  if (!first) return paper.isRequired ? [{ is: "file_missing", paper: paper.key, half: "original" }] : [];

  const rule = chineseRuleFor(paper);
  const lacksChinese =
    originals.some(({ language = null }) => asksForChinese(rule, language)) &&
    !mine.some(({ half }) => half === "translation");
  // One file that nobody verified, and the paper is looked at anew.
  const isVerified = originals.every(({ verified }) => verified && stillCounts(verified, today));
  const verified = isVerified ? first.verified : null;
  return [
    ...(verified
      ? [{ is: "verified_before" as const, paper: paper.key, half: "original" as const, on: verified.on }]
      : []),
    ...documentHalves.flatMap((half) => {
      const signs = new Set(mine.filter((it) => it.half === half).flatMap((it) => it.signs ?? []));
      return [...signs].map((sign): Remark => ({ is: "hard_to_read", paper: paper.key, half, sign }));
    }),
    ...(lacksChinese ? [{ is: "chinese_missing" as const, paper: paper.key, half: "translation" as const, rule }] : []),
  ];
}

const taskOf = (check: string) => answerTasks.find((task) => task === check);
const textIn = (answer: Answers[string]): string | null => (typeof answer === "string" && answer ? answer : null);
// What is kept while somebody types may be no day at all.
const dayIn = (answer: Answers[string]): string | null =>
  typeof answer === "string" && /^\d{4}-\d{2}-\d{2}$/.test(answer) ? answer : null;
