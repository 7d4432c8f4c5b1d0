import { createHash } from "node:crypto";
import { listAnswers, putAnswer, removeAnswers, type Declared, type StoredAnswer } from "@/lib/data/answers";
import { appendAudit } from "@/lib/data/audit";
import { transaction, type Db } from "@/lib/data/client";
import { touchDraft } from "@/lib/data/filings";
import type { FilingRow } from "@/lib/data/filing-facts";
import { removeUnsent, removeUnsentChangesOfJobs } from "@/lib/data/unsent-words";
import type { Professional } from "@/lib/domain/actor";
import { canonicalJson } from "@/lib/domain/canonical-json";
import { filingAddress } from "@/lib/domain/filing/address";
import { faultsToMend, isOpenQuestion, mayChangeAnswer, mayChangeTask } from "@/lib/domain/filing/asked";
import {
  answersTo,
  declarationTextVersion,
  keptForm,
  questionsOf,
  sealedQuestions,
  taskSchema,
  type Answers,
  type AnswerTask,
  type AnswerValue,
  type Job,
} from "@/lib/domain/filing/questions";
import { jobFormSchema, keptSealed, numberWarnings, readAnswers } from "@/lib/domain/filing/reading";
import type {
  FinishExperienceInput,
  Origin,
  RemoveJobInput,
  SaveAnswersInput,
  SaveJobInput,
} from "@/lib/domain/filing/schema";
import { mayHandleIdentity } from "@/lib/domain/filing/tasks";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { lockMyFiling, type MineToChange } from "@/lib/services/my-filing";
import { mayWriteOver, noteWritten } from "@/lib/services/open-window";
import { findKeyOfPerson, keyOfPerson, openWords, sealedAbout, sealWords } from "@/lib/services/person-seal";
import { lastSent } from "@/lib/services/sent-snapshot";
import { knowsWords, noteSent } from "@/lib/services/unsent-words";

/** Where a saved form leads: the filing, and the page it was opened from. */
export type SavedAnswers = { address: string; from: Origin | null };

type Window = {
  filingId: string;
  form: string;
  seen: string;
  from?: Origin | undefined;
  locale?: Declared["locale"] | undefined;
};

/** Keeps the answers of one task, and says what is wrong with them. What is wrong is kept as well: no word is lost. */
export function saveAnswers(actor: Professional, input: SaveAnswersInput, now: Date): Promise<Result<SavedAnswers>> {
  const { task, ...typed } = input;
  return keepTask(actor, input, task, now, { asksForAll: input.later !== "yes" }, () => ok(textsIn(typed)));
}

/** Keeps whatever is answered so far of one task, while somebody is still typing. */
export function autosaveAnswers(
  actor: Professional,
  input: SaveAnswersInput,
  now: Date,
): Promise<Result<SavedAnswers>> {
  const { task, ...typed } = input;
  return keepTask(actor, input, task, now, { asksForAll: false }, () => ok(textsIn(typed)));
}

/** Adds a post to the list of practice, or puts another in the place of one. */
export function saveJob(actor: Professional, input: SaveJobInput, now: Date): Promise<Result<SavedAnswers>> {
  const written = (db: Db, row: FilingRow) => forgetJob(db, actor, row, input, now);
  return keepTask(actor, input, "experience", now, { asksForAll: false, written }, (stored) => {
    const read = jobFormSchema.safeParse(input);
    if (!read.success) return refuse({ code: "invalid_input", fields: faultsOf(read.error.issues) });
    const jobs = jobsIn(stored);
    if (input.at === "new") return ok({ jobs: inOrder([...jobs, read.data]) });
    const { at } = input;
    if (at >= jobs.length) return refuse({ code: "stale" });
    return ok({ jobs: inOrder(jobs.map((job, place) => (place === at ? read.data : job))) });
  });
}

/** Takes a post off the list of practice. */
export function removeJob(actor: Professional, input: RemoveJobInput, now: Date): Promise<Result<SavedAnswers>> {
  const written = (db: Db, row: FilingRow) => removeUnsentChangesOfJobs(db, row.id);
  return keepTask(actor, input, "experience", now, { asksForAll: false, written }, (stored) =>
    ok({ jobs: jobsIn(stored).filter((_, at) => at !== input.at) }),
  );
}

