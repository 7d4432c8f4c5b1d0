import { database } from "@/lib/data/client";
import { countEntriesByField, listShownEntries, type EntryRow } from "@/lib/data/entries";
import { countPeopleByEntry } from "@/lib/data/entry-figures";
import { foldForSearch } from "@/lib/data/search-folding";
import { nearestTo } from "@/lib/domain/accreditation/nearest";
import type { Field, Jurisdiction } from "@/lib/domain/accreditation/schema";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { shownCount } from "@/lib/domain/statistics/actual-times";
import { closedReasons, whyClosedToDraft } from "@/lib/domain/filing/opening";

/** Where an entry stands for somebody who wants to file. */
export const entryStandings = ["open", ...closedReasons, "withdrawn"] as const;
export type EntryStanding = (typeof entryStandings)[number];

export type ListFilters = {
  q: string;
  field: Field | null;
  jurisdiction: Jurisdiction | null;
  standing: EntryStanding | null;
  page: number;
};

export type ListedEntry = Pick<EntryRow, "code" | "field" | "jurisdiction" | "qualification" | "issuingBody"> & {
  standing: EntryStanding;
  /** How many people were ever registered for it; null where they are fewer than five. */
  people: number | null;
};

export type ListView = {
  entries: ListedEntry[];
  /** How many match, and how many there are. */
  matches: number;
  total: number;
  page: number;
  pages: number;
  hasNext: boolean;
  /** What comes nearest, where nothing matches. */
  nearest: ListedEntry[];
};

const perPage = 30;

/** One page of the accreditation list: what matches every word, in any of three languages and by initials. */
export async function listEntries(filters: ListFilters, now: Date): Promise<ListView> {
  const today = officeDay(now);
  const [all, people] = await Promise.all([listShownEntries(database), countPeopleByEntry(database)]);
  const words = foldForSearch(filters.q).split(" ").filter(Boolean);
  const listed = all.map((entry) => ({
    ...entry,
    standing: standingOf(entry, today),
    people: shownCount(people.get(entry.code) ?? 0),
  }));

  const matching = listed.filter(
    (entry) =>
      words.every((word) => entry.searchKey.includes(word)) &&
      (!filters.field || entry.field === filters.field) &&
      (!filters.jurisdiction || entry.jurisdiction === filters.jurisdiction) &&
      (!filters.standing || entry.standing === filters.standing),
  );
  const start = (filters.page - 1) * perPage;
  return {
    entries: matching.slice(start, start + perPage).map(shown),
    matches: matching.length,
    total: all.filter(({ withdrawn }) => !withdrawn).length,
    page: filters.page,
    pages: Math.ceil(matching.length / perPage),
    hasNext: start + perPage < matching.length,
    nearest: matching.length === 0 && words.length > 0 ? nearestTo(words.join(" "), listed, 3).map(shown) : [],
  };
}

/** How many qualifications each field has on the list, in the order of the fields. */
export function countFields(): Promise<{ field: Field; entries: number }[]> {
  return countEntriesByField(database);
}

function standingOf(entry: EntryRow, today: string): EntryStanding {
  return whyClosedToDraft(entry, today) ?? "open";
}

function shown({
  code,
  field,
  jurisdiction,
  qualification,
  issuingBody,
  standing,
  people,
}: EntryRow & Pick<ListedEntry, "standing" | "people">): ListedEntry {
  return { code, field, jurisdiction, qualification, issuingBody, standing, people };
}
