import { appendAudit } from "@/lib/data/audit";
import { liftBar } from "@/lib/data/bars";
import { transaction, type Db } from "@/lib/data/client";
import type { NewEvent } from "@/lib/data/events";
import { findFilingFacts, type FilingRow } from "@/lib/data/filing-facts";
import { queueMail } from "@/lib/data/mails";
import { voidRegistration } from "@/lib/data/registrations";
import { endReopening, insertReopening } from "@/lib/data/reopenings";
import { reissueRequest } from "@/lib/data/requests";
import type { Staff } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { decideOnDropping, decideOnProposing } from "@/lib/domain/filing/reopening";
import type { ProposeReopeningInput, ReopeningInput } from "@/lib/domain/filing/review-schema";
import { decideOnRegistration } from "@/lib/domain/registration/workflow";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { movedBy, type Moved } from "@/lib/services/accept-filing";
import { filingFrom } from "@/lib/services/filing-facts";
import { keyOfPerson, sealedAbout, sealWords } from "@/lib/services/person-seal";
import { takeStep } from "@/lib/services/take-step";
import { canSee } from "@/lib/services/visibility";

/**
 * Proposes that a filing that has ended goes on where it stood; somebody else agrees or not. It is no step of the filing:
 * whoever may still object to a refusal finds it as they saw it.
 */
export function proposeReopening(actor: Staff, input: ProposeReopeningInput, now: Date): Promise<Result<Moved>> {
  const { filingId, version, reason, words } = input;
  return transaction(async (db) => {
    const row = await findFilingFacts(db, filingId);
    if (!row || !canSee(actor, row)) return refuse({ code: "not_found" });
    const today = officeDay(now);
    const decision = decideOnProposing(filingFrom(row, today), actor, today);
    if (!decision.ok) return decision;
    if (row.version !== version) return refuse({ code: "stale" });

    const key = await keyOfPerson(db, row.personId);
    await insertReopening(db, {
      filingId,
      fromState: row.state,
      reasonCode: reason,
      reason: sealWords(key, words, sealedAbout.reopening(filingId, actor.accountId)),
      proposedById: actor.accountId,
      proposedAt: now,
    });
    await appendAudit(db, { actor, action: "propose_reopening", object: `filing:${filingId}`, fields: ["reopening"] });
    return ok({ reference: row.reference ?? "" });
  });
}

/** Drops what was proposed: whoever proposed it, or a colleague who does not agree. The filing stays as it ended. */
export function dropReopening(actor: Staff, input: ReopeningInput, now: Date): Promise<Result<Moved>> {
  const { filingId, reopeningId } = input;
  return transaction(async (db) => {
    const row = await findFilingFacts(db, filingId);
    if (!row || !canSee(actor, row)) return refuse({ code: "not_found" });
    const decision = decideOnDropping(filingFrom(row, officeDay(now)), actor);
    if (!decision.ok) return decision;
    if (row.ending?.reopening?.id !== reopeningId) return refuse({ code: "stale" });

    await endReopening(db, filingId, { state: "dropped", decidedById: actor.accountId }, now);
    await appendAudit(db, { actor, action: "drop_reopening", object: `filing:${filingId}`, fields: ["reopening"] });
    return ok({ reference: row.reference ?? "" });
  });
}

/**
 * Agrees to what a colleague proposed: the filing stands again where it stood, with its reviewer and the days that were left.
 * What rested on its end falls with it, and both decisions stay on record.
 */
export function reopenFiling(actor: Staff, input: ReopeningInput, now: Date): Promise<Result<Moved>> {
  const { filingId, version, reopeningId } = input;
  return transaction(async (db) => {
    const row = await findFilingFacts(db, filingId);
    const proposed = row?.ending?.reopening;
    const reasons = proposed ? [proposed.reasonCode] : [];
    const step = { filingId, version, action: "reopen", locked: row, reasons } as const;
    const stepped = await takeStep(db, actor, step, now, async ({ row: it, standing, today }) => {
      // Another proposal than the one that was read is looked at first.
      if (proposed?.id !== reopeningId) return refuse({ code: "stale" });
      const registration = it.ending?.registration ?? null;
      const voided = registration && (await endRegistration(db, actor, registration, today));
      if (voided && !voided.ok) return voided;

      await liftBar(db, it.id, today);
      if (it.state === "closed_no_response") await reissueRequest(db, it.id, standing.dueOn ?? today);
      const end = { state: "reopened", decidedById: actor.accountId, filingVersion: it.version } as const;
      await endReopening(db, it.id, { ...end, registrationId: registration?.id ?? null }, now);
      await tellReviewer(db, actor, it, now);
      if (!registration || !voided) return ok({});
      return ok({
        mail: { registrationNumber: registration.number, voided: true },
        payload: { registration: registration.number },
        events: [{ ...voided.value, actor, at: now }],
      });
    });
    const ended = row?.ending?.registration;
    if (stepped.ok && ended) {
      await appendAudit(db, {
        actor,
        action: "registration_revoked",
        object: `registration:${ended.id}`,
        fields: ["state"],
      });
    }
    return movedBy(stepped);
  });
}

/** Takes the registration off the approval that falls, and gives what its event says. */
async function endRegistration(
  db: Db,
  actor: Staff,
  registration: NonNullable<NonNullable<FilingRow["ending"]>["registration"]>,
  today: string,
): Promise<Result<Omit<NewEvent, "actor" | "at">>> {
  const { id: registrationId, number, state: from } = registration;
  const ending = { how: "revoked", from: today, reason: null } as const;
  const decision = decideOnRegistration({ ...registration, ending }, "revoke", actor, today);
  if (!decision.ok) return decision;
  const { to, event } = decision.value;
  if (!(await voidRegistration(db, registration, today))) return refuse({ code: "stale" });
  return ok({ type: event, registrationId, from, to, payload: { number, from: today, fromTheStart: true } });
}

/** Whoever examined it learns that it is theirs again. */
async function tellReviewer(db: Db, actor: Staff, row: FilingRow, now: Date): Promise<void> {
  if (!row.reviewerId || row.reviewerId === actor.accountId) return;
  await queueMail(db, {
    dedupeKey: `${row.id}:${row.version}:filing_reopened_to_reviewer`,
    accountId: row.reviewerId,
    template: "filing_reopened_to_reviewer",
    params: { filingId: row.id, reference: row.reference ?? "", qualification: row.entry.qualification },
    at: now,
  });
}
