import { database, transaction } from "@/lib/data/client";
import { findProceeding, listDueProceedings } from "@/lib/data/proceedings";
import type { Clock } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { ok } from "@/lib/domain/result";
import { takeProceedingStep } from "@/lib/services/take-proceeding-step";

const clock: Clock = { kind: "clock" };

/**
 * Ends the hearing of holders who let it pass, and lets fall what was proposed of a registration that has come to its end
 * by itself; gives how many proceedings moved.
 */
export async function advanceProceedings(now: Date, limit = 500): Promise<number> {
  let count = 0;
  for (const id of await listDueProceedings(database, officeDay(now), limit)) {
    if ((await take(id, "fall_away", now)) || (await take(id, "end_hearing", now))) count += 1;
  }
  return count;
}

function take(proceedingId: string, action: "fall_away" | "end_hearing", now: Date): Promise<boolean> {
  return transaction(async (db) => {
    const seen = await findProceeding(db, proceedingId);
    if (!seen) return false;
    const template = action === "fall_away" ? "proceeding_dropped" : "proceeding_hearing_over";
    const step = { proceedingId, version: seen.version, action };
    const stepped = await takeProceedingStep(db, clock, step, now, ({ proceeding }) =>
      Promise.resolve(ok(proceeding.hearingUntil === null ? {} : { mail: { template, dueOn: null } })),
    );
    return stepped.ok;
  });
}
