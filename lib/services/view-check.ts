import { readWorkingCalendar } from "@/lib/data/calendar";
import { database } from "@/lib/data/client";
import { findPublishedEntry, type EntryDetail } from "@/lib/data/entries";
import { isEntryCode, type Route } from "@/lib/domain/accreditation/schema";
import { papersFor, type Paper } from "@/lib/domain/accreditation/evidence";
import { addWorkingDays, officeDay } from "@/lib/domain/calendar/working-days";
import { carriedAnswers, obstaclesIn, type Obstacle } from "@/lib/domain/eligibility/obstacles";
import {
  answersThatHold,
  nextQuestion,
  questionsFor,
  type CheckAnswers,
  type CheckQuestion,
} from "@/lib/domain/eligibility/questions";
import { whyClosed, type ClosedReason } from "@/lib/domain/filing/opening";
import { fittingAnswers, type EntryRules } from "@/lib/domain/filing/questions";
import { ok, refuse, type Result } from "@/lib/domain/result";

export type CheckView = Pick<
  EntryDetail,
  "code" | "qualification" | "issuingBody" | "version" | "publishedOn" | "effectiveFrom" | "effectiveTo" | "authority"
> & {
  route: Route;
  rules: EntryRules;
  today: string;
  closed: ClosedReason | null;
  questions: CheckQuestion[];
  answers: CheckAnswers;
  next: CheckQuestion | null;
};

/** The check of one entry as its published version asks it today, with what was answered so far. */
export async function viewCheck(code: string, given: CheckAnswers, now: Date): Promise<Result<CheckView>> {
  const entry = isEntryCode(code) && (await findPublishedEntry(database, code));
  if (!entry) return refuse({ code: "not_found" });
  const today = officeDay(now);
  const { field, evidence, experienceYears, cleanRecordYears } = entry;
  const rules = { code, field, evidence, experienceYears, cleanRecordYears };
  const answers = answersThatHold(rules, given, today);
  return ok({
    code,
    qualification: entry.qualification,
    issuingBody: entry.issuingBody,
    version: entry.version,
    publishedOn: entry.publishedOn,
    effectiveFrom: entry.effectiveFrom,
    effectiveTo: entry.effectiveTo,
    authority: entry.authority,
    route: entry.route,
    rules,
    today,
    closed: whyClosed(entry, today),
    questions: questionsFor(rules),
    answers,
    next: nextQuestion(rules, answers, today),
  });
}

export type CheckResult = {
  obstacles: Obstacle[];
  papers: Paper[];
  /** Which answers a filing takes over, by question. */
  carried: Record<string, string>;
  /** The day by which a filing sent today would be decided, where the home registration ends before it. */
  endsBefore: string | null;
};

/** What the answers of a finished check come to. */
export async function viewCheckResult({ rules, answers, today, authority }: CheckView): Promise<CheckResult> {
  const days = authority.acceptanceDays + authority.decisionDays;
  const decided = addWorkingDays(today, days, await readWorkingCalendar(database)).date;
  const until = answers["home_registration_until"];
  return {
    obstacles: obstaclesIn(rules, answers, today),
    papers: papersFor(rules),
    carried: carriedInto(rules, answers, today),
    endsBefore: typeof until === "string" && today <= until && until < decided ? decided : null,
  };
}

/** Which answers of a check a filing for the same entry takes over. */
export function carriedInto(rules: EntryRules, answers: CheckAnswers, today: string): Record<string, string> {
  const fitting = Object.entries(fittingAnswers(rules, carriedAnswers(answers, today)));
  return Object.fromEntries(
    fitting.flatMap(([question, value]) => (typeof value === "string" ? [[question, value]] : [])),
  );
}
