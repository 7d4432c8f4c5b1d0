import * as z from "zod";
import { evidenceKeys } from "./evidence";

export const fields = [
  "construction",
  "safety",
  "green_building",
  "planning",
  "tax",
  "accounting",
  "finance",
  "insurance",
  "legal",
  "medical",
  "maritime",
  "tourism",
  "social_work",
  "education",
  "veterinary",
  "culture",
] as const;
export type Field = (typeof fields)[number];

export const authorityCodes = [
  "qianhai-authority",
  "natural-resources",
  "tax-service",
  "justice-bureau",
  "finance-bureau",
  "financial-associations",
  "health-commission",
  "tourism-authority",
  "culture-authority",
  "maritime-administration",
  "civil-affairs",
  "education-bureau",
  "agriculture-authority",
] as const;
export type AuthorityCode = (typeof authorityCodes)[number];

export const routes = [
  "file",
  "register",
  "recognise",
  "training",
  "mainland_law_test",
  "special_examination",
  "mainland_qualification",
] as const;
export type Route = (typeof routes)[number];

export const jurisdictions = ["HK", "MO", "UK", "US", "AU", "SG", "INT"] as const;
export type Jurisdiction = (typeof jurisdictions)[number];

export const filers = ["professional", "institution"] as const;
export type Filer = (typeof filers)[number];

export const provenances = ["sourced", "inferred"] as const;
export type Provenance = (typeof provenances)[number];

/** What may be wrong in a column; the messages `fields.row.*` say it and name the column. */
export const rowFaults = [
  "missing",
  "empty",
  "too_long",
  "not_a_code",
  "not_one_of",
  "unknown_evidence",
  "not_years",
  "not_a_date",
  "ends_before_start",
  "not_an_address",
  "unknown_column",
] as const;
export type RowFault = (typeof rowFaults)[number];

const message = (fault: RowFault) => `fields.row.${fault}` as const;
const problem = (fault: RowFault) => ({ error: message(fault) });

const text = z.string(problem("missing")).trim().min(1, problem("empty")).max(500, problem("too_long"));
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, problem("not_one_of"));
const textOrNull = (rule: z.ZodType, fault: RowFault) =>
  z
    .string(problem("missing"))
    .refine((value) => value === "" || rule.safeParse(value).success, problem(fault))
    .transform((value) => value || null);

const day = textOrNull(z.iso.date(), "not_a_date");
const address = textOrNull(z.url({ protocol: /^https?$/ }), "not_an_address");
const years = textOrNull(z.string().regex(/^([1-9]|[1-4]\d)$/), "not_years").transform((value) =>
  value === null ? null : Number(value),
);

const codePattern = /^QH(-[A-Z0-9]+){2,}$/;

/** Whether this can be the code of an entry: what cannot is nobody's, and never troubles the database. */
export const isEntryCode = (text: string) => codePattern.test(text);

/** One row of the accreditation list, as the spreadsheet has it. */
export const listRowSchema = z
  .strictObject({
    code: z.string(problem("missing")).regex(codePattern, problem("not_a_code")),
    field: oneOf(fields),
    competent_authority: oneOf(authorityCodes),
    route: oneOf(routes),
    jurisdiction: oneOf(jurisdictions),
    qualification_en: text,
    qualification_zh_hant: text,
    qualification_zh_hans: text,
    issuing_body_en: text,
    issuing_body_zh_hant: text,
    issuing_body_zh_hans: text,
    mainland_counterpart_en: text,
    mainland_counterpart_zh_hans: text,
    scope_of_practice_en: text,
    scope_of_practice_zh_hant: text,
    scope_of_practice_zh_hans: text,
    evidence_required: z
      .string(problem("missing"))
      .transform((keys) => keys.split("|"))
      .pipe(z.array(z.enum(evidenceKeys, problem("unknown_evidence")))),
    experience_years: years,
    clean_record_years: years,
    filed_by: oneOf(filers),
    effective_from: day,
    effective_to: day,
    confirmed: oneOf(["yes", "no"]).transform((word) => word === "yes"),
    provenance: oneOf(provenances),
    source_url: address,
  })
  .refine((row) => !row.effective_from || !row.effective_to || row.effective_from <= row.effective_to, {
    path: ["effective_to"],
    ...problem("ends_before_start"),
  });

export type ListRow = z.infer<typeof listRowSchema>;
export type ListColumn = keyof ListRow;

export const listColumns = Object.keys(listRowSchema.shape) as ListColumn[];

export type RowProblem = { column: string; message: string };

/** Everything wrong with a row, each problem with the column it stands in. */
export function rowProblems(error: z.ZodError): RowProblem[] {
  return error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((column) => ({ column, message: message("unknown_column") }))
      : [{ column: String(issue.path[0]), message: issue.message }],
  );
}
