import * as z from "zod";
import type { PostTime } from "@/lib/domain/filing/practice";
import {
  answersTo,
  jobSchema,
  type requiredConsents,
  sealedQuestions,
  taskSchema,
  type Answers,
  type AnswerTask,
  type EntryRules,
  type Job,
} from "@/lib/domain/filing/questions";
import {
  checkIdentityNumber,
  identityDocumentKinds,
  type IdentityWarning,
} from "@/lib/domain/person/identity-document";

/** Stands for a sealed answer that was given before and is not typed again. */
export const keptSealed = "sealed";

/** What a form says as answers to a task: what is not asked falls away, and a sealed number that is left empty stays. */
export function readAnswers(task: AnswerTask, rules: EntryRules, typed: Answers, kept: readonly string[]): Answers {
  const standing = kept.filter((question) => sealedQuestions.has(question) && !typed[question]);
  return answersTo(task, rules, {
    ...typed,
    ...Object.fromEntries(standing.map((question) => [question, keptSealed])),
  });
}

/** The schema of a task as its form speaks it: fields left empty are no answer. The same on Continue and at the server. */
export function taskFormSchema(task: AnswerTask, rules: EntryRules, kept: readonly string[] = []) {
  return z.preprocess((typed) => readAnswers(task, rules, answersIn(typed), kept), taskSchema(task, rules));
}

/** A post as its form speaks it: two fields make a month, and one that goes on has no end. */
export const jobFormSchema = z.preprocess((typed) => {
  const { employer = "", role = "", from_month = "", to_month = "", current, share = "" } = answersIn(typed);
  const to = current === "yes" ? "" : monthOf(to_month) || "-";
  return { employer, role, from_month: monthOf(from_month), to_month: to, share };
}, jobShape());

function jobShape() {
  const { employer, role, from, to, share } = jobSchema.shape;
  return z
    .strictObject({ employer, role, from_month: from, to_month: to, share })
    .refine((job) => job.to_month === "" || job.from_month <= job.to_month, {
      path: ["to_month"],
      error: "validation.end_before_start",
    })
    .transform(({ from_month, to_month, ...job }): Job => ({ ...job, from: from_month, to: to_month }));
}

/** The time of a post as its form says it so far, its names aside; null while that is none yet. */
export function timeInForm(typed: unknown): PostTime | null {
  const read = jobFormSchema.safeParse({ ...answersIn(typed), employer: "-", role: "-" });
  return read.success ? read.data : null;
}

// A form gives a month as a date without its day: "2019-9-".
function monthOf(typed: unknown): string {
  const [year = "", month = ""] = String(typed).normalize("NFKC").replace(/\s/g, "").split("-");
  return year || month ? `${year}-${month.padStart(2, "0")}` : "";
}

/** The months of a post as its form shows them. */
export function jobDefaults(job: Job): Record<string, string> {
  const { employer, role, from, to, share } = job;
  return { employer, role, from_month: from, to_month: to, share, ...(to === "" && { current: "yes" }) };
}

const needed = (purpose: (typeof requiredConsents)[number]) => z.literal("yes", `validation.consent_${purpose}`);

/** The consents as their form speaks them: those a filing cannot do without must be ticked. */
export const consentFormSchema = z.object({
  identity_papers: needed("identity_papers"),
  publication: needed("publication"),
  home_register_check: needed("home_register_check"),
});

const numbered = [
  { kind: "identity_kind", number: "identity_number", reread: "identity_reread" },
  { kind: "permit_kind", number: "permit_number", reread: "permit_reread" },
] as const;

export type NumberWarning = { number: string; reread: string; warning: IdentityWarning };

/** The numbers that do not fit their kind of document: whoever typed them is asked to read them again, and believed. */
export function numberWarnings(answers: Answers): NumberWarning[] {
  return numbered.flatMap(({ kind, number, reread }) => {
    const document = identityDocumentKinds.find((it) => it === answers[kind]);
    const typed = answers[number];
    if (!document || typeof typed !== "string" || typed === "") return [];
    const warning = checkIdentityNumber(document, typed);
    return warning ? [{ number, reread, warning }] : [];
  });
}

function answersIn(typed: unknown): Answers {
  return typeof typed === "object" && typed !== null ? (typed as Answers) : {};
}
