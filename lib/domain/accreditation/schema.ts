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
  "twice",
  "not_its_field",
  "not_its_authority",
] as const;
export type RowFault = (typeof rowFaults)[number];

const message = (fault: RowFault) => `fields.row.${fault}` as const;

const codePattern = /^QH(-[A-Z0-9]+){2,}$/;

/** Whether this can be the code of an entry: what cannot is nobody's, and never troubles the database. */
export const isEntryCode = (text: string) => codePattern.test(text);

/** The rules of what a version of an entry says, column by column, with a message for each fault. */
function contentShape<M extends string>(messageOf: (fault: RowFault) => M) {
  const problem = (fault: RowFault) => ({ error: messageOf(fault) });
  const text = z.string(problem("missing")).trim().min(1, problem("empty")).max(500, problem("too_long"));
  const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, problem("not_one_of"));
  const textOrNull = (rule: z.ZodType, fault: RowFault) =>
    z
      .string(problem("missing"))
      .trim()
      .refine((value) => value === "" || rule.safeParse(value).success, problem(fault))
      .transform((value) => value || null);
  const day = textOrNull(z.iso.date(), "not_a_date");
  const years = textOrNull(z.string().regex(/^([1-9]|[1-4]\d)$/), "not_years").transform((value) =>
    value === null ? null : Number(value),
  );
  return {
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
    evidence_required: z.array(z.enum(evidenceKeys, problem("unknown_evidence")), problem("missing")),
    experience_years: years,
    clean_record_years: years,
    filed_by: oneOf(filers),
    effective_from: day,
    effective_to: day,
    confirmed: oneOf(["yes", "no"]).transform((word) => word === "yes"),
    provenance: oneOf(provenances),
    source_url: textOrNull(z.url({ protocol: /^https?$/ }), "not_an_address"),
  };
}

type Period = { effective_from: string | null; effective_to: string | null };
const endsInOrder = ({ effective_from: from, effective_to: to }: Period) => !from || !to || from <= to;

const inRow = contentShape(message);
const rowProblem = (fault: RowFault) => ({ error: message(fault) });

/** One row of the accreditation list, as the spreadsheet has it. */
export const listRowSchema = z
  .strictObject({
    code: z.string(rowProblem("missing")).regex(codePattern, rowProblem("not_a_code")),
    field: z.enum(fields, rowProblem("not_one_of")),
    competent_authority: z.enum(authorityCodes, rowProblem("not_one_of")),
    ...inRow,
    evidence_required: z
      .string(rowProblem("missing"))
      .transform((keys) => keys.split("|"))
      .pipe(inRow.evidence_required),
  })
  .refine(endsInOrder, { path: ["effective_to"], ...rowProblem("ends_before_start") });

/** What a form says of each fault, where its field stands beside it. */
const inForm = {
  missing: "validation.required",
  empty: "validation.required",
  too_long: "validation.too_long",
  not_a_code: "validation.invalid",
  not_one_of: "validation.choose_one",
  unknown_evidence: "validation.choose_any",
  not_years: "validation.years",
  not_a_date: "validation.date",
  ends_before_start: "validation.end_before_start",
  not_an_address: "validation.link",
  unknown_column: "validation.invalid",
  twice: "validation.invalid",
  not_its_field: "validation.invalid",
  not_its_authority: "validation.invalid",
} as const satisfies Record<RowFault, string>;

const formShape = contentShape((fault) => inForm[fault]);

/** The same words of one entry, as an administrator types them. */
export const entryFormSchema = z
  .strictObject({
    entry: z.string().refine(isEntryCode),
    version: z.coerce.number<string>().int().positive(),
    ...formShape,
    evidence_required: formShape.evidence_required.min(1, inForm.unknown_evidence),
  })
  .refine(endsInOrder, { path: ["effective_to"], error: inForm.ends_before_start });
export type EntryFormInput = z.output<typeof entryFormSchema>;

export type ListRow = z.infer<typeof listRowSchema>;
export type ListColumn = keyof ListRow;

export const listColumns = Object.keys(listRowSchema.shape) as ListColumn[];

/** What a version says of its entry, which itself never changes its code and field. */
export type EntryContent = Omit<ListRow, "code" | "field" | "competent_authority">;
export type ContentColumn = keyof EntryContent;

export const contentColumns = Object.keys(inRow) as ContentColumn[];

export type RowProblem = { column: string; message: string };

/** Everything wrong with a row, each problem with the column it stands in. */
export function rowProblems(error: z.ZodError): RowProblem[] {
  return error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((column) => ({ column, message: message("unknown_column") }))
      : [{ column: String(issue.path[0]), message: issue.message }],
  );
}
