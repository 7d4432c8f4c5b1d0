import type { Filer } from "@/lib/domain/accreditation/schema";

/** What decides whether a list entry takes filings on a day. */
export type Opening = {
  confirmed: boolean;
  filedBy: Filer;
  effectiveFrom: string | null;
  effectiveTo: string | null;
};

export const closedReasons = ["not_confirmed", "by_institution", "not_yet_open", "no_longer_open"] as const;
export type ClosedReason = (typeof closedReasons)[number];

/** Why a draft cannot be submitted for the sake of its entry: closed, or taken off the list. */
export type DraftClosedReason = ClosedReason | "withdrawn";

/** Why the entry of a draft takes no filing on this day, or null where it does. */
export function whyClosedToDraft(entry: Opening & { withdrawn: boolean }, today: string): DraftClosedReason | null {
  return entry.withdrawn ? "withdrawn" : whyClosed(entry, today);
}

/** Why a list entry takes no filing on this day, or null where it does. */
export function whyClosed(entry: Opening, today: string): ClosedReason | null {
  if (entry.filedBy === "institution") return "by_institution";
  if (!entry.confirmed) return "not_confirmed";
  if (entry.effectiveTo !== null && entry.effectiveTo < today) return "no_longer_open";
  return entry.effectiveFrom !== null && today < entry.effectiveFrom ? "not_yet_open" : null;
}
