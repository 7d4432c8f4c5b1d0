import type { FilingState } from "@/lib/domain/filing/filing";

/** What speaks for two people being one. */
export const lookAlikeGrounds = ["identity_number", "name", "former_name", "licence_number"] as const;
export type LookAlikeGround = (typeof lookAlikeGrounds)[number];

export const sameOrNot = ["same_person", "different_person"] as const;
export type SameOrNot = (typeof sameOrNot)[number];

/** Somebody else who may be the person of a filing, and what was ruled on that. */
export type LookAlike = {
  personId: string;
  grounds: readonly LookAlikeGround[];
  ruling: SameOrNot | null;
  /** What they had in common when it was ruled. */
  ruledOn: readonly LookAlikeGround[];
  /** They filed the same, and it is open or its registration stands. */
  hasFiled: boolean;
};

/** Is a filing compared with everybody now? Later it stays with what was ruled. */
export function isCompared(state: FilingState): boolean {
  return state === "submitted" || state === "under_review";
}

/** Is nothing ruled yet on what they have in common now? A ground that came later asks again. */
export function isOpenQuestion({ grounds, ruling, ruledOn }: Omit<LookAlike, "personId" | "hasFiled">): boolean {
  return ruling === null || !grounds.every((ground) => ruledOn.includes(ground));
}

/** Is it ruled that this is somebody else, on everything they have in common? */
export function isSomebodyElse(it: LookAlike): boolean {
  return it.ruling === "different_person" && !isOpenQuestion(it);
}

/** Did this very person file the same under another account? */
export function isFiledTwice(lookAlikes: readonly LookAlike[]): boolean {
  return lookAlikes.some(({ ruling, hasFiled }) => ruling === "same_person" && hasFiled);
}