/** Says that the list of practice is whole; where the entry asks for no years it may be empty. */
export function finishExperience(
  actor: Professional,
  input: FinishExperienceInput,
  now: Date,
): Promise<Result<SavedAnswers>> {
  return keepTask(actor, input, "experience", now, { asksForAll: true }, (stored) => ok({ jobs: jobsIn(stored) }));
}

/** The answers of a task as a window saw them, in one word: it changes when any of them changes. */
export function markOf(questions: readonly string[], stored: readonly StoredAnswer[]): string {
  const seen = stored
    .filter(({ question }) => questions.includes(question))
    .map(({ question, revision, updatedAt }) => [question, revision, updatedAt.getTime()]);
  return createHash("sha256").update(canonicalJson(seen)).digest("hex").slice(0, 24);
}

type Keeping = {
  asksForAll: boolean;
  /** What follows from the answers once they are written. */
  written?: (db: Db, row: FilingRow) => Promise<void>;
};

function keepTask(
  actor: Professional,
  window: Window,
  task: AnswerTask,
  now: Date,
  { asksForAll, written }: Keeping,
  typedIn: (stored: readonly StoredAnswer[]) => Result<Answers>,
): Promise<Result<SavedAnswers>> {
  return transaction(async (db) => {
    const mine = await lockMyFiling(db, actor, window.filingId, now);
    if (!mine.ok) return mine;
    const { row, rules, changeable } = mine.value;
    if (!mayChangeTask(changeable, task)) return refuse({ code: "forbidden" });
    if (task === "identity" && !mayHandleIdentity(row.consents)) {
      return refuse({ code: "unmet", condition: "consent_first" });
    }

    const asked = questionsOf(task, rules);
    const stored = (await listAnswers(db, row.id)).filter(({ question }) => asked.includes(question));
    const typed = typedIn(stored);
    if (!typed.ok) return typed;

    const kept = stored.filter(({ sealed }) => sealed !== null).map(({ question }) => question);
    const known = await knownAnswers(db, mine.value, stored);
    const sent = changeable.all ? {} : ((await lastSent(db, row))?.answers ?? known);
    // What was not asked for is no field of the form: it stands as it was sent.
    const locked = asked.filter((question) => !isOpenQuestion(changeable, question, sent));
    const standing = locked.flatMap((question) => (sealedQuestions.has(question) ? [] : [[question, sent[question]]]));
    const given = readAnswers(task, rules, { ...Object.fromEntries(standing), ...inKeptForm(typed.value) }, kept);
    const read = taskSchema(task, rules).safeParse(given);
    const answers = withoutNeedlessRereading(task, given, known);

    const differing = changesBetween(asked, sent, answers);
    if (!differing.every((question) => mayChangeAnswer(changeable, question, sent, answers))) {
      return refuse({ code: "forbidden" });
    }
    const declared =
      task === "declarations" && window.locale ? { textVersion: declarationTextVersion, locale: window.locale } : null;
    // What was carried into the draft becomes a declaration when it is made here.
    const undeclared =
      declared && row.state === "draft" ? stored.flatMap((it) => (it.declared === null ? [it.question] : [])) : [];
    const changes = [...new Set([...changesBetween(asked, known, answers), ...undeclared])];
    const open = { accountId: actor.accountId, form: window.form };
    if (changes.length > 0) {
      const mark = markOf(asked, stored);
      const pressed = asksForAll || task === "experience";
      const may = await mayWriteOver(db, { ...open, seen: window.seen }, { mark, pressed }, now);
      if (!may.ok) return may;
      await write(db, mine.value, changes, answers, declared, now);
      await noteWritten(db, open, markOf(asked, await listAnswers(db, row.id)), now);
      await written?.(db, row);
      await touchDraft(db, row.id, now);
      await appendAudit(db, { actor, action: "save_answers", object: `filing:${row.id}`, fields: changes });
    }

    if (asksForAll) {
      const before = answersTo(task, rules, sent);
      const faults = faultsToMend(changeable, sent, {
        before: faultsIn(task, taskSchema(task, rules).safeParse(before), before),
        now: faultsIn(task, read, { ...known, ...withoutKept(answers) }),
      });
      if (Object.keys(faults).length > 0) return refuse({ code: "invalid_input", fields: faults });
    }
    return ok({ address: filingAddress(row), from: window.from ?? null });
  });
}

