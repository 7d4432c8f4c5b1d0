import { insertBar, listBarLengths } from "@/lib/data/bars";
import { transaction, type Db } from "@/lib/data/client";
import { findDecisionTerms } from "@/lib/data/decisions";
import { findFilingFacts, type FilingRow } from "@/lib/data/filing-facts";
import type { Staff } from "@/lib/domain/actor";
import { barAfter } from "@/lib/domain/filing/bars";
import type { ConfirmInput } from "@/lib/domain/filing/review-schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import type { Moved } from "@/lib/services/accept-filing";
import { approveAndRegister } from "@/lib/services/create-registration";
import { openProposal, seenHash, standingDecision } from "@/lib/services/filing-facts";
import { takeStep } from "@/lib/services/take-step";
import { canSee } from "@/lib/services/visibility";
import { writeDecision, type Decided } from "@/lib/services/write-decision";

export type Confirmed = Moved & {
  outcome: "approved" | "public_notice" | "refused";
  registrationNumber: string | null;
};

/**
 * Confirms what a colleague proposed: a second, different person, on the very answers, papers and findings that the
 * proposal rests on. An approval registers at once, or after a public notice where the authority gives one.
 */
export function confirmDecision(actor: Staff, input: ConfirmInput, now: Date): Promise<Result<Confirmed>> {
  const { filingId, version, note } = input;
  return transaction(async (db) => {
    const row = await findFilingFacts(db, filingId);
    const proposal = row && openProposal(row);
    const seen = { filingId, version, locked: row };
    // Another proposal than the one that was read is looked at first.
    if (input.outcome && proposal && proposal.outcome !== input.outcome && canSee(actor, row)) {
      return refuse({ code: "stale" });
    }
    const confirm = (it: FilingRow) => confirmProposal(db, actor, it, note, now);

    if (proposal?.outcome === "refuse") {
      const { reasonCodes } = await findDecisionTerms(db, proposal.id);
      const step = { ...seen, action: "refuse", reasons: reasonCodes } as const;
      const refused = await takeStep(db, actor, step, now, async ({ row: it, today }) => {
        const written = await confirm(it);
        if (!written.ok) return written;
        const bar = barAfter(reasonCodes, await listBarLengths(db, it.field), today);
        if (bar) await insertBar(db, it, bar);
        return ok(bar ? { payload: { barredUntil: bar.until } } : {});
      });
      return refused.ok ? ok(confirmed(refused.value.row, "refused")) : refused;
    }

    if (row && row.limits.noticeDays > 0) {
      const step = { ...seen, action: "give_notice" } as const;
      const noticed = await takeStep(db, actor, step, now, async (context) => asExtras(await confirm(context.row)));
      return noticed.ok ? ok(confirmed(noticed.value.row, "public_notice")) : noticed;
    }

    const approved = await approveAndRegister(db, actor, { ...seen, action: "approve" }, now, confirm);
    if (!approved.ok) return approved;
    const { stepped, number } = approved.value;
    return ok(confirmed(stepped.row, "approved", number));
  });
}

/** Writes the confirmation in the proposal's place, if nothing changed since it was made; gives the scope that holds. */
async function confirmProposal(db: Db, actor: Staff, row: FilingRow, note: string, now: Date) {
  const proposal = openProposal(row);
  if (!proposal) return refuse({ code: "wrong_status" });
  // What was proposed holds for what was seen: anything else is looked at again.
  if (proposal.seenHash !== seenHash(row)) return refuse({ code: "stale" });

  const { scope, reasonCodes } = await findDecisionTerms(db, proposal.id);
  const decided: Decided = {
    stage: "confirmation",
    outcome: proposal.outcome,
    reasonCodes,
    note,
    scope,
    supersedesId: standingDecision(row)?.id ?? proposal.id,
  };
  await writeDecision(db, row, actor, decided, now);
  return ok({ scope: scope ?? row.entry.scope });
}

const asExtras = (confirmed: Result<unknown>) => (confirmed.ok ? ok({}) : confirmed);

function confirmed(row: FilingRow, outcome: Confirmed["outcome"], registrationNumber: string | null = null): Confirmed {
  return { reference: row.reference ?? "", outcome, registrationNumber };
}
