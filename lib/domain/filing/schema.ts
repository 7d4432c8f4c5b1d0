import * as z from "zod";
import { consentPurposes } from "@/lib/domain/filing/questions";
import { mostExtraDays } from "@/lib/domain/filing/rounds";

// What a browser may post. Whether an answer is right is judged by `taskSchema` with the rules of the entry.

const words = (most: number) => z.string().max(most, "validation.too_long").optional();
const id = z.uuid("validation.invalid");
const version = z.coerce.number().int().min(1);
const ticked = z.literal("yes").optional();

/** Where a page was opened from, and so where it leads back to. */
export const origins = ["check", "request"] as const;
export type Origin = (typeof origins)[number];

/** What every form about answers carries: the filing, the window it is open in, and what that window was shown. */
const openForm = {
  filingId: id,
  form: id,
  seen: z.string().max(64),
  from: z.enum(origins).optional(),
};

/** What a form that keeps its words carries: the window it is open in, and what that window was shown. */
const keptForm = { form: id.optional(), typed: z.string().max(64).optional() };
const keepingForm = { form: id, typed: z.string().max(64) };

export const startFilingSchema = z.strictObject({
  entry: z.string().trim().max(60),
  /** What the check before it asked already. */
  home_registration_until: words(20),
  identity_kind: words(40),
  permit_kind: words(40),
  discipline: words(3),
  penalty: words(3),
});
export type StartFilingInput = z.output<typeof startFilingSchema>;

/** The tasks whose answers are plain texts, each on one page. */
export const textTasks = ["names", "identity", "contact", "home_registration", "institution", "declarations"] as const;
export type TextTask = (typeof textTasks)[number];

export const saveAnswersSchema = z.strictObject({
  ...openForm,
  task: z.enum(textTasks),
  /** The language of the page, where what is declared there is kept with it. */
  locale: z.enum(["en", "zh-Hant", "zh-Hans"]).optional(),
  /** Pressed in place of Continue: keep what there is, and leave. */
  later: ticked,
  name_zh: words(200),
  surname: words(200),
  given_names: words(200),
  name_on_home_register: words(400),
  former_name_zh: words(200),
  former_surname: words(200),
  former_given_names: words(200),
  former_name_from: words(20),
  former_name_until: words(20),
  identity_kind: words(40),
  identity_number: words(80),
  identity_reread: words(3),
  issuing_state: words(200),
  identity_expires_on: words(20),
  permit_kind: words(40),
  permit_number: words(80),
  permit_reread: words(3),
  permit_expires_on: words(20),
  mobile: words(60),
  in_baseline: words(3),
  home_registration_number: words(200),
  home_registered_on: words(20),
  home_registration_until: words(20),
  institution_name: words(400),
  institution_place: words(40),
  position: words(400),
  employed_since: words(20),
  insurance_insurer: words(400),
  insurance_policy: words(200),
  insurance_currency: words(10),
  insurance_sum: words(40),
  insurance_qianhai: words(3),
  insurance_from: words(20),
  insurance_until: words(20),
  discipline: words(3),
  penalty: words(3),
  details: words(4000),
  truth: words(3),
});
export type SaveAnswersInput = z.output<typeof saveAnswersSchema>;

const place = z.union([z.literal("new"), z.coerce.number().int().min(0).max(19)]);

export const saveJobSchema = z.strictObject({
  ...openForm,
  /** Which post of the list, counted from 0, or a new one. */
  at: place,
  employer: words(400),
  role: words(400),
  from_month: words(20),
  to_month: words(20),
  current: ticked,
  share: words(10),
  typed: keptForm.typed,
});
export type SaveJobInput = z.output<typeof saveJobSchema>;

export const keepJobSchema = saveJobSchema.extend(keepingForm);
export type KeepJobInput = z.output<typeof keepJobSchema>;

export const removeJobSchema = z.strictObject({ ...openForm, at: z.coerce.number().int().min(0).max(19) });
export type RemoveJobInput = z.output<typeof removeJobSchema>;

export const finishExperienceSchema = z.strictObject(openForm);
export type FinishExperienceInput = z.output<typeof finishExperienceSchema>;

export const giveConsentSchema = z.strictObject({
  filingId: id,
  locale: z.enum(["en", "zh-Hant", "zh-Hans"]),
  from: z.enum(origins).optional(),
  identity_papers: ticked,
  publication: ticked,
  home_register_check: ticked,
  project_contact: ticked,
});
export type GiveConsentInput = z.output<typeof giveConsentSchema>;

export const withdrawConsentSchema = z.strictObject({ filingId: id, purpose: z.enum(consentPurposes) });
export type WithdrawConsentInput = z.output<typeof withdrawConsentSchema>;

export const submitFilingSchema = z.strictObject({ filingId: id, version });
export type SubmitFilingInput = z.output<typeof submitFilingSchema>;

export const answerItemSchema = z.strictObject({ filingId: id, itemId: id, answer: words(2000), ...keptForm });
export type AnswerItemInput = z.output<typeof answerItemSchema>;

export const keepItemSchema = answerItemSchema.extend(keepingForm);
export type KeepItemInput = z.output<typeof keepItemSchema>;

export const supplementFilingSchema = z.strictObject({ filingId: id, version });
export type SupplementFilingInput = z.output<typeof supplementFilingSchema>;

export const extendAnswerSchema = z.strictObject({
  filingId: id,
  version,
  days: z.coerce
    .number("validation.choose_one")
    .int()
    .min(1, "validation.choose_one")
    .max(mostExtraDays, "validation.choose_one"),
});
export type ExtendAnswerInput = z.output<typeof extendAnswerSchema>;

export const answerHearingSchema = z.strictObject({
  filingId: id,
  version,
  statement: z.string().trim().min(1, "validation.required").max(4000, "validation.too_long"),
  ...keptForm,
});
export type AnswerHearingInput = z.output<typeof answerHearingSchema>;

export const keepHearingSchema = z.strictObject({ filingId: id, statement: words(4000), ...keepingForm });
export type KeepHearingInput = z.output<typeof keepHearingSchema>;

export const objectSchema = z.strictObject({
  filingId: id,
  version,
  grounds: z.string().trim().min(1, "validation.required").max(8000, "validation.too_long"),
  ...keptForm,
});
export type ObjectInput = z.output<typeof objectSchema>;

export const keepObjectionSchema = z.strictObject({ filingId: id, grounds: words(8000), ...keepingForm });
export type KeepObjectionInput = z.output<typeof keepObjectionSchema>;

export const withdrawFilingSchema = z.strictObject({ filingId: id, version });
export type WithdrawFilingInput = z.output<typeof withdrawFilingSchema>;

export const deleteDraftSchema = z.strictObject({ filingId: id });
export type DeleteDraftInput = z.output<typeof deleteDraftSchema>;
