import { putAnswer, removeAnswers } from "@/lib/data/answers";
import type { Db } from "@/lib/data/client";
import { putBackDocuments } from "@/lib/data/documents";
import type { FilingRow } from "@/lib/data/filing-facts";
import { sealedQuestions } from "@/lib/domain/filing/questions";
import { differences } from "@/lib/domain/filing/unchanged";
import { keyOfPerson, sealedAbout, sealWords } from "@/lib/services/person-seal";
import { lastSent, openAnswers } from "@/lib/services/sent-snapshot";

/** Puts a filing back to what was sent in last: answers and papers that were changed and never sent stand in it no more. */
export async function putBackSent(db: Db, { id, personId, papers }: FilingRow, now: Date): Promise<void> {
  const sent = await lastSent(db, { id, personId });
  if (!sent) return;
  const key = await keyOfPerson(db, personId);
  const changed = differences(sent, { answers: await openAnswers(db, id, key), papers });
  const questions = changed.flatMap((it) => (it.startsWith("question:") ? [it.slice("question:".length)] : []));

  const unknown: string[] = [];
  for (const question of questions) {
    const value = sent.answers[question];
    if (value === undefined) {
      unknown.push(question);
    } else if (sealedQuestions.has(question) && typeof value === "string") {
      await putAnswer(db, id, question, { sealed: sealWords(key, value, sealedAbout.answer(id, question)) }, now);
    } else {
      const declared = sent.declarations.find((it) => it.question === question) ?? null;
      await putAnswer(db, id, question, { value }, now, declared);
    }
  }
  await removeAnswers(db, id, unknown);
  await putBackDocuments(
    db,
    id,
    sent.papers.map((paper) => paper.id),
    now,
  );
}
