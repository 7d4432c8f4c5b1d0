import { listMetFindings, listSentFilings } from "@/lib/data/carried";
import type { Db } from "@/lib/data/client";
import type { FilingRow } from "@/lib/data/filing-facts";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { carriedFrom, type Carried, type Source } from "@/lib/domain/filing/carry";
import { rulesOf } from "@/lib/services/filing-facts";
import { findKeyOfPerson } from "@/lib/services/person-seal";
import { openAnswers } from "@/lib/services/sent-snapshot";

// What is older than that has been answered again since.
const mostSources = 10;

/** What a draft may take over from what its person sent in before, numbers in the open: for services only. */
export async function carriedInto(db: Db, row: FilingRow, today: string): Promise<Carried[]> {
  if (row.state !== "draft") return [];
  const filings = await listSentFilings(db, row.personId, mostSources);
  const key = filings.length === 0 ? null : await findKeyOfPerson(db, row.personId);
  if (!key) return [];

  const found = await listMetFindings(
    db,
    filings.map(({ id }) => id),
  );
  const sources: Source[] = [];
  for (const { id, submittedAt, ...filing } of filings) {
    const met = found.filter(({ filingId }) => filingId === id);
    sources.push({
      ...filing,
      id,
      sentOn: officeDay(submittedAt),
      answers: await openAnswers(db, id, key),
      metOn: Object.fromEntries(met.map(({ check, foundAt }) => [check, officeDay(foundAt)])),
    });
  }
  return carriedFrom(rulesOf(row), sources, await openAnswers(db, row.id, key), today);
}
