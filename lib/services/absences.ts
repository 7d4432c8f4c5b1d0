import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { deleteAbsence, insertAbsence, listAbsences, type Absence } from "@/lib/data/workload";
import type { Staff } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import type { AbsenceIdInput, AbsenceInput } from "@/lib/domain/filing/sharing-schema";
import { ok, refuse, type Result } from "@/lib/domain/result";

/** The actor's own absences that are not over. */
export function viewAbsences(actor: Staff, now: Date): Promise<Absence[]> {
  return listAbsences(database, actor.accountId, officeDay(now));
}

/** Notes that the actor is away, both days included: nothing that is shared out evenly goes to them meanwhile. */
export function noteAbsence(actor: Staff, input: AbsenceInput, now: Date): Promise<Result<void>> {
  return transaction(async (db) => {
    if (input.until < officeDay(now)) {
      return refuse({ code: "invalid_input", fields: { until: "validation.absence_over" } });
    }
    const id = await insertAbsence(db, actor.accountId, input);
    if (!id) return refuse({ code: "invalid_input", fields: { from: "validation.absence_twice" } });
    await appendAudit(db, { actor, action: "note_absence", object: `account:${actor.accountId}`, fields: ["absence"] });
    return ok(undefined);
  });
}

/** Takes an absence of the actor's own back. */
export function takeBackAbsence(actor: Staff, { absenceId }: AbsenceIdInput): Promise<Result<void>> {
  return transaction(async (db) => {
    if (!(await deleteAbsence(db, actor.accountId, absenceId))) return refuse({ code: "not_found" });
    const object = `account:${actor.accountId}`;
    await appendAudit(db, { actor, action: "take_back_absence", object, fields: ["absence"] });
    return ok(undefined);
  });
}
