import type { ExaminationRow } from "@/lib/data/examinations";
import type { FilingRow } from "@/lib/data/filing-facts";
import { sealedQuestions, type Answers, type Job } from "@/lib/domain/filing/questions";
import { practiceBy } from "@/lib/domain/filing/practice";
import {
  identityDocumentKinds,
  maskedIdentityNumber,
  printedIdentityNumber,
} from "@/lib/domain/person/identity-document";
import { answersOf } from "@/lib/services/filing-facts";
import { openWords, sealedAbout, type PersonKey } from "@/lib/services/person-seal";

/** One answer as a reviewer reads it; an identity number is masked unless it was asked for with a reason. */
export type Fact = { question: string; value: string | Job[] | null; isChanged: boolean };
/** What opens sealed answers, and until when they are shown as they are. */
export type Secrets = { key: PersonKey | null; shownUntil: Date | null };

/** The answers with sealed ones opened, and masked again unless they were asked for. */
export function openedAnswers(row: FilingRow, details: ExaminationRow, { key, shownUntil }: Secrets): Answers {
  const answers = answersOf(row);
  const numbers = details.sealed.map(({ question, sealed }) => {
    if (!key) return [question, undefined];
    const number = openWords(key, Buffer.from(sealed, "hex"), sealedAbout.answer(row.id, question));
    const said = answers[question === "permit_number" ? "permit_kind" : "identity_kind"];
    const kind = identityDocumentKinds.find((it) => it === said) ?? "passport";
    return [question, shownUntil ? printedIdentityNumber(kind, number) : maskedIdentityNumber(kind, number)];
  });
  return { ...answers, ...Object.fromEntries(numbers) };
}

/** The answers to some questions as a reviewer reads them, those that changed since the first submission marked. */
export function factsOf(questions: readonly string[], answers: Answers, details: ExaminationRow): Fact[] {
  const first = details.submissions[0]?.at;
  const changedAt = new Map(details.answeredAt.map(({ question, at }) => [question, at]));
  return questions.flatMap((question) => {
    const value = answers[question] ?? null;
    // What was never asked, such as the issuing state of an identity card, is no gap.
    if (value === null && !alwaysAsked.has(question)) return [];
    const at = changedAt.get(question);
    const isChanged = first !== undefined && at !== undefined && new Date(at) > new Date(first);
    return [{ question, value, isChanged }];
  });
}

const alwaysAsked = new Set([...sealedQuestions, "name_zh", "surname", "given_names", "home_registration_until"]);

/** How long somebody has practised by what they said, or null where they were not asked. */
export function practiceOf(answers: Answers, today: string): { months: number } | null {
  const jobs = answers["jobs"];
  if (!Array.isArray(jobs)) return null;
  return { months: practiceBy(jobs, today).months };
}

/** An answer of words, or null. */
export const textOf = (answer: Answers[string]): string | null =>
  typeof answer === "string" && answer !== "" ? answer : null;
