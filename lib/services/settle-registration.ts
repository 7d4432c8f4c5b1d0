import { appendAudit } from "@/lib/data/audit";
import { database, transaction, type Db } from "@/lib/data/client";
import { appendEvents, type NewEvent } from "@/lib/data/events";
import { isRevokedFromTheStart } from "@/lib/data/proceedings";
import { findRegistration, listUnsettled, moveRegistration } from "@/lib/data/registrations";
import type { Actor, Clock } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { dueStep, registrationWorkflow } from "@/lib/domain/registration/workflow";

const clock: Clock = { kind: "clock" };

/** Writes what the dates of registrations say by now; whoever reads one knew it from them already. */
export async function settleRegistrations(now: Date, limit = 500): Promise<number> {
  const today = officeDay(now);
  let count = 0;
  for (const id of await listUnsettled(database, today, limit)) {
    const steps = await transaction(async (db) => {
      const events = await settle(db, clock, id, now);
      await tellOfSettled(db, clock, id, events);
      return events.length;
    });
    if (steps > 0) count += 1;
  }
  return count;
}

/**
 * Moves one registration to where its dates say that it stands, inside the caller's transaction; gives the events that tell
 * of it, which the caller appends last.
 */
export async function settle(db: Db, actor: Actor, id: string, now: Date, payload: Payload = {}): Promise<NewEvent[]> {
  const today = officeDay(now);
  const events: NewEvent[] = [];
  for (;;) {
    const registration = await findRegistration(db, id);
    const action = registration && dueStep(registration, actor, today);
    if (!registration || !action) return events;

    const { to, on, event } = registrationWorkflow[action];
    const from = on(registration, today);
    const isVoid = action === "revoke" && (await isRevokedFromTheStart(db, id));
    if (!(await moveRegistration(db, registration, to, from, { isVoid }))) {
      throw new Error(`The registration ${id} moved while it was locked.`);
    }
    const what = { ...payload, from, ...(isVoid && { fromTheStart: true }) };
    events.push({ type: event, registrationId: id, actor, from: registration.state, to, at: now, payload: what });
  }
}

/** Appends what `settle` did to both trails. */
export async function tellOfSettled(db: Db, actor: Actor, id: string, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await appendEvents(db, events);
  for (const { type } of events) {
    await appendAudit(db, { actor, action: type, object: `registration:${id}`, fields: ["state"] });
  }
}

type Payload = NonNullable<NewEvent["payload"]>;
