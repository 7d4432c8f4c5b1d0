import { appendAudit } from "@/lib/data/audit";
import { transaction, type Db } from "@/lib/data/client";
import { findVerified } from "@/lib/data/documents";
import { findFilingFacts } from "@/lib/data/filing-facts";
import { putFinding } from "@/lib/data/findings";
import type { Staff } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { checksFor } from "@/lib/domain/filing/checks";
import { mayRecord } from "@/lib/domain/filing/examination";
import type { FindingInput } from "@/lib/domain/filing/review-schema";
import { stillCounts } from "@/lib/domain/document/wallet";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { filingFrom, rulesOf } from "@/lib/services/filing-facts";
import { canSee } from "@/lib/services/visibility";

/** Writes what the reviewer found of one check of the entry, in the place of what they saw there. */
export function recordFinding(
  actor: Staff,
  { filingId, check, result, note, revision, source }: FindingInput,
  now: Date,
): Promise<Result<{ reference: string }>> {
  return transaction(async (db) => {
    const row = await findFilingFacts(db, filingId);
    if (!row || !canSee(actor, row)) return refuse({ code: "not_found" });

    const allowed = mayRecord(filingFrom(row, officeDay(now)), actor);
    if (!allowed.ok) return allowed;
    if (!checksFor(rulesOf(row)).some(({ key }) => key === check)) return refuse({ code: "not_found" });
    if (result === "missing" && (await isVerified(db, filingId, check, officeDay(now)))) {
      return refuse({ code: "invalid_input", fields: { result: "validation.verified_before" } });
    }

    const finding = {
      filingId,
      check,
      result,
      note,
      accountId: actor.accountId,
      foundAt: now,
      ...(source && check === "home_registration" && { lookUp: { way: "by_hand" as const, source, at: now } }),
    };
    if (!(await putFinding(db, finding, revision))) return refuse({ code: "stale" });
    await appendAudit(db, { actor, action: "record_finding", object: `filing:${filingId}`, fields: [check] });
    return ok({ reference: row.reference ?? "" });
  });
}

/** Was this paper verified for an earlier filing, and does that still count? Then nobody is asked for it anew. */
async function isVerified(db: Db, filingId: string, check: string, today: string): Promise<boolean> {
  if (!check.startsWith("paper:")) return false;
  const verified = await findVerified(db, filingId, check.slice("paper:".length));
  return verified.length > 0 && verified.every((it) => stillCounts(it, today));
}
