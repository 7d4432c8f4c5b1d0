import * as z from "zod";
import { formerNameFields, isFormerNameGiven, isFormerNameInOrder } from "@/lib/domain/filing/former-name";
import { problemsIn } from "@/lib/domain/form-problems";
import { normalisePhone } from "@/lib/domain/person/phone";
import { hasLastDay, identityDocumentKinds, type IdentityDocumentKind } from "@/lib/domain/person/identity-document";

/** The part of a list entry that decides what is asked: one source for page, form, self-test and checklist. */
export type EntryRules = {
  code: string;
  field: string;
  evidence: readonly string[];
  experienceYears: number | null;
  cleanRecordYears: number | null;
};

export const answerTasks = [
  "names",
  "identity",
  "contact",
  "home_registration",
  "institution",
  "experience",
  "declarations",
] as const;
/** A task whose pages ask questions. */
export type AnswerTask = (typeof answerTasks)[number];
/** Every task of the list, in its order. */
export type Task = "consent" | AnswerTask | "documents" | "check";

export type Job = { employer: string; role: string; from: string; to: string; share: string };
export type AnswerValue = string | Job[];
/** What has been answered so far, by question. Unanswered questions are absent. */
export type Answers = Record<string, AnswerValue | undefined>;

const required = "validation.required";
const text = (most: number) => z.string().trim().min(1, required).max(most, "validation.too_long");
const optionalText = (most: number) => z.string().trim().max(most, "validation.too_long").optional();
const day = z.iso.date("validation.date");
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "validation.month");
const choice = <const T extends readonly [string, ...string[]]>(options: T) => z.enum(options, required);

const identityKinds: Record<string, readonly [IdentityDocumentKind, ...IdentityDocumentKind[]]> = {
  id_hkid: ["hkid"],
  id_macao: ["macao_id"],
  id_passport: ["passport"],
};
export const permitKinds = [
  "home_return_permit",
  "home_return_permit_non_chinese",
  "residence_permit",
] as const satisfies readonly IdentityDocumentKind[];

/** The kinds of identity paper this entry accepts. */
export function identityKindsFor(rules: EntryRules): readonly [IdentityDocumentKind, ...IdentityDocumentKind[]] {
  const key = rules.evidence.find((evidence) => evidence in identityKinds);
  return (key && identityKinds[key]) || identityDocumentKinds;
}

/** Does this entry ask for liability insurance? */
export function asksForInsurance(rules: Pick<EntryRules, "evidence">): boolean {
  return rules.evidence.includes("pi_insurance");
}

/** Does this entry ask for a travel permit? */
export function asksForPermit(rules: EntryRules): boolean {
  return rules.evidence.includes("travel_permit");
}

export const jobSchema = z
  .strictObject({
    employer: text(200),
    role: text(120),
    from: month,
    to: z.union([month, z.literal("")]),
    share: z.string().regex(/^([1-9]\d?|100)$/, "validation.share"),
  })
  .refine((job) => job.to === "" || job.from <= job.to, { path: ["to"], error: "validation.end_before_start" });

const names = z
  .strictObject({
    name_zh: optionalText(40),
    surname: optionalText(80),
    given_names: optionalText(120),
    name_on_home_register: text(200),
    ...formerNameFields,
  })
  .refine((it) => it.name_zh || it.surname || it.given_names, { path: ["surname"], error: "validation.one_name" })
  .refine(isFormerNameGiven, { path: ["former_surname"], error: "validation.one_name" })
  .refine(isFormerNameInOrder, { path: ["former_name_until"], error: "validation.end_before_start" });

const identity = (rules: EntryRules) =>
  z
    .strictObject({
      identity_kind: choice(identityKindsFor(rules)),
      identity_number: text(40),
      identity_reread: z.literal("yes").optional(),
      issuing_state: z.string().trim().max(60, "validation.too_long").optional(),
      identity_expires_on: day.optional(),
      ...(asksForPermit(rules) && {
        permit_kind: choice(permitKinds),
        permit_number: text(40),
        permit_reread: z.literal("yes").optional(),
        permit_expires_on: day,
      }),
    })
    .refine((it) => it.identity_kind !== "passport" || it.issuing_state, { path: ["issuing_state"], error: required })
    .refine((it) => it.identity_kind !== "passport" || it.identity_expires_on, {
      path: ["identity_expires_on"],
      error: required,
    });

const contact = z.strictObject({
  mobile: text(60).refine((typed) => normalisePhone(typed) !== null, "validation.mobile"),
  in_baseline: choice(["yes", "no"]),
});

const homeRegistration = z
  .strictObject({
    home_registration_number: text(60),
    home_registered_on: day,
    home_registration_until: day,
  })
  .refine((it) => it.home_registered_on <= it.home_registration_until, {
    path: ["home_registration_until"],
    error: "validation.end_before_start",
  });

export const institutionPlaces = ["qianhai", "shenzhen", "hong_kong", "macao", "elsewhere"] as const;

export const insuranceCurrencies = ["CNY", "HKD", "MOP", "USD", "EUR", "GBP"] as const;
/** What is asked of liability insurance, in the order of the page. */
export const insuranceQuestions = [
  "insurance_insurer",
  "insurance_policy",
  "insurance_currency",
  "insurance_sum",
  "insurance_qianhai",
  "insurance_from",
  "insurance_until",
] as const;

