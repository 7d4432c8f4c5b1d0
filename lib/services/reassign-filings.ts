import { transaction, type Db } from "@/lib/data/client";
import { findFilingFacts, type FilingRow } from "@/lib/data/filing-facts";
import { listHands } from "@/lib/data/workload";
import type { Staff } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { canExamine, shareOut, type Examiner, type ToShare } from "@/lib/domain/filing/sharing";
import type { ReassignInput } from "@/lib/domain/filing/sharing-schema";
import { decide } from "@/lib/domain/filing/workflow";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { filingFrom } from "@/lib/services/filing-facts";
import { takeStep } from "@/lib/services/take-step";
import { canSee } from "@/lib/services/visibility";

/**
 * Gives filings to one colleague, or to all who are there by what they have in hand: all of them or none. Each keeps its
 * clock, its findings and its requests.
 */
export function reassignFilings(actor: Staff, input: ReassignInput, now: Date): Promise<Result<{ count: number }>> {
  return transaction(async (db) => {
    const rows = await lockAll(db, actor, input.filings, now);
    if (!rows.ok) return rows;
    const toShare = rows.value.map((row) => ({ ...row, excluded: row.objection?.excluded ?? [] }));
    const assignees = assigneesOf(toShare, await examinersFor(db, rows.value, now), input.to);
    if (!assignees) {
      return refuse({ code: "unmet", condition: input.to === "evenly" ? "nobody_there" : "cannot_take" });
    }

    for (const row of rows.value) {
      const assignee = assignees.get(row.id) ?? "";
      const step = { filingId: row.id, version: row.version, action: "reassign", reasons: [input.reason] } as const;
      const stepped = await takeStep(db, actor, { ...step, assignee, locked: row }, now);
      // All of them were asked before the first was written, and they are locked: only an exception takes that back.
      if (!stepped.ok) throw new Error(`The filing ${row.id} could not be handed over: ${stepped.refusal.code}.`);
    }
    return ok({ count: rows.value.length });
  });
}

/** Locks the filings in one order for everybody, and asks of each whether it may change hands as it was seen. */
async function lockAll(db: Db, actor: Staff, seen: ReassignInput["filings"], now: Date): Promise<Result<FilingRow[]>> {
  const today = officeDay(now);
  const rows: FilingRow[] = [];
  for (const { id, version } of seen.toSorted((a, b) => a.id.localeCompare(b.id))) {
    const row = await findFilingFacts(db, id);
    if (!row || !canSee(actor, row)) return refuse({ code: "not_found" });
    const decision = decide(filingFrom(row, today), "reassign", actor, today);
    if (!decision.ok) return decision;
    if (row.version !== version) return refuse({ code: "stale" });
    rows.push(row);
  }
  return ok(rows);
}

async function examinersFor(db: Db, rows: readonly FilingRow[], now: Date): Promise<Examiner[]> {
  const fields = [...new Set(rows.map(({ field }) => field))];
  const hands = await listHands(db, { fields, notOf: null }, officeDay(now));
  return hands.map(({ id, name, personId, fields: theirs, inHand, awayUntil }) => {
    return { id, name, personId, fields: theirs, inHand, isThere: awayUntil === null };
  });
}

function assigneesOf(rows: readonly ToShare[], examiners: readonly Examiner[], to: string) {
  if (to === "evenly") return shareOut(rows, examiners);
  const colleague = examiners.find(({ id }) => id === to);
  if (!colleague || !rows.every((row) => canExamine(colleague, row))) return null;
  return new Map(rows.map(({ id }) => [id, colleague.id]));
}
