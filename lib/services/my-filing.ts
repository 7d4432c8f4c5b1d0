import type { Db } from "@/lib/data/client";
import { findFilingFacts, readFilingFacts, type FilingRow } from "@/lib/data/filing-facts";
import { findFilingOf } from "@/lib/data/filings";
import { findOpenRequest, type AskedRequest } from "@/lib/data/requests";
import type { Professional } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { parseFilingAddress } from "@/lib/domain/filing/address";
import { changeableParts, type Changeable } from "@/lib/domain/filing/asked";
import type { EntryRules } from "@/lib/domain/filing/questions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { rulesOf } from "@/lib/services/filing-facts";

/** The facts of one's own filing at an address, as they stand, or null. */
export async function findMyFiling(db: Db, actor: Professional, address: string): Promise<FilingRow | null> {
  const parsed = parseFilingAddress(address);
  const id = parsed && (await findFilingOf(db, actor.personId, parsed));
  return id ? readFilingFacts(db, id) : null;
}

export type MineToChange = {
  row: FilingRow;
  rules: EntryRules;
  today: string;
  changeable: Changeable;
  request: AskedRequest | null;
};

/** One's own filing, locked, with what may be changed of it now; or why nothing may. */
export async function lockMyFiling(
  db: Db,
  actor: Professional,
  filingId: string,
  now: Date,
): Promise<Result<MineToChange>> {
  const row = await findFilingFacts(db, filingId);
  if (row?.personId !== actor.personId) return refuse({ code: "not_found" });
  if (row.state !== "draft" && row.state !== "awaiting_applicant") return refuse({ code: "wrong_status" });
  if (row.held) return refuse({ code: "unmet", condition: "not_held" });

  const today = officeDay(now);
  if (row.dueOn !== null && today > row.dueOn) return refuse({ code: "unmet", condition: "in_time" });
  const request = row.request && (await findOpenRequest(db, row.id));
  return ok({ row, rules: rulesOf(row), today, changeable: changeableNow(row, request), request });
}

/** What may be changed of a filing now, by what its open notice asks. */
export function changeableNow(row: FilingRow, request: AskedRequest | null): Changeable {
  return changeableParts(row, request?.items.map(({ subject }) => subject) ?? [], rulesOf(row));
}
