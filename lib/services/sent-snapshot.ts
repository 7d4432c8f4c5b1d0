import * as z from "zod";
import { listAnswers, type Declared } from "@/lib/data/answers";
import type { Db } from "@/lib/data/client";
import { findLastSubmission, findSubmission } from "@/lib/data/submissions";
import { sealedQuestions, type Answers, type AnswerValue } from "@/lib/domain/filing/questions";
import type { Sent } from "@/lib/domain/filing/unchanged";
import {
  identityDocumentKinds,
  maskedIdentityNumber,
  printedIdentityNumber,
  type IdentityDocumentKind,
} from "@/lib/domain/person/identity-document";
import { findKeyOfPerson, openWords, sealedAbout, type PersonKey } from "@/lib/services/person-seal";

type Filing = { id: string; personId: string };

// The part of a snapshot that is read again; what it holds besides is for the record.
const snapshot = z.object({
  answers: z.record(z.string(), z.custom<AnswerValue>()),
  papers: z.array(z.object({ id: z.string(), evidenceKey: z.string(), half: z.string(), sha256: z.string() })),
  declarations: z
    .array(z.object({ question: z.string(), textVersion: z.number(), locale: z.enum(["en", "zh-Hant", "zh-Hans"]) }))
    .default([]),
});

/** What was sent in, and which text each declaration in it was made to. */
export type SentWhole = Sent & { declarations: readonly (Declared & { question: string })[] };

/** What was sent in with one round; null where there was none, or once the person's key is destroyed. */
export async function readSent(db: Db, filing: Filing, round: number): Promise<SentWhole | null> {
  return opened(db, filing, await findSubmission(db, filing.id, round), round);
}

/** What was sent in last; null in a draft, or once the person's key is destroyed. */
export async function lastSent(db: Db, filing: Filing): Promise<SentWhole | null> {
  const last = await findLastSubmission(db, filing.id);
  return last && opened(db, filing, last, last.round);
}

/** The answers of a filing as they stand, the sealed ones opened. */
export async function openAnswers(db: Db, filingId: string, key: PersonKey): Promise<Answers> {
  const stored = await listAnswers(db, filingId);
  return Object.fromEntries(
    stored.map(({ question, value, sealed }) => [
      question,
      sealed ? openWords(key, sealed, sealedAbout.answer(filingId, question)) : (value ?? undefined),
    ]),
  );
}

async function opened(
  db: Db,
  { id, personId }: Filing,
  submission: { sealed: Uint8Array } | null,
  round: number,
): Promise<SentWhole | null> {
  const key = submission && (await findKeyOfPerson(db, personId));
  if (!key) return null;
  return snapshot.parse(JSON.parse(openWords(key, submission.sealed, sealedAbout.submission(id, round))));
}

/** Answers of a snapshot as they may be shown: identity numbers masked. */
export const withMaskedNumbers = (answers: Answers): Answers => withNumbers(answers, maskedIdentityNumber);

/** Answers of a snapshot for somebody who asked, with a reason, to see the identity numbers in full. */
export const withPrintedNumbers = (answers: Answers): Answers => withNumbers(answers, printedIdentityNumber);

function withNumbers(answers: Answers, words: (kind: IdentityDocumentKind, number: string) => string): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([question, value]) => {
      if (!sealedQuestions.has(question) || typeof value !== "string") return [question, value];
      const kind = identityDocumentKinds.find((it) => it === answers[question.replace("_number", "_kind")]);
      return [question, words(kind ?? "passport", value)];
    }),
  );
}
