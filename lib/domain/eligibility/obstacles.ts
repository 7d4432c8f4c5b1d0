import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import { asksForPermit, identityKindsFor, type Answers, type EntryRules } from "@/lib/domain/filing/questions";
import { clearFrom, cleanRecordOf, hasEnded, monthAfter } from "@/lib/domain/filing/conditions";
import { monthsMissing } from "@/lib/domain/filing/practice";
import type { IdentityDocumentKind } from "@/lib/domain/person/identity-document";
import { papersToHold, type CheckAnswers } from "./questions";

/** What stands between somebody and a filing, with the check of the reviewer's list that it would fail. */
export type Obstacle = { check: string } & (
  | { kind: "not_registered" }
  | { kind: "registration_ended"; on: string }
  | { kind: "identity_kind"; accepted: readonly IdentityDocumentKind[] }
  | { kind: "permit_kind" }
  | { kind: "practice"; years: number; missing: number; from: string }
  | { kind: "record"; years: number; until: string }
  | { kind: "record_ever" }
  | { kind: "paper"; paper: EvidenceKey }
);

/** Everything at once that these answers would fail, by the rules of the entry, in the order of the questions. */
export function obstaclesIn(rules: EntryRules, answers: CheckAnswers, today: string): Obstacle[] {
  return [
    ...registration(answers, today),
    ...documents(rules, answers),
    ...practice(rules, answers, today),
    ...record(rules, answers, today),
    ...papers(rules, answers),
  ];
}

function registration({ registered, home_registration_until: until }: CheckAnswers, today: string): Obstacle[] {
  const check = "home_registration";
  if (registered === "no") return [{ check, kind: "not_registered" }];
  return typeof until === "string" && hasEnded(until, today) ? [{ check, kind: "registration_ended", on: until }] : [];
}

function documents(rules: EntryRules, { identity_kind, permit_kind }: CheckAnswers): Obstacle[] {
  return [
    ...(identity_kind === "none"
      ? [{ check: "identity", kind: "identity_kind", accepted: identityKindsFor(rules) } as const]
      : []),
    ...(permit_kind === "none" && asksForPermit(rules)
      ? [{ check: "paper:travel_permit", kind: "permit_kind" } as const]
      : []),
  ];
}

function practice(rules: EntryRules, answers: CheckAnswers, today: string): Obstacle[] {
  const missing = monthsMissing(rules, monthsIn(answers));
  if (missing === 0 || !rules.experienceYears) return [];
  return [
    { check: "experience", kind: "practice", years: rules.experienceYears, missing, from: monthAfter(today, missing) },
  ];
}

function record(rules: EntryRules, { record: hasRecord, latest }: CheckAnswers, today: string): Obstacle[] {
  const asked = cleanRecordOf(rules);
  if (hasRecord !== "yes" || asked === null) return [];
  if (asked === "ever") return [{ check: "declarations", kind: "record_ever" }];
  const until = typeof latest === "string" ? clearFrom(latest, asked) : today;
  return today < until ? [{ check: "declarations", kind: "record", years: asked, until }] : [];
}

function papers(rules: EntryRules, { papers: held = [] }: CheckAnswers): Obstacle[] {
  return papersToHold(rules)
    .filter((paper) => !held.includes(paper))
    .map((paper) => ({ check: `paper:${paper}`, kind: "paper", paper }));
}

/** The months of practice that were answered. */
export function monthsIn({ years = "0", months = "0" }: CheckAnswers): number {
  return Number(years) * 12 + Number(months);
}

/** What the check already knows of a filing's answers, where it stands in no way. A number, a name or a paper is never among it. */
export function carriedAnswers(answers: CheckAnswers, today: string): Answers {
  const { home_registration_until: until, identity_kind, permit_kind, record: hasRecord } = answers;
  return {
    ...(typeof until === "string" && !hasEnded(until, today) && { home_registration_until: until }),
    ...(typeof identity_kind === "string" && { identity_kind }),
    ...(typeof permit_kind === "string" && { permit_kind }),
    ...(hasRecord === "no" && { discipline: "no", penalty: "no" }),
  };
}
