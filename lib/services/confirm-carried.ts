import { putAnswer } from "@/lib/data/answers";
import { appendAudit } from "@/lib/data/audit";
import { transaction, type Db } from "@/lib/data/client";
import { touchDraft } from "@/lib/data/filings";
import type { Professional } from "@/lib/domain/actor";
import { filingAddress } from "@/lib/domain/filing/address";
import type { ConfirmCarriedInput } from "@/lib/domain/filing/carry";
import { sealedQuestions, type AnswerValue } from "@/lib/domain/filing/questions";
import { mayHandleIdentity } from "@/lib/domain/filing/tasks";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { carriedInto, markOfCarried } from "@/lib/services/carried-answers";
import { lockMyFiling } from "@/lib/services/my-filing";
import { keyOfPerson, sealedAbout, sealWords, type PersonKey } from "@/lib/services/person-seal";

/** Takes over into a draft what its owner says is still true of an earlier filing; numbers are sealed anew, as answers of their own. */
export function confirmCarried(
  actor: Professional,
  { filingId, items, seen }: ConfirmCarriedInput,
  now: Date,
): Promise<Result<{ address: string }>> {
  return transaction(async (db) => {
    const mine = await lockMyFiling(db, actor, filingId, now);
    if (!mine.ok) return mine;
    const { row, today } = mine.value;
    if (row.state !== "draft") return refuse({ code: "wrong_status" });

    const open = (await carriedInto(db, row, today)).filter(({ endedOn }) => endedOn === null);
    const chosen = open.filter(({ item }) => items.includes(item));
    const asSeen = chosen.filter((it) => seen[it.item] === markOfCarried(it));
    if (asSeen.length !== new Set(items).size) return refuse({ code: "stale" });
    if (chosen.some(({ task }) => task === "identity") && !mayHandleIdentity(row.consents)) {
      return refuse({ code: "unmet", condition: "consent_first" });
    }

    const key = await keyOfPerson(db, row.personId);
    const known = new Set(row.answers.map(({ question }) => question));
    const values = chosen.flatMap(({ values: given }) => Object.entries(given));
    const fields: string[] = [];
    for (const [question, value] of values) {
      if (value === undefined || known.has(question)) continue;
      await take(db, key, row.id, question, value, now);
      fields.push(question);
    }
    await touchDraft(db, row.id, now);
    await appendAudit(db, { actor, action: "confirm_carried", object: `filing:${row.id}`, fields });
    return ok({ address: filingAddress(row) });
  });
}

function take(db: Db, key: PersonKey, filingId: string, question: string, value: AnswerValue, now: Date) {
  const isSealed = sealedQuestions.has(question) && typeof value === "string";
  const about = sealedAbout.answer(filingId, question);
  return putAnswer(db, filingId, question, isSealed ? { sealed: sealWords(key, value, about) } : { value }, now);
}
