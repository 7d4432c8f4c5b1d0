import { appendAudit } from "@/lib/data/audit";
import type { Db } from "@/lib/data/client";
import { appendEvents, type NewEvent } from "@/lib/data/events";
import { queueMail } from "@/lib/data/mails";
import {
  findProceeding,
  findRegistrationOfProceeding,
  moveProceeding,
  type ProceedingChange,
  type ProceedingRow,
} from "@/lib/data/proceedings";
import { findRegistration, type RegistrationRow } from "@/lib/data/registrations";
import type { Actor } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import type { MailTemplate } from "@/lib/domain/mail/templates";
import { isKnownTo, proceedingReaders } from "@/lib/domain/registration/known-to";
import { decideOnProceeding, type Proceeding, type ProceedingAction } from "@/lib/domain/registration/proceeding";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { standingOf } from "@/lib/domain/verification/verdict";
import { keyOfPerson, type PersonKey } from "@/lib/services/person-seal";
import { settle, tellOfSettled } from "@/lib/services/settle-registration";

export type ProceedingStep = { proceedingId: string; version: number; action: ProceedingAction };
/** A proceeding and its registration as a step found them, and the key under which their words are sealed. */
export type Proceeded = { proceeding: ProceedingRow; registration: RegistrationRow; key: PersonKey; today: string };
export type ProceedingExtras = {
  change?: Omit<ProceedingChange, "state">;
  /** The one mail to the holder, and the day it names. */
  mail?: { template: MailTemplate; dueOn: string | null };
  payload?: NonNullable<NewEvent["payload"]>;
};

/**
 * Takes one step of a proceeding inside the caller's transaction: what it writes besides, state, mail, events and audit
 * entry together or not at all. The registration is locked first, the trails come last.
 */
export async function takeProceedingStep(
  db: Db,
  actor: Actor,
  { proceedingId, version, action }: ProceedingStep,
  now: Date,
  besides: (found: Proceeded) => Promise<Result<ProceedingExtras>>,
): Promise<Result<Proceeded>> {
  const today = officeDay(now);
  const registrationId = await findRegistrationOfProceeding(db, proceedingId);
  const registration = registrationId && (await findRegistration(db, registrationId));
  const proceeding = registration && (await findProceeding(db, proceedingId));
  if (!registration || !proceeding || !maySee(actor, registration)) return refuse({ code: "not_found" });

  const decision = decideOnProceeding(factsOf(proceeding, registration, today), action, actor, today);
  if (!decision.ok) return decision;
  if (proceeding.version !== version) return refuse({ code: "stale" });

  const key = await keyOfPerson(db, registration.personId);
  const found = { proceeding, registration, key, today };
  const extras = await besides(found);
  if (!extras.ok) return extras;

  const { change, mail, payload } = extras.value;
  const { to, event } = decision.value;
  if (!(await moveProceeding(db, proceeding, { ...change, state: to }))) {
    throw new Error(`The proceeding ${proceedingId} moved while it was locked.`);
  }
  // What holds from today on is written with the decision; what holds later, by the clock.
  const settled = to === "decided" ? await settle(db, actor, registration.id, now, { proceeding: proceedingId }) : [];
  if (mail && registration.accountId !== null) {
    const { template, dueOn } = mail;
    await queueMail(db, {
      dedupeKey: `proceeding:${proceedingId}:${template}`,
      accountId: registration.accountId,
      template,
      params: { registrationNumber: registration.number, proceedingId, dueOn },
      at: now,
    });
  }
  const { kind, reasonCode, state: from } = proceeding;
  // The states of the trail are those of the registration, by which past days are counted.
  const what = { proceeding: proceedingId, kind, reason: reasonCode, from, to, ...payload };
  await appendEvents(db, [{ type: event, registrationId: registration.id, actor, at: now, payload: what }]);
  await appendAudit(db, { actor, action: event, object: `proceeding:${proceedingId}`, fields: ["state"] });
  await tellOfSettled(db, actor, registration.id, settled);
  return ok(found);
}

/** May this actor know of what is proposed about a registration? The clock, its holder, and staff who have a part in it. */
export function maySee(
  actor: Actor,
  { personId: holder, fieldCode: field }: Pick<RegistrationRow, "personId" | "fieldCode">,
): boolean {
  return actor.kind === "clock" || isKnownTo(actor, { holder, field }, proceedingReaders);
}

/** A proceeding as its workflow sees it. */
export function factsOf(
  proceeding: Pick<ProceedingRow, "id" | "kind" | "state" | "version" | "proposedById" | "hearingUntil">,
  registration: Pick<RegistrationRow, "personId" | "fieldCode"> & Parameters<typeof standingOf>[0],
  today: string,
): Proceeding {
  const { id, kind, state, version, proposedById, hearingUntil } = proceeding;
  return {
    id,
    kind,
    state,
    version,
    proposedBy: proposedById,
    hearingUntil,
    holder: registration.personId,
    field: registration.fieldCode,
    hasEnded: standingOf(registration, today).is === "ended",
  };
}
