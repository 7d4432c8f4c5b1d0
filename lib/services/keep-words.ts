import { appendAudit } from "@/lib/data/audit";
import { transaction } from "@/lib/data/client";
import { findFilingFacts } from "@/lib/data/filing-facts";
import { touchDraft } from "@/lib/data/filings";
import { reopenItem } from "@/lib/data/requests";
import type { Professional } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { mayChangeTask } from "@/lib/domain/filing/asked";
import type { KeepHearingInput, KeepItemInput, KeepJobInput, KeepObjectionInput } from "@/lib/domain/filing/schema";
import { decide, type Action } from "@/lib/domain/filing/workflow";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { filingFrom } from "@/lib/services/filing-facts";
import { lockMyFiling } from "@/lib/services/my-filing";
import { keepTyped, type TypedWords } from "@/lib/services/unsent-words";

// What is sent as a whole is kept while somebody is still typing it, sealed, until it is sent or its time is over.

/** Keeps what is typed in answer to one item of the open notice; an item that was answered is open again until it is marked anew. */
export function keepItemWords(actor: Professional, input: KeepItemInput, now: Date): Promise<Result<void>> {
  return transaction(async (db) => {
    const mine = await lockMyFiling(db, actor, input.filingId, now);
    if (!mine.ok) return mine;
    const { row, request } = mine.value;
    const item = request?.items.find(({ id }) => id === input.itemId);
    if (!item) return refuse({ code: "not_found" });

    const form = { filing: row, place: `item:${item.id}`, sent: { answer: item.answer ?? "" } } as const;
    const kept = await keepTyped(db, actor, form, input, { answer: input.answer ?? "" }, now);
    if (!kept.ok) return kept;
    if (!kept.value) return ok(undefined);
    if (item.answeredAt !== null) await reopenItem(db, item.id);
    await appendAudit(db, { actor, action: "keep_words", object: `filing:${row.id}`, fields: [item.subject] });
    return ok(undefined);
  });
}

/** Keeps what is typed in answer to a proposed refusal. */
export function keepHearingWords(actor: Professional, input: KeepHearingInput, now: Date): Promise<Result<void>> {
  const words = { statement: input.statement ?? "" };
  return keepStatement(actor, input, { action: "answer_hearing", place: "hearing", words }, now);
}

/** Keeps what is typed against a refusal. */
export function keepObjectionWords(actor: Professional, input: KeepObjectionInput, now: Date): Promise<Result<void>> {
  const words = { grounds: input.grounds ?? "" };
  return keepStatement(actor, input, { action: "object", place: "objection", words }, now);
}

/** Keeps what goes with a step, for as long as the step may be taken. */
function keepStatement(
  actor: Professional,
  { filingId, ...window }: { filingId: string; form: string; typed: string },
  { action, place, words }: { action: Action; place: "hearing" | "objection"; words: TypedWords },
  now: Date,
): Promise<Result<void>> {
  return transaction(async (db) => {
    const row = await findFilingFacts(db, filingId);
    if (row?.personId !== actor.personId) return refuse({ code: "not_found" });
    const today = officeDay(now);
    const mayTake = decide(filingFrom(row, today), action, actor, today);
    if (!mayTake.ok) return mayTake;

    const kept = await keepTyped(db, actor, { filing: row, place }, window, words, now);
    if (!kept.ok) return kept;
    if (!kept.value) return ok(undefined);
    await appendAudit(db, { actor, action: "keep_words", object: `filing:${row.id}`, fields: [place] });
    return ok(undefined);
  });
}

/** Keeps what is typed of one post before it stands in the list of practice. */
export function keepJobWords(actor: Professional, input: KeepJobInput, now: Date): Promise<Result<void>> {
  return transaction(async (db) => {
    const mine = await lockMyFiling(db, actor, input.filingId, now);
    if (!mine.ok) return mine;
    const { row, changeable } = mine.value;
    if (!mayChangeTask(changeable, "experience")) return refuse({ code: "forbidden" });

    const form = { filing: row, place: `job:${input.at}` } as const;
    const kept = await keepTyped(db, actor, form, input, jobWords(input), now);
    if (!kept.ok) return kept;
    if (!kept.value) return ok(undefined);
    await touchDraft(db, row.id, now);
    await appendAudit(db, { actor, action: "keep_words", object: `filing:${row.id}`, fields: ["jobs"] });
    return ok(undefined);
  });
}

function jobWords({ employer, role, from_month, to_month, current, share }: KeepJobInput): TypedWords {
  const typed = Object.entries({ employer, role, from_month, to_month, current, share });
  return Object.fromEntries(typed.flatMap(([name, words]) => (words === undefined ? [] : [[name, words]])));
}
