import { database, transaction } from "@/lib/data/client";
import { listDecidedEntries, listEntryTimes, replaceEntryTimes, type EntryTimes } from "@/lib/data/entry-figures";
import { findOfficeFact, putOfficeFact } from "@/lib/data/office-facts";
import { addDays, officeDay } from "@/lib/domain/calendar/working-days";
import { daysLookedBack, type ActualTimes } from "@/lib/domain/statistics/actual-times";
import { readActualTimes } from "@/lib/services/actual-times";

const shown = 6;
const lastDay = "entry_times_as_of";

/** How long filings took of late for the entries with most decisions, as of the last day on which that was worked out. */
export function viewEntryTimes(): Promise<EntryTimes[]> {
  return listEntryTimes(database, shown);
}

/** Works out once a day how long filings for each entry took of late; run again on the same day it does nothing. */
export async function keepEntryTimes(now: Date): Promise<void> {
  const today = officeDay(now);
  const last = await findOfficeFact(database, lastDay);
  if (last !== null && last >= today) return;

  const times: (ActualTimes & { entryCode: string })[] = [];
  for (const entryCode of await listDecidedEntries(database, addDays(today, 1 - daysLookedBack), today)) {
    const actual = await readActualTimes(database, entryCode, today);
    if (actual) times.push({ entryCode, ...actual });
  }
  await transaction(async (db) => {
    await replaceEntryTimes(db, today, times);
    await putOfficeFact(db, lastDay, today);
  });
}
