import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { appendEvents } from "@/lib/data/events";
import { findRegistration, listPastLastDay, moveRegistration } from "@/lib/data/registrations";
import type { Clock } from "@/lib/domain/actor";
import { addDays, officeDay } from "@/lib/domain/calendar/working-days";
import { decideOnRegistration } from "@/lib/domain/registration/workflow";

const clock: Clock = { kind: "clock" };

/** Writes the end of registrations whose last day has passed; whoever reads one knew it from the date already. */
export async function expireRegistrations(now: Date, limit = 500): Promise<number> {
  const today = officeDay(now);
  const ended = await listPastLastDay(database, today, limit);
  let count = 0;
  for (const id of ended) if (await expire(id, today, now)) count += 1;
  return count;
}

function expire(id: string, today: string, now: Date): Promise<boolean> {
  return transaction(async (db) => {
    const registration = await findRegistration(db, id);
    if (!registration) return false;
    const decision = decideOnRegistration(registration, "expire", clock, today);
    if (!decision.ok) return false;

    const { to, event } = decision.value;
    const endedOn = addDays(registration.validUntil, 1);
    if (!(await moveRegistration(db, registration, to, endedOn))) return false;
    await appendEvents(db, [{ type: event, registrationId: id, actor: clock, from: registration.state, to, at: now }]);
    await appendAudit(db, { actor: clock, action: event, object: `registration:${id}`, fields: ["state"] });
    return true;
  });
}
