import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/data/audit";
import { readWorkingCalendar } from "@/lib/data/calendar";
import { transaction, type Db } from "@/lib/data/client";
import { endConsent } from "@/lib/data/consents";
import { insertDataRequest, type NewDataRequest } from "@/lib/data/data-requests";
import { lockPerson } from "@/lib/data/people";
import { queueMail } from "@/lib/data/mails";
import { findHeld } from "@/lib/data/personal-data";
import type { Professional } from "@/lib/domain/actor";
import { addWorkingDays, officeDay } from "@/lib/domain/calendar/working-days";
import { answerTimes, type AskCorrectionInput } from "@/lib/domain/personal-data/schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { destroyKept } from "@/lib/ports/storage";
import { eraseWhatMay } from "@/lib/services/carry-out-erasures";
import { keyOfPerson, sealedAbout, sealWords } from "@/lib/services/person-seal";

/** Asks the office to put right what it holds wrongly; it answers within the time the law gives. */
export function askCorrection(actor: Professional, input: AskCorrectionInput, now: Date): Promise<Result<null>> {
  return transaction(async (db) => {
    const key = await keyOfPerson(db, actor.personId);
    const id = randomUUID();
    const words = sealWords(key, input.words, sealedAbout.dataRequest(id, "words"));
    await insertDataRequest(db, {
      ...(await newRequest(db, actor, id, now)),
      kind: "correction",
      subject: input.subject,
      words,
    });
    await appendAudit(db, {
      actor,
      action: "ask_correction",
      object: `person:${actor.personId}`,
      fields: [input.subject],
    });
    return ok(null);
  });
}

/**
 * Erases at once what nothing holds: drafts with their papers, and the consent to be written to. The rest is a request that
 * time carries out; where nothing else is held, the account is closed with it.
 */
export async function askErasure(
  actor: Professional,
  _input: { understood: "yes" },
  now: Date,
): Promise<Result<{ isClosed: boolean }>> {
  const asked = await transaction(async (db) => {
    await lockPerson(db, actor.personId);
    const id = randomUUID();
    const request = await newRequest(db, actor, id, now);
    const isNew = await insertDataRequest(db, { ...request, kind: "erasure", subject: "everything", words: null });
    if (!isNew) return refuse({ code: "wrong_status" });

    const { filings } = await findHeld(db, actor.personId);
    for (const { id: filingId, state } of filings) {
      if (state !== "draft") await endConsent(db, filingId, "project_contact", now);
    }
    const erased = await eraseWhatMay(db, { id, personId: actor.personId }, now);
    if (!erased.isWhole) {
      await queueMail(db, {
        dedupeKey: `${id}:erasure_asked`,
        accountId: actor.accountId,
        template: "erasure_asked",
        params: {},
        at: now,
      });
    }
    await appendAudit(db, { actor, action: "ask_erasure", object: `person:${actor.personId}` });
    return ok({ isClosed: erased.isWhole, files: erased.files });
  });
  if (!asked.ok) return asked;
  // Their keys are gone: what may be left behind is unreadable, and the sweeper takes it.
  for (const key of asked.value.files) await destroyKept(key);
  return ok({ isClosed: asked.value.isClosed });
}

async function newRequest(
  db: Db,
  { personId }: Professional,
  id: string,
  askedAt: Date,
): Promise<Pick<NewDataRequest, "id" | "personId" | "askedAt" | "dueOn">> {
  const calendar = await readWorkingCalendar(db);
  const { date } = addWorkingDays(officeDay(askedAt), answerTimes.workingDays, calendar);
  return { id, personId, askedAt, dueOn: date };
}