const insurance = {
  insurance_insurer: text(200),
  insurance_policy: text(80),
  insurance_currency: choice(insuranceCurrencies),
  insurance_sum: z.string("validation.required").regex(/^[1-9]\d{0,11}$/, "validation.number"),
  insurance_qianhai: choice(["yes", "no"]),
  insurance_from: day,
  insurance_until: day,
};

const institution = (rules: EntryRules) =>
  z
    .strictObject({
      institution_name: text(200),
      institution_place: choice(institutionPlaces),
      position: text(120),
      employed_since: day,
      ...(asksForInsurance(rules) && insurance),
    })
    .refine((it) => !it.insurance_from || !it.insurance_until || it.insurance_from <= it.insurance_until, {
      path: ["insurance_until"],
      error: "validation.end_before_start",
    });

const experience = (rules: EntryRules) =>
  z.strictObject({
    jobs: z
      .array(jobSchema)
      .min(rules.experienceYears ? 1 : 0, "validation.one_job")
      .max(20, "validation.too_many_jobs"),
  });

const declarations = z
  .strictObject({
    discipline: choice(["no", "yes"]),
    penalty: choice(["no", "yes"]),
    details: optionalText(2000),
    truth: z.literal("yes", "validation.must_declare"),
  })
  .refine((it) => (it.discipline === "no" && it.penalty === "no") || it.details, {
    path: ["details"],
    error: required,
  });

/** The schema of one task for one entry: the same at the form and at the server. */
export function taskSchema(task: AnswerTask, rules: EntryRules) {
  switch (task) {
    case "names":
      return names;
    case "identity":
      return identity(rules);
    case "contact":
      return contact;
    case "home_registration":
      return homeRegistration;
    case "institution":
      return institution(rules);
    case "experience":
      return experience(rules);
    case "declarations":
      return declarations;
  }
}

/** The questions of a task for an entry, in the order of the page. */
export function questionsOf(task: AnswerTask, rules: EntryRules): string[] {
  return Object.keys(taskSchema(task, rules).shape);
}

/** Questions whose answers are identity numbers: sealed at rest and masked on screen. */
export const sealedQuestions: ReadonlySet<string> = new Set(["identity_number", "permit_number"]);

/** Questions that are asked only for a certain answer to another: hidden ones are cleared when saved. */
export const shownWhen: Record<string, (answers: Answers) => boolean> = {
  issuing_state: (answers) => answers["identity_kind"] === "passport",
  identity_expires_on: (answers) =>
    identityDocumentKinds.some((kind) => kind === answers["identity_kind"] && hasLastDay(kind)),
  details: (answers) => answers["discipline"] === "yes" || answers["penalty"] === "yes",
};

/** What a task's answers are, without those that are not asked. */
export function answersTo(task: AnswerTask, rules: EntryRules, answers: Answers): Answers {
  return Object.fromEntries(
    questionsOf(task, rules).flatMap((question) => {
      const value = answers[question];
      const isAsked = shownWhen[question]?.(answers) ?? true;
      return value === undefined || value === "" || !isAsked ? [] : [[question, value]];
    }),
  );
}

/** Of answers that were given before the filing began those that its questions take as they stand; numbers are typed afresh. */
export function fittingAnswers(rules: EntryRules, given: Answers): Answers {
  return Object.fromEntries(
    answerTasks.flatMap((task) => {
      const shape: Record<string, z.ZodType> = taskSchema(task, rules).shape;
      return Object.entries(shape).flatMap(([question, schema]) => {
        const value = given[question];
        const fits = value !== undefined && !sealedQuestions.has(question) && schema.safeParse(value).success;
        return fits ? [[question, value]] : [];
      });
    }),
  );
}

export type Progress = "not_started" | "in_progress" | "completed";

/** How far a task's questions are answered. */
export function progressOf(task: AnswerTask, rules: EntryRules, answers: Answers): Progress {
  const given = answersTo(task, rules, answers);
  // An entry that asks for no years of practice is answered by an empty list, once it was looked at.
  if (taskSchema(task, rules).safeParse(given).success) return "completed";
  return Object.keys(given).length === 0 ? "not_started" : "in_progress";
}

/** What a task still lacks, by question, each with the key of its words: the first fault of each. */
export function faultsOf(task: AnswerTask, rules: EntryRules, answers: Answers): Record<string, string> {
  const given = answersTo(task, rules, answers);
  const { error } = taskSchema(task, rules).safeParse(given);
  const faults: Record<string, string> = {};
  // A fault in a post is a fault of the list.
  for (const [field, fault] of Object.entries(error ? problemsIn(error, given) : {})) {
    faults[field.split(".")[0] ?? field] ??= fault;
  }
  return faults;
}

/** The version of the texts of the declarations in the messages; raised whenever their meaning changes. */
export const declarationTextVersion = 1;

/** An answer in the form in which it is kept, where it has one; anything else as it was typed. */
export function keptForm(question: string, typed: string): string {
  // Thousands are set apart in many ways.
  if (question === "insurance_sum") return typed.normalize("NFKC").replace(/[\s,'.]/g, "");
  if (question.startsWith("former_name_") && /^\s*\p{Nd}+\s*$/u.test(typed)) return typed.normalize("NFKC").trim();
  return (question === "mobile" && normalisePhone(typed)) || typed.trim();
}

export const consentPurposes = ["identity_papers", "publication", "home_register_check", "project_contact"] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];
export const requiredConsents = [
  "identity_papers",
  "publication",
  "home_register_check",
] as const satisfies readonly ConsentPurpose[];
/** The version of the consent texts in the messages; raised whenever their meaning changes. */
export const consentTextVersion = 1;
