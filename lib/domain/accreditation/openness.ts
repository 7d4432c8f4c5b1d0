/** The part of a list entry that says whether filings are taken. */
export type OpennessFacts = {
  confirmed: boolean;
  filedBy: "professional" | "institution";
  effectiveFrom: string | null;
  effectiveTo: string | null;
};

export const opennesses = ["open", "not_yet_open", "closed", "institution", "not_confirmed"] as const;
/** Whether an entry takes filings from a professional today, and if not, why. */
export type Openness = (typeof opennesses)[number];

/** Where an entry stands on a day: what is not confirmed is nothing yet, whatever its dates say. */
export function opennessOf(entry: OpennessFacts, today: string): Openness {
  if (!entry.confirmed) return "not_confirmed";
  if (entry.effectiveTo !== null && entry.effectiveTo < today) return "closed";
  if (entry.effectiveFrom !== null && today < entry.effectiveFrom) return "not_yet_open";
  return entry.filedBy === "institution" ? "institution" : "open";
}
