import * as z from "zod";
import { isIdentityPaper, papersFor, type EvidenceKey } from "@/lib/domain/accreditation/evidence";
import { asksForPermit, identityKindsFor, permitKinds, type EntryRules } from "@/lib/domain/filing/questions";

/** Everything the check may ask, in its order. Which of it is asked, the entry's version says. */
export const checkQuestions = [
  "home_registration",
  "identity_kind",
  "permit_kind",
  "practice",
  "record",
  "papers",
] as const;
export type CheckQuestion = (typeof checkQuestions)[number];

/** With the choice of the qualification the check never asks more than this. */
export const mostQuestions = 7;

/** What was answered, by field. */
export type CheckAnswers = Record<string, string | string[] | undefined>;

const required = "validation.required";
const choose = "validation.choose_one";
const day = z.iso.date("validation.date");
const yesNo = z.enum(["yes", "no"], choose);

/** The questions that an entry makes necessary, in their order. */
export function questionsFor(rules: EntryRules): CheckQuestion[] {
  return checkQuestions.filter((question) => isAsked[question](rules));
}

const isAsked: Record<CheckQuestion, (rules: EntryRules) => boolean> = {
  home_registration: () => true,
  identity_kind: () => true,
  permit_kind: asksForPermit,
  practice: ({ experienceYears }) => Boolean(experienceYears),
  record: () => true,
  papers: (rules) => papersToHold(rules).length > 0,
};

/** What somebody must be able to show beyond what the other questions ask: a contract, a pass, a check of health. */
export function papersToHold(rules: Pick<EntryRules, "evidence">): EvidenceKey[] {
  return papersFor(rules)
    .filter(({ key, isRequired }) => isRequired && !isIdentityPaper(key) && !isAskedElsewhere.has(key))
    .map(({ key }) => key);
}

const isAskedElsewhere: ReadonlySet<EvidenceKey> = new Set(["registration_certificate", "practice_experience_3y"]);

/** The schema of one question for one entry on one day. */
function checkSchema(question: CheckQuestion, rules: EntryRules, today: string) {
  switch (question) {
    case "home_registration":
      return z
        .strictObject({ registered: yesNo, home_registration_until: day.optional() })
        .refine((it) => it.registered === "no" || it.home_registration_until, {
          path: ["home_registration_until"],
          error: "validation.date",
        });
    case "identity_kind":
      return z.strictObject({ identity_kind: z.enum([...identityKindsFor(rules), "none"], choose) });
    case "permit_kind":
      return z.strictObject({ permit_kind: z.enum([...permitKinds, "none"], choose) });
    case "practice":
      return z
        .strictObject({
          years: z
            .string()
            .regex(/^\d{1,2}$/, "validation.number")
            .optional(),
          months: z
            .string()
            .regex(/^(\d|1[01])$/, "validation.months")
            .optional(),
        })
        .refine((it) => it.years ?? it.months, { path: ["years"], error: required });
    case "record":
      return z
        .strictObject({ record: yesNo, latest: day.refine((it) => it <= today, "validation.date_past").optional() })
        .refine((it) => !asksForLatest(rules, it) || it.latest, { path: ["latest"], error: "validation.date" });
    case "papers":
      return z.strictObject({
        papers: z
          .array(z.enum([...papersToHold(rules), "none"], "validation.choose_any"), "validation.choose_any")
          .min(1, "validation.choose_any")
          .refine((held) => held.length === 1 || !held.includes("none"), "validation.some_or_none"),
      });
  }
}

/** The schema of a question as its form speaks it: empty fields are no answer. The same on Continue and at the server. */
export function checkFormSchema(question: CheckQuestion, rules: EntryRules, today: string) {
  return z.preprocess((typed) => answersTo(question, rules, fieldsIn(typed)), checkSchema(question, rules, today));
}

/** What was answered to one question, without what is not asked. */
export function answersTo(question: CheckQuestion, rules: EntryRules, given: CheckAnswers): CheckAnswers {
  return Object.fromEntries(
    fieldsOf[question].flatMap((field) => {
      const value = read(field, given[field]);
      const isHidden = hiddenWhen[field]?.(rules, given) ?? false;
      return value === undefined || value.length === 0 || isHidden ? [] : [[field, value]];
    }),
  );
}

const fieldsOf: Record<CheckQuestion, readonly string[]> = {
  home_registration: ["registered", "home_registration_until"],
  identity_kind: ["identity_kind"],
  permit_kind: ["permit_kind"],
  practice: ["years", "months"],
  record: ["record", "latest"],
  papers: ["papers"],
};

/** The answers with those to one question given anew. */
export function answeredAnew(known: CheckAnswers, question: CheckQuestion, answered: CheckAnswers): CheckAnswers {
  const others = Object.entries(known).filter(([field]) => !fieldsOf[question].includes(field));
  return { ...Object.fromEntries(others), ...answered };
}

// What is asked further only for a certain answer.
const hiddenWhen: Record<string, (rules: EntryRules, given: CheckAnswers) => boolean> = {
  home_registration_until: (_rules, { registered }) => registered !== "yes",
  latest: (rules, given) => !asksForLatest(rules, given),
};

/** Since when a record is clean matters only where an entry counts the years. */
function asksForLatest({ cleanRecordYears }: EntryRules, { record }: CheckAnswers): boolean {
  return record === "yes" && Boolean(cleanRecordYears);
}

/** The answers as they count on this day: those to questions that are asked and that still make sense. */
export function answersThatHold(rules: EntryRules, given: CheckAnswers, today: string): CheckAnswers {
  return Object.assign(
    {},
    ...questionsFor(rules).map((question) => {
      const answered = checkFormSchema(question, rules, today).safeParse(given);
      return answered.success ? answered.data : {};
    }),
  ) as CheckAnswers;
}

/** The first question without an answer, or null where all are answered. */
export function nextQuestion(rules: EntryRules, given: CheckAnswers, today: string): CheckQuestion | null {
  return questionsFor(rules).find((it) => !checkFormSchema(it, rules, today).safeParse(given).success) ?? null;
}

/** May this question be asked now: is it one of the entry's, and is every one before it answered? */
export function isReached(
  question: string,
  rules: EntryRules,
  given: CheckAnswers,
  today: string,
): question is CheckQuestion {
  const asked = questionsFor(rules);
  const next = nextQuestion(rules, given, today);
  const at = asked.findIndex((it) => it === question);
  return at >= 0 && (next === null || at <= asked.indexOf(next));
}

function fieldsIn(typed: unknown): CheckAnswers {
  return typeof typed === "object" && typed !== null ? (typed as CheckAnswers) : {};
}

// One box and several post the same answer in two shapes; digits may be typed in full width.
function read(field: string, value: string | string[] | undefined): string | string[] | undefined {
  if (field === "papers") return typeof value === "string" ? [value] : value;
  return typeof value === "string" ? value.normalize("NFKC").trim() : value;
}
