import { database } from "@/lib/data/client";
import { findShownEntry, type EntryDetail } from "@/lib/data/entries";
import { countPeopleOfEntry } from "@/lib/data/entry-figures";
import { papersFor, type Paper } from "@/lib/domain/accreditation/evidence";
import { isEntryCode } from "@/lib/domain/accreditation/schema";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { whyClosedToDraft, type DraftClosedReason } from "@/lib/domain/filing/opening";
import { shownCount, type ActualTimes } from "@/lib/domain/statistics/actual-times";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { readActualTimes } from "@/lib/services/actual-times";

export type EntryView = Omit<EntryDetail, "evidence" | "confirmed" | "filedBy" | "withdrawn"> & {
  papers: Paper[];
  /** Whether the entry asks for declarations of a clean record, and for an attested or translated set. */
  halves: Paper["halves"];
  closed: DraftClosedReason | null;
  /** How many people were ever registered for it; null where they are fewer than five. */
  people: number | null;
  /** How long filings for it took of late, where enough were decided. */
  actual: ActualTimes | null;
};

/** What one entry of the list says, for anybody. */
export async function viewEntry(code: string, now: Date): Promise<Result<EntryView>> {
  const entry = isEntryCode(code) && (await findShownEntry(database, code));
  return entry ? ok(await entryViewOf(entry, now)) : refuse({ code: "not_found" });
}

/** What the page of an entry shows of it. */
export async function entryViewOf(entry: EntryDetail, now: Date): Promise<EntryView> {
  const { code } = entry;
  const { evidence, confirmed, filedBy, withdrawn, ...said } = entry;
  const today = officeDay(now);
  const [people, actual] = await Promise.all([
    countPeopleOfEntry(database, code),
    readActualTimes(database, code, today),
  ]);
  const papers = papersFor({ evidence });
  const closed = whyClosedToDraft(
    { confirmed, filedBy, withdrawn, effectiveFrom: said.effectiveFrom, effectiveTo: said.effectiveTo },
    today,
  );
  return {
    ...said,
    papers,
    halves: papers.find(({ halves }) => halves.length > 0)?.halves ?? [],
    closed,
    people: shownCount(people),
    actual,
  };
}
