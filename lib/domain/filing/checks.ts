import {
  asksForInsurance,
  asksForPermit,
  insuranceQuestions,
  type Answers,
  type EntryRules,
} from "@/lib/domain/filing/questions";
import { formerNameQuestions } from "@/lib/domain/filing/former-name";
import { papersFor } from "@/lib/domain/accreditation/evidence";

/** One thing a reviewer checks: the question it looks at, or the paper. */
export type Check = { key: string; about: "answers" | "paper"; questions: readonly string[]; paper?: string };

/** The checklist of an entry, made from the same rules as its form. */
export function checksFor(rules: EntryRules): Check[] {
  return [
    {
      key: "names",
      about: "answers",
      questions: ["name_zh", "surname", "given_names", "name_on_home_register", ...formerNameQuestions],
    },
    {
      key: "identity",
      about: "answers",
      questions: [
        "identity_kind",
        "identity_number",
        "issuing_state",
        "identity_expires_on",
        ...(asksForPermit(rules) ? ["permit_kind", "permit_number", "permit_expires_on"] : []),
      ],
    },
    {
      key: "home_registration",
      about: "answers",
      questions: ["home_registration_number", "home_registered_on", "home_registration_until"],
    },
    {
      key: "institution",
      about: "answers",
      questions: [
        "institution_name",
        "institution_place",
        "position",
        "employed_since",
        ...(asksForInsurance(rules) ? insuranceQuestions : []),
      ],
    },
    ...(rules.experienceYears ? [{ key: "experience", about: "answers" as const, questions: ["jobs"] }] : []),
    { key: "declarations", about: "answers", questions: ["discipline", "penalty", "details"] },
    ...papersFor(rules).map((paper) => ({
      key: `paper:${paper.key}`,
      about: "paper" as const,
      questions: [],
      paper: paper.key,
    })),
  ];
}

export const findingResults = ["met", "missing", "not_met", "not_applicable"] as const;
export type FindingResult = (typeof findingResults)[number];

/** Where a register was looked up for a finding: by a reviewer who notes the address, or by machine. */
export type FoundAt = { way: "by_hand" | "by_machine"; source: string; at: Date };
/** The newest finding of each check, by the check's key. */
export type Findings = Record<string, FindingResult | undefined>;

/** Every check has a finding, and each is met or does not apply. */
export function allChecksMet(rules: EntryRules, findings: Findings): boolean {
  return checksFor(rules).every(({ key }) => findings[key] === "met" || findings[key] === "not_applicable");
}

export type FormalCheckFacts = {
  entryConfirmed: boolean;
  rules: EntryRules;
  answers: Answers;
  hasDuplicate: boolean;
  /** It was refused once, and its professional objected. */
  objected: boolean;
  /** How it ended was reversed once. */
  reopened: boolean;
  findings: Findings;
};
export type FormalRule =
  | "entry_confirmed"
  | "complete"
  | "clean"
  | "no_duplicate"
  | "home_registration_confirmed"
  | "never_refused"
  | "never_reopened";

/** What a formal check asks, and whether it holds: the rule trace shown to the officer. */
export function formalCheckTrace(facts: FormalCheckFacts): { rule: FormalRule; met: boolean }[] {
  return [
    { rule: "entry_confirmed", met: facts.entryConfirmed },
    { rule: "complete", met: allChecksMet(facts.rules, facts.findings) },
    { rule: "clean", met: facts.answers["discipline"] === "no" && facts.answers["penalty"] === "no" },
    { rule: "no_duplicate", met: !facts.hasDuplicate },
    { rule: "home_registration_confirmed", met: facts.findings["home_registration"] === "met" },
    { rule: "never_refused", met: !facts.objected },
    { rule: "never_reopened", met: !facts.reopened },
  ];
}

/** May this filing be decided by one officer? */
export function isReadyForFormalCheck(facts: FormalCheckFacts): boolean {
  return formalCheckTrace(facts).every(({ met }) => met);
}

/** Why a filing is refused or not accepted: codes with words in three languages; what is curable is asked for instead. */
export const refusalReasons = [
  "not_on_list",
  "not_this_authority",
  "home_registration_invalid",
  "papers_not_proven",
  "experience_short",
  "disciplined",
  "false_statement",
] as const;
export const declineReasons = ["not_on_list", "not_this_authority"] as const;
export const approvalReasons = ["meets_every_condition", "meets_with_limited_scope"] as const;
export const returnReasons = ["check_again", "scope_unclear", "reasons_incomplete"] as const;
export const holdReasons = ["awaiting_outside_answer", "under_investigation"] as const;
/** Why a filing is handed to another reviewer; said among the staff only. */
export const reassignReasons = ["reviewer_away", "too_much_in_hand"] as const;
/** Why a filing that has ended goes on where it stood. */
export const reopenReasons = ["fact_overlooked", "rule_misapplied", "fact_came_later", "never_reached"] as const;
/** Why more is asked after a first request: everything missing belongs into one notice. */
export const askAgainReasons = ["new_fact", "answer_incomplete"] as const;
