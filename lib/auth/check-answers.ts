import { cookies } from "next/headers";
import { database } from "@/lib/data/client";
import { findPublishedEntry } from "@/lib/data/entries";
import { isEntryCode } from "@/lib/domain/accreditation/schema";
import { officeDay } from "@/lib/domain/calendar/working-days";
import {
  answeredAnew,
  answersThatHold,
  checkFormSchema,
  nextQuestion,
  questionsFor,
  type CheckAnswers,
  type CheckQuestion,
} from "@/lib/domain/eligibility/questions";
import type { AnswerCheckInput } from "@/lib/domain/eligibility/schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import type { Visitor } from "./access";
import { parse } from "./parse";
import { checkCookie, cookieOptions, openCheck, sealCheck } from "./session-token";

/** How long the answers of a check are kept, in minutes. */
export const checkMinutes = 60;

export type AnsweredCheck = { entry: string; next: CheckQuestion | null };

/** What was answered in this browser for an entry; nothing where another one was checked last. */
export async function currentCheck(entry: string): Promise<CheckAnswers> {
  const progress = await openCheck((await cookies()).get(checkCookie)?.value);
  return progress?.entry === entry ? progress.answers : {};
}

/** Keeps the answer to one question in the browser that gave it, and says which is still to be answered. */
export async function answerCheck(
  _visitor: Visitor,
  { entry: code, question, ...typed }: AnswerCheckInput,
  now: Date,
): Promise<Result<AnsweredCheck>> {
  const entry = isEntryCode(code) && (await findPublishedEntry(database, code));
  if (!entry) return refuse({ code: "not_found" });
  const today = officeDay(now);
  const known = answersThatHold(entry, await currentCheck(code), today);
  if (!questionsFor(entry).includes(question)) return refuse({ code: "not_found" });

  const answered = parse(checkFormSchema(question, entry, today), typed);
  if (!answered.ok) return answered;
  const answers = answersThatHold(entry, answeredAnew(known, question, answered.value), today);
  const seconds = checkMinutes * 60;
  (await cookies()).set(checkCookie, await sealCheck({ entry: code, answers }, seconds), {
    ...cookieOptions,
    maxAge: seconds,
  });
  return ok({ entry: code, next: nextQuestion(entry, answers, today) });
}
