import { createHash } from "node:crypto";
import { listMetFindings, listSentFilings } from "@/lib/data/carried";
import type { Db } from "@/lib/data/client";
import type { FilingRow } from "@/lib/data/filing-facts";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { canonicalJson } from "@/lib/domain/canonical-json";
import { carriedFrom, type Carried, type Source } from "@/lib/domain/filing/carry";
import { rulesOf } from "@/lib/services/filing-facts";
import { findKeyOfPerson } from "@/lib/services/person-seal";
import { lastSent, openAnswers, withMaskedNumbers } from "@/lib/services/sent-snapshot";

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
    const sent = await lastSent(db, { id, personId: row.personId });
    if (!sent) continue;
    sources.push({
      ...filing,
      id,
      sentOn: officeDay(submittedAt),
      answers: sent.answers,
      metOn: Object.fromEntries(met.map(({ check, foundAt }) => [check, officeDay(foundAt)])),
    });
  }
  return carriedFrom(rulesOf(row), sources, await openAnswers(db, row.id, key), today);
}

/** What the page shows of one item, in one word; it goes with the form and tells nothing of a masked number. */
export function markOfCarried({ item, values, from }: Carried): string {
  const shown = [item, from.id, withMaskedNumbers(values)];
  return createHash("sha256").update(canonicalJson(shown)).digest("hex").slice(0, 24);
}
