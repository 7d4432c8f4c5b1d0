import type { Db } from "@/lib/data/client";
import type { AnswerValue } from "@/lib/domain/filing/questions";

export type StoredAnswer = {
  question: string;
  /** Null where the answer is sealed. */
  value: AnswerValue | null;
  sealed: Uint8Array | null;
  revision: number;
  updatedAt: Date;
};

/** The answers of a filing, by question. */
export async function listAnswers(db: Db, filingId: string): Promise<StoredAnswer[]> {
  const answers = await db.answer.findMany({
    where: { filingId },
    orderBy: { question: "asc" },
    select: { question: true, value: true, sealed: true, revision: true, updatedAt: true },
  });
  return answers.map(({ value, ...answer }) => ({ ...answer, value: value as AnswerValue | null }));
}

export type NewAnswer = { value: AnswerValue } | { sealed: Uint8Array<ArrayBuffer> };

/** Writes one answer and raises its revision. */
export async function putAnswer(
  db: Db,
  filingId: string,
  question: string,
  answer: NewAnswer,
  updatedAt: Date,
): Promise<void> {
  await db.answer.upsert({
    where: { filingId_question: { filingId, question } },
    create: { filingId, question, ...answer, updatedAt },
    update: { ...answer, updatedAt, revision: { increment: 1 } },
    select: { question: true },
  });
}

/** Takes answers away that are no longer asked for, or no longer given. */
export async function removeAnswers(db: Db, filingId: string, questions: readonly string[]): Promise<void> {
  await db.answer.deleteMany({ where: { filingId, question: { in: [...questions] } } });
}
