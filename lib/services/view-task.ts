import { database } from "@/lib/data/client";
import { findEntryWords, type InThree } from "@/lib/data/filings";
import { findOpenRequest } from "@/lib/data/requests";
import type { Professional } from "@/lib/domain/actor";
import { filingAddress } from "@/lib/domain/filing/address";
import { isOpenQuestion, mayChangeTask, subjectOf } from "@/lib/domain/filing/asked";
import type { FilingState } from "@/lib/domain/filing/filing";
import { questionsOf, type Answers, type AnswerTask, type EntryRules } from "@/lib/domain/filing/questions";
import { mayHandleIdentity } from "@/lib/domain/filing/tasks";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { rulesOf } from "@/lib/services/filing-facts";
import { changeableNow, findMyFiling } from "@/lib/services/my-filing";
import { markOf } from "@/lib/services/save-answers";
import { lastSent } from "@/lib/services/sent-snapshot";
import { shownAnswers } from "@/lib/services/shown-answers";

export type MyTask = {
  id: string;
  address: string;
  state: FilingState;
  qualification: InThree;
  issuingBody: InThree;
  rules: EntryRules;
  /** Sealed numbers are masked. */
  answers: Answers;
  /** Sealed questions that are answered: left empty, they stay as they are. */
  kept: string[];
  /** What this page shows, in one word; it goes with the form. */
  seen: string;
  mayChange: boolean;
  /** What was not asked for: shown as it was sent, and no field. */
  locked: string[];
  /** Identity papers are not taken before the consent to it. */
  needsConsent: boolean;
  /** What the reviewer asks of this task, in their words. */
  asked: { number: number; text: string }[];
};

/** The answers of one task, as its page shows and changes them. */
export async function viewTask(actor: Professional, address: string, task: AnswerTask): Promise<Result<MyTask>> {
  const row = await findMyFiling(database, actor, address);
  if (!row) return refuse({ code: "not_found" });
  const rules = rulesOf(row);
  const [request, shown, { issuingBody }] = await Promise.all([
    findOpenRequest(database, row.id),
    shownAnswers(database, row),
    findEntryWords(database, row.entry.versionId),
  ]);
  const asked = questionsOf(task, rules);
  const answers = Object.fromEntries(Object.entries(shown.answers).filter(([question]) => asked.includes(question)));
  const changeable = changeableNow(row, request);
  const sent = changeable.all ? null : await lastSent(database, row);

  return ok({
    id: row.id,
    address: filingAddress(row),
    state: row.state,
    qualification: row.entry.qualification,
    issuingBody,
    rules,
    answers,
    kept: shown.stored
      .filter(({ question, sealed }) => sealed !== null && asked.includes(question))
      .map(({ question }) => question),
    seen: markOf(asked, shown.stored),
    mayChange: mayChangeTask(changeable, task),
    locked: asked.filter((question) => !isOpenQuestion(changeable, question, sent?.answers ?? shown.answers)),
    needsConsent: task === "identity" && !mayHandleIdentity(row.consents),
    asked: (request?.items ?? []).flatMap(({ number, subject, text }) => {
      const it = subjectOf(subject, rules);
      return it.kind === "task" && it.task === task ? [{ number, text }] : [];
    }),
  });
}
