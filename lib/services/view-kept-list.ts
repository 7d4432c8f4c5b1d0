import { database } from "@/lib/data/client";
import { listKeptEntries, type KeptEntryRow } from "@/lib/data/kept-entries";
import { foldForSearch } from "@/lib/data/search-folding";
import { countWishes, type Demand } from "@/lib/data/wishes";
import type { Field } from "@/lib/domain/accreditation/schema";
import type { Staff } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { whyClosedToDraft, type DraftClosedReason } from "@/lib/domain/filing/opening";
import { may } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";

/** By what the list may be narrowed down: what waits for somebody, and what nobody confirmed. */
export const keptStandings = ["draft", "submitted", "scheduled", "not_confirmed", "wished"] as const;
export type KeptStanding = (typeof keptStandings)[number];

export type KeptFilters = { q: string; field: Field | null; standing: KeptStanding | null; page: number };

export type KeptEntry = Pick<
  KeptEntryRow,
  "code" | "field" | "qualification" | "issuingBody" | "published" | "open" | "wishes"
> & {
  standing: "open" | DraftClosedReason | null;
};

export type KeptListView = {
  entries: KeptEntry[];
  matches: number;
  total: number;
  pages: number;
  /** How many versions wait for somebody to publish them. */
  waiting: number;
  /** What people asked for that takes no filings. */
  demand: { total: number; demands: Demand[] };
};

const perPage = 30;

/** The list as those see it who keep it: what somebody works on first, then the order of the list. */
export async function viewKeptList(actor: Staff, filters: KeptFilters, now: Date): Promise<Result<KeptListView>> {
  if (!may(actor, "keep_list")) return refuse({ code: "not_found" });
  const [all, demand] = await Promise.all([listKeptEntries(database), countWishes(database, 10)]);
  const words = foldForSearch(filters.q).split(" ").filter(Boolean);
  const matching = all.filter(
    (entry) =>
      words.every((word) => entry.searchKey.includes(word)) &&
      (!filters.field || entry.field === filters.field) &&
      (!filters.standing || stands[filters.standing](entry)),
  );
  // Kept as it was within each half: the sort is stable.
  matching.sort((one, other) => Number(one.open === null) - Number(other.open === null));

  const start = (filters.page - 1) * perPage;
  const today = officeDay(now);
  return ok({
    entries: matching.slice(start, start + perPage).map((entry) => shown(entry, today)),
    matches: matching.length,
    total: all.length,
    pages: Math.ceil(matching.length / perPage),
    waiting: all.filter(stands.submitted).length,
    demand,
  });
}

const stands: Record<KeptStanding, (entry: KeptEntryRow) => boolean> = {
  draft: ({ open }) => open?.state === "draft",
  submitted: ({ open }) => open?.state === "submitted" && open.publishOn === null,
  scheduled: ({ open }) => open?.state === "submitted" && open.publishOn !== null,
  not_confirmed: ({ confirmed }) => !confirmed,
  wished: ({ wishes }) => wishes > 0,
};

function shown(row: KeptEntryRow, today: string): KeptEntry {
  const { code, field, qualification, issuingBody, published, open, wishes } = row;
  const isListed = published !== null || row.withdrawn;
  return {
    code,
    field,
    qualification,
    issuingBody,
    published,
    open,
    wishes,
    standing: isListed ? (whyClosedToDraft(row, today) ?? "open") : null,
  };
}
