import { database } from "@/lib/data/client";
import { findPublishedEntry, type EntryDetail } from "@/lib/data/entries";
import { papersFor, type Paper } from "@/lib/domain/accreditation/evidence";
import { isEntryCode } from "@/lib/domain/accreditation/schema";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { whyClosed, type ClosedReason } from "@/lib/domain/filing/opening";
import { ok, refuse, type Result } from "@/lib/domain/result";

export type EntryView = Omit<EntryDetail, "evidence" | "confirmed" | "filedBy"> & {
  papers: Paper[];
  /** Whether the entry asks for declarations of a clean record, and for an attested or translated set. */
  halves: Paper["halves"];
  closed: ClosedReason | null;
};

/** What one entry of the list says, for anybody. */
export async function viewEntry(code: string, now: Date): Promise<Result<EntryView>> {
  const entry = isEntryCode(code) && (await findPublishedEntry(database, code));
  if (!entry) return refuse({ code: "not_found" });
  const { evidence, confirmed, filedBy, ...said } = entry;
  const papers = papersFor({ evidence });
  const closed = whyClosed(
    { confirmed, filedBy, effectiveFrom: said.effectiveFrom, effectiveTo: said.effectiveTo },
    officeDay(now),
  );
  return ok({ ...said, papers, halves: papers.find(({ halves }) => halves.length > 0)?.halves ?? [], closed });
}
