import { appendAudit } from "@/lib/data/audit";
import { listAnswers } from "@/lib/data/answers";
import { transaction, type Db } from "@/lib/data/client";
import { countPapersSince } from "@/lib/data/filings";
import { answerItem as writeAnswer, closeRequest, type AskedItem, type AskedRequest } from "@/lib/data/requests";
import type { Professional } from "@/lib/domain/actor";
import { filingAddress } from "@/lib/domain/filing/address";
import { subjectOf } from "@/lib/domain/filing/asked";
import { progressOf, type EntryRules } from "@/lib/domain/filing/questions";
import type { AnswerItemInput, SupplementFilingInput } from "@/lib/domain/filing/schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { answersOf } from "@/lib/services/filing-facts";
import { lockMyFiling, type MineToChange } from "@/lib/services/my-filing";
import { takeStep } from "@/lib/services/take-step";
import { writeSubmission } from "@/lib/services/write-submission";

export type AnsweredItem = { address: string; number: number };

/** Marks one item of the open notice as answered: by words, by a changed answer, or by a new paper. */
export function answerItem(actor: Professional, input: AnswerItemInput, now: Date): Promise<Result<AnsweredItem>> {
  return transaction(async (db) => {
    const mine = await lockMyFiling(db, actor, input.filingId, now);
    if (!mine.ok) return mine;
    const { row, rules, request } = mine.value;
    const item = request?.items.find(({ id }) => id === input.itemId);
    if (!request || !item) return refuse({ code: "not_found" });

    const words = input.answer?.trim() ?? "";
    const fault = await faultOf(db, mine.value, request, item, words, rules);
    if (fault) return refuse({ code: "invalid_input", fields: { answer: fault } });

    await writeAnswer(db, item.id, words || null, now);
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
      const { hash, round } = await writeSubmission(db, row, reference, now);
      await closeRequest(db, row.id, "answered", now);
      return ok({ payload: { submission: hash, round } });
    });
    return stepped.ok ? ok({ reference }) : stepped;
  });
}

async function faultOf(
  db: Db,
  { row }: MineToChange,
  request: AskedRequest,
  item: AskedItem,
  words: string,
  rules: EntryRules,
): Promise<string | null> {
  const subject = subjectOf(item.subject, rules);
  if (subject.kind === "task") {
    if (progressOf(subject.task, rules, answersOf(row)) !== "completed") return "validation.item_incomplete";
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
