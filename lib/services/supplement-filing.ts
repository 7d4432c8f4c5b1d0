import { appendAudit } from "@/lib/data/audit";
import { listAnswers } from "@/lib/data/answers";
import { transaction, type Db } from "@/lib/data/client";
import { countPapersSince } from "@/lib/data/filings";
import type { FilingRow } from "@/lib/data/filing-facts";
import {
  answerItem as writeAnswer,
  closeRequest,
  findOpenRequest,
  type AskedItem,
  type AskedRequest,
} from "@/lib/data/requests";
import { removeUnsent } from "@/lib/data/unsent-words";
import type { Professional } from "@/lib/domain/actor";
import { filingAddress } from "@/lib/domain/filing/address";
import { faultsToMend, subjectOf, type Changeable, type Subject } from "@/lib/domain/filing/asked";
import { faultsOf, type Answers } from "@/lib/domain/filing/questions";
import type { AnswerItemInput, SupplementFilingInput } from "@/lib/domain/filing/schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { changedUnasked, differences, type Sent } from "@/lib/domain/filing/unchanged";
import { answersOf, missingPapers, rulesOf } from "@/lib/services/filing-facts";
import { changeableNow, lockMyFiling, type MineToChange } from "@/lib/services/my-filing";
import { keyOfPerson } from "@/lib/services/person-seal";
import { lastSent, openAnswers } from "@/lib/services/sent-snapshot";
import { takeStep } from "@/lib/services/take-step";
import { keep, mayReplace, noteSent } from "@/lib/services/unsent-words";
import { writeSubmission } from "@/lib/services/write-submission";

export type AnsweredItem = { address: string; number: number };

/** Marks one item of the open notice as answered: by words, by a changed answer, or by a new paper. */
export function answerItem(actor: Professional, input: AnswerItemInput, now: Date): Promise<Result<AnsweredItem>> {
  return transaction(async (db) => {
    const mine = await lockMyFiling(db, actor, input.filingId, now);
    if (!mine.ok) return mine;
    const { row, request } = mine.value;
    const item = request?.items.find(({ id }) => id === input.itemId);
    if (!request || !item) return refuse({ code: "not_found" });

    const words = input.answer?.trim() ?? "";
    const typed = { answer: words };
    const form = { filing: row, place: `item:${item.id}`, sent: { answer: item.answer ?? "" } } as const;
    const differs = await mayReplace(db, actor, form, input, { words: typed, pressed: true }, now);
    if (!differs.ok) return differs;
    const fault = await faultOf(db, mine.value, request, item, words);
    if (fault) {
      if (differs.value) await keep(db, actor, form, input, typed, now);
      return refuse({ code: "invalid_input", fields: { answer: fault } });
    }

    await writeAnswer(db, item.id, words || null, now);
    await removeUnsent(db, row.id, form.place);
    await noteSent(db, actor, input, typed, now);
    await appendAudit(db, { actor, action: "answer_item", object: `filing:${row.id}`, fields: [item.subject] });
    return ok({ address: filingAddress(row), number: item.number });
  });
}

/** Sends the answers to the open notice back to where the filing was asked from, with a snapshot of all that now stands. */
export function supplementFiling(
  actor: Professional,
  input: SupplementFilingInput,
  now: Date,
): Promise<Result<{ reference: string }>> {
  return transaction(async (db) => {
    let reference = "";
    const stepped = await takeStep(db, actor, { ...input, action: "supplement" }, now, async ({ row }) => {
      reference = row.reference ?? "";
      const changed = await changedAsAsked(db, row);
      if (!changed.ok) return changed;
      const { hash, round } = await writeSubmission(db, row, reference, now);
      await closeRequest(db, row.id, "answered", now);
      return ok({ payload: { submission: hash, round, changed: changed.value } });
    });
    return stepped.ok ? ok({ reference }) : stepped;
  });
}

/**
 * What the answers change of what was sent in last, once everything that was asked for is there, and once it is proven that
 * everything else is the same to the byte.
 */
async function changedAsAsked(db: Db, row: FilingRow): Promise<Result<string[]>> {
  const request = await findOpenRequest(db, row.id);
  const sent = await lastSent(db, row);
  if (!request || !sent) return refuse({ code: "wrong_status" });
  const rules = rulesOf(row);
  const changeable = changeableNow(row, request);

  const answers = await openAnswers(db, row.id, await keyOfPerson(db, row.personId));
  const isWhole = request.items.every(({ subject }) =>
    isThere(row, changeable, subjectOf(subject, rules), sent.answers, answers),
  );
  if (!isWhole) return refuse({ code: "unmet", condition: "complete_and_open" });

  const now: Sent = { answers, papers: row.papers };
  if (changedUnasked(changeable, sent, now).length > 0) return refuse({ code: "unmet", condition: "rest_unchanged" });
  return ok(differences(sent, now));
}

/** Is what one item asks for there, as far as it can be? */
function isThere(row: FilingRow, changeable: Changeable, subject: Subject, sent: Answers, answers: Answers): boolean {
  if (subject.kind === "paper") return !missingPapers(row).includes(subject.paper);
  if (subject.kind === "words") return true;
  const rules = rulesOf(row);
  const faults = { before: faultsOf(subject.task, rules, sent), now: faultsOf(subject.task, rules, answers) };
  return Object.keys(faultsToMend(changeable, sent, faults)).length === 0;
}

async function faultOf(
  db: Db,
  { row, rules, changeable }: MineToChange,
  request: AskedRequest,
  item: AskedItem,
  words: string,
): Promise<string | null> {
  const subject = subjectOf(item.subject, rules);
  if (subject.kind === "task") {
    const known = answersOf(row);
    const sent = (await lastSent(db, row))?.answers ?? known;
    if (!isThere(row, changeable, subject, sent, known)) return "validation.item_incomplete";
    const answers = await listAnswers(db, row.id);
    const isChanged = answers.some((it) => subject.questions.includes(it.question) && it.updatedAt > request.sentAt);
    return isChanged || words ? null : "validation.item_unanswered";
  }
  if (subject.kind === "paper") {
    const papers = await countPapersSince(db, row.id, subject.paper, request.sentAt);
    return papers > 0 || words ? null : "validation.item_unanswered";
  }
  return words ? null : "validation.required";
}