/** The answers as they stand, the sealed ones opened: what was typed is compared with them and never shown. */
async function knownAnswers(db: Db, { row }: MineToChange, stored: readonly StoredAnswer[]): Promise<Answers> {
  const key = stored.some(({ sealed }) => sealed) ? await findKeyOfPerson(db, row.personId) : null;
  return Object.fromEntries(
    stored.map(({ question, value, sealed }) => [
      question,
      sealed && key ? openWords(key, sealed, sealedAbout.answer(row.id, question)) : (value ?? undefined),
    ]),
  );
}

function changesBetween(asked: readonly string[], known: Answers, answers: Answers): string[] {
  return asked.filter((question) => {
    const next = answers[question];
    if (sealedQuestions.has(question) && next === keptSealed) return false;
    return canonicalJson(known[question] ?? null) !== canonicalJson(next ?? null);
  });
}

async function write(
  db: Db,
  { row }: MineToChange,
  changes: readonly string[],
  answers: Answers,
  declared: Declared | null,
  now: Date,
) {
  const cleared: string[] = [];
  for (const question of changes) {
    const value: AnswerValue | undefined = answers[question];
    if (value === undefined) {
      cleared.push(question);
    } else if (sealedQuestions.has(question) && typeof value === "string") {
      const key = await keyOfPerson(db, row.personId);
      const sealed = sealWords(key, value, sealedAbout.answer(row.id, question));
      await putAnswer(db, row.id, question, { sealed }, now);
    } else {
      await putAnswer(db, row.id, question, { value }, now, declared);
    }
  }
  if (cleared.length > 0) await removeAnswers(db, row.id, cleared);
}

// "I have read it again" is asked only of a number that does not fit its document.
function withoutNeedlessRereading(task: AnswerTask, answers: Answers, known: Answers): Answers {
  if (task !== "identity") return answers;
  const warned = numberWarnings({ ...answers, ...standingNumbers(answers, known) }).map(({ reread }) => reread);
  return Object.fromEntries(
    Object.entries(answers).filter(([question]) => !question.endsWith("_reread") || warned.includes(question)),
  );
}

const standingNumbers = (answers: Answers, known: Answers): Answers =>
  Object.fromEntries(
    [...sealedQuestions]
      .filter((question) => answers[question] === keptSealed)
      .map((question) => [question, known[question]]),
  );

const withoutKept = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(([question, value]) => !sealedQuestions.has(question) || value !== keptSealed),
  );

type Read = { success: boolean; error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } };

function faultsIn(task: AnswerTask, read: Read, answers: Answers): Record<string, string> {
  const faults = faultsOf(read.error?.issues ?? []);
  if (task !== "identity") return faults;
  for (const { number, reread, warning } of numberWarnings(answers)) {
    if (answers[reread] !== "yes") faults[number] ??= warning;
  }
  return faults;
}

function faultsOf(issues: readonly { path: readonly PropertyKey[]; message: string }[]): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const { path, message } of issues) faults[String(path[0])] ??= message;
  return faults;
}

/** Forgets what was typed of a post that stands in the list now; what another window types of a new one stays. */
async function forgetJob(db: Db, actor: Professional, row: FilingRow, input: SaveJobInput, now: Date): Promise<void> {
  const form = { filing: row, place: "job:new" } as const;
  if (input.at === "new" && (await knowsWords(db, actor, form, input, now))) await removeUnsent(db, row.id, form.place);
  await removeUnsentChangesOfJobs(db, row.id);
  // What this window kept a moment before it was sent may arrive after it, and is no new post.
  await noteSent(db, actor, input, { sent: "yes" }, now);
}

function jobsIn(stored: readonly StoredAnswer[]): Job[] {
  const jobs = stored.find(({ question }) => question === "jobs")?.value;
  return Array.isArray(jobs) ? jobs : [];
}

// The latest post first; one that goes on before one that ended.
const inOrder = (jobs: readonly Job[]): Job[] =>
  [...jobs].sort((a, b) => (b.to || "9999").localeCompare(a.to || "9999") || b.from.localeCompare(a.from));

const inKeptForm = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([question, value]) => [
      question,
      typeof value === "string" ? keptForm(question, value) : value,
    ]),
  );

function textsIn(typed: Record<string, string | undefined>): Answers {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
}
