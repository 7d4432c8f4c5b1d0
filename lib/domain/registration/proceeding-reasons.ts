// Apart from the rules of dates: forms bring this to browsers.

/** What the authority may mean to do with a registration. A lifting takes nothing away, so nobody is heard before it. */
export const proceedingKinds = ["suspension", "revocation", "lifting"] as const;
export type ProceedingKind = (typeof proceedingKinds)[number];

/** Why, by what is meant: the first two are also what the public register says. */
export const proceedingReasons = {
  suspension: [
    "home_registration_in_doubt",
    "insurance_ended",
    "under_inquiry",
    "outside_scope",
    "change_not_reported",
  ],
  revocation: [
    "false_statement",
    "ineligible_from_start",
    "serious_breach",
    "disciplined_at_home",
    "home_registration_ended",
  ],
  lifting: ["cured", "not_confirmed"],
} as const satisfies Record<ProceedingKind, readonly string[]>;
export type ProceedingReason = (typeof proceedingReasons)[ProceedingKind][number];

const voiding: readonly string[] = ["false_statement", "ineligible_from_start"] satisfies ProceedingReason[];

/** May a revocation for this reason hold as though nothing had ever been given? */
export function voidsFromTheStart(reason: string): boolean {
  return voiding.includes(reason);
}
