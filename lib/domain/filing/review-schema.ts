import * as z from "zod";
import {
  askAgainReasons,
  declineReasons,
  findingResults,
  holdReasons,
  refusalReasons,
  reopenReasons,
  returnReasons,
} from "@/lib/domain/filing/checks";
import { sameOrNot } from "@/lib/domain/filing/look-alikes";

// What reviewers send: the same at the form and at the server.

const id = z.uuid("validation.invalid");
const version = z.coerce.number().int().positive();
const note = z.string().trim().max(4000, "validation.too_long");
const neededNote = note.min(1, "validation.reasons");
const text = z.string().trim().min(1, "validation.required").max(2000, "validation.too_long");
const scope = z.string().trim().min(1, "validation.required").max(1000, "validation.too_long");
const choice = <const T extends readonly [string, ...string[]]>(options: T) => z.enum(options, "validation.choose_one");
const choices = <const T extends readonly [string, ...string[]]>(options: T) =>
  z.array(choice(options), "validation.choose_any").min(1, "validation.choose_any").max(options.length);

/** A step on the filing as it was seen, which needs no words. */
export const seenSchema = z.strictObject({ filingId: id, version });
export type SeenInput = z.output<typeof seenSchema>;

/** Does a finding rest on a look-up in the register of the board? */
function needsSource({ check, result }: { check: string; result: string }): boolean {
  return check === "home_registration" && (result === "met" || result === "not_met");
}

export const lookUpSchema = z.strictObject({ filingId: id, revision: z.coerce.number().int().min(0) });
export type LookUpInput = z.output<typeof lookUpSchema>;

export const findingSchema = z
  .strictObject({
    filingId: id,
    check: z.string().min(1).max(60),
    result: choice(findingResults),
    note: z.string().trim().max(2000, "validation.too_long"),
    /** The revision that was on the page; 0 where there was none. */
    revision: z.coerce.number().int().min(0),
    /** The address at which the home register was looked up. */
    source: z.union([z.literal(""), z.url({ protocol: /^https?$/, error: "validation.web_address" })]).optional(),
    /** Sent by a browser without script, which is led back to its place. */
    plain: z.literal("yes").optional(),
  })
  // What does not hold is said, or nobody could answer it.
  .refine((it) => it.result !== "not_met" || it.note !== "", { path: ["note"], error: "validation.reasons" })
  // A registration at home is confirmed or denied by its register only.
  .refine((it) => !needsSource(it) || it.source, { path: ["source"], error: "validation.web_address" });
export type FindingInput = z.output<typeof findingSchema>;

export const declineSchema = z.strictObject({
  filingId: id,
  version,
  reasons: choices(declineReasons),
  note: neededNote,
});
export type DeclineInput = z.output<typeof declineSchema>;

const mostItems = 40;
export const requestOutcomes = ["close_no_response", "decide_on_file"] as const;
export const requestSchema = z
  .strictObject({
    filingId: id,
    version,
    outcome: choice(requestOutcomes),
    /** Asked of a second notice only. */
    reason: choice(askAgainReasons).optional(),
    /** The checks whose findings say "missing", and what to tell the professional of each, in the same order. */
    checks: z.array(z.string().max(60)).min(1, "validation.required").max(mostItems),
    texts: z.array(text).min(1, "validation.required").max(mostItems),
  })
  .refine((it) => it.checks.length === it.texts.length, { path: ["texts"], error: "validation.required" });
export type RequestInput = z.output<typeof requestSchema>;

export const proposeApprovalSchema = z.strictObject({
  filingId: id,
  version,
  scope_en: scope,
  scope_zh_hant: scope,
  scope_zh_hans: scope,
  note,
});
export type ProposeApprovalInput = z.output<typeof proposeApprovalSchema>;

export const proposeRefusalSchema = z.strictObject({
  filingId: id,
  version,
  reasons: choices(refusalReasons),
  note: neededNote,
});
export type ProposeRefusalInput = z.output<typeof proposeRefusalSchema>;

/** `outcome` is what the confirmer read in the proposal. */
export const confirmSchema = z.strictObject({
  filingId: id,
  version,
  note,
  outcome: z.enum(["approve", "refuse"]).optional(),
});
export const confirmApprovalSchema = confirmSchema.extend({ outcome: z.literal("approve") });
export const confirmRefusalSchema = confirmSchema.extend({ outcome: z.literal("refuse") });
export type ConfirmInput = z.output<typeof confirmSchema>;

export const returnSchema = z.strictObject({
  filingId: id,
  version,
  reasons: choices(returnReasons),
  note: neededNote,
});
export type ReturnInput = z.output<typeof returnSchema>;

export const holdSchema = z.strictObject({ filingId: id, version, reason: choice(holdReasons) });
export type HoldInput = z.output<typeof holdSchema>;

export const allowRoundSchema = z.strictObject({
  filingId: id,
  version,
  reason: z.string().trim().min(1, "validation.reasons").max(2000, "validation.too_long"),
});
export type AllowRoundInput = z.output<typeof allowRoundSchema>;

/** Why a filing that has ended should go on where it stood. */
export const proposeReopeningSchema = z.strictObject({
  filingId: id,
  version,
  reason: choice(reopenReasons),
  words: z.string().trim().min(1, "validation.reasons").max(2000, "validation.too_long"),
});
export type ProposeReopeningInput = z.output<typeof proposeReopeningSchema>;

/** `reopeningId` is what was read. */
export const reopeningSchema = z.strictObject({ filingId: id, version, reopeningId: id });
export type ReopeningInput = z.output<typeof reopeningSchema>;

/** `revision` is the ruling that was on the page; 0 where there was none. */
export const lookAlikeSchema = z.strictObject({
  filingId: id,
  personId: id,
  ruling: choice(sameOrNot),
  reason: z.string().trim().min(1, "validation.reasons").max(2000, "validation.too_long"),
  revision: z.coerce.number().int().min(0),
});
export type LookAlikeInput = z.output<typeof lookAlikeSchema>;

export const revealReasons = ["compare_with_paper", "compare_with_register", "answer_a_question"] as const;
export const revealSchema = z.strictObject({ filingId: id, reason: choice(revealReasons) });
export type RevealInput = z.output<typeof revealSchema>;
