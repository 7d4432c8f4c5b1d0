import { transaction } from "@/lib/data/client";
import type { FilingRow } from "@/lib/data/filing-facts";
import { insertRequest, listRequests } from "@/lib/data/requests";
import type { Staff } from "@/lib/domain/actor";
import { checksFor, type Check } from "@/lib/domain/filing/checks";
import type { RequestInput } from "@/lib/domain/filing/review-schema";
import { mostRounds } from "@/lib/domain/filing/rounds";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { movedBy, type Moved } from "@/lib/services/accept-filing";
import { findingsOf, rulesOf } from "@/lib/services/filing-facts";
import { takeStep } from "@/lib/services/take-step";

/** Asks at once for everything whose check says "missing": one notice, item by item, with what happens if nobody answers. */
export function requestInformation(actor: Staff, input: RequestInput, now: Date): Promise<Result<Moved>> {
  const { filingId, version, outcome, reason, checks, texts } = input;
  return transaction(async (db) => {
    const step = { filingId, version, action: "request_information", ...(reason && { reasons: [reason] }) } as const;
    const stepped = await takeStep(db, actor, step, now, async ({ row, standing }) => {
      // A second notice is allowed only for what could not be asked the first time.
      if (!reason && (await listRequests(db, row.id)).length > 0)
        return refuse({ code: "invalid_input", fields: { reason: "validation.reasons" } });
      const missing = missingChecks(row);
      const isWhole = missing.length === checks.length && missing.every(({ key }) => checks.includes(key));
      if (!isWhole) return refuse({ code: "stale" });

      await insertRequest(db, {
        filingId,
        outcome,
        sentById: actor.accountId,
        sentAt: now,
        dueOn: standing.dueOn ?? "",
        items: missing.map((check) => ({
          subject: subjectOf(check),
          text: texts[checks.indexOf(check.key)] ?? "",
        })),
      });
      return ok(row.rounds + 1 === mostRounds(row) ? { mail: { isLast: true } } : {});
    });
    return movedBy(stepped);
  });
}

/** The checks whose finding says that something is missing, in the order of the list. */
function missingChecks(row: FilingRow): Check[] {
  const findings = findingsOf(row);
  return checksFor(rulesOf(row)).filter(({ key }) => findings[key] === "missing");
}

// A check of answers is named like the task whose questions it looks at.
const subjectOf = (check: Check) => (check.about === "paper" ? check.key : `question:${check.key}`);
