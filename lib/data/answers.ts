import { localeColumn, localeOfColumn } from "@/lib/data/accounts";
import type { Db } from "@/lib/data/client";
import type { AnswerValue } from "@/lib/domain/filing/questions";

export type StoredAnswer = {
  question: string;
  /** Null where the answer is sealed. */
  value: AnswerValue | null;
  sealed: Uint8Array | null;
  revision: number;
  updatedAt: Date;
  /** Of a declaration: the version and language of the text that was declared to. */
  declared: Declared | null;
};

export type Declared = { textVersion: number; locale: keyof typeof localeColumn };

/** The answers of a filing, by question. */
export async function listAnswers(db: Db, filingId: string): Promise<StoredAnswer[]> {
  const answers = await db.answer.findMany({
    where: { filingId },
    orderBy: { question: "asc" },
    select: {
      question: true,
      value: true,
      sealed: true,
      revision: true,
      updatedAt: true,
      textVersion: true,
      locale: true,
    },
  });
  return answers.map(({ value, textVersion, locale, ...answer }) => ({
    ...answer,
    value: value as AnswerValue | null,
    declared: textVersion === null || locale === null ? null : { textVersion, locale: localeOfColumn[locale] },
  }));
}

export type NewAnswer = { value: AnswerValue } | { sealed: Uint8Array<ArrayBuffer> };

/** Writes one answer and raises its revision. */
export async function putAnswer(
  db: Db,
  filingId: string,
  question: string,
  answer: NewAnswer,
  updatedAt: Date,
  declared: Declared | null = null,
): Promise<void> {
  const text = declared && { textVersion: declared.textVersion, locale: localeColumn[declared.locale] };
  await db.answer.upsert({
    where: { filingId_question: { filingId, question } },
    create: { filingId, question, ...answer, updatedAt, ...text },
    update: { ...answer, updatedAt, ...text, revision: { increment: 1 } },
    select: { question: true },
  });
}

/** Takes answers away that are no longer asked for, or no longer given. */
export async function removeAnswers(db: Db, filingId: string, questions: readonly string[]): Promise<void> {
  await db.answer.deleteMany({ where: { filingId, question: { in: [...questions] } } });
}
