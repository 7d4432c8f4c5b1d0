import { appendAudit } from "@/lib/data/audit";
import { database, transaction, type Db } from "@/lib/data/client";
import { answerDataRequest, listOpenErasures } from "@/lib/data/data-requests";
import { destroyPapers, erasePerson } from "@/lib/data/erasure";
import { deleteDraft } from "@/lib/data/filings";
import { lockPerson } from "@/lib/data/people";
import { findHeld } from "@/lib/data/personal-data";
import { evidenceKeys, isIdentityPaper } from "@/lib/domain/accreditation/evidence";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { mayEraseAll, papersUntil } from "@/lib/domain/personal-data/retention";
import { destroyKept } from "@/lib/ports/storage";

const clock = { kind: "clock" } as const;
const identityPapers = evidenceKeys.filter(isIdentityPaper);

/**
 * Carries on every erasure that was asked for: what had to be kept until yesterday goes today. Twice does no harm. Where
 * one fails the others go on, and the failure is told at the end.
 */
export async function carryOutErasures(now: Date): Promise<void> {
  const failures: unknown[] = [];
  for (const request of await listOpenErasures(database)) {
    try {
      const { files } = await transaction((db) => eraseWhatMay(db, request, now));
      for (const key of files) await destroyKept(key);
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} erasures were not carried out.`);
}

/** Erases what need not be kept of one person, drafts first of all; where that is all of it, the request is done. Gives the files to destroy. */
export async function eraseWhatMay(
  db: Db,
  request: { id: string; personId: string },
  now: Date,
): Promise<{ isWhole: boolean; files: string[] }> {
  const today = officeDay(now);
  await lockPerson(db, request.personId);
  const held = await findHeld(db, request.personId);
  const isWhole = mayEraseAll(held, today);
  const files: string[] = [];
  for (const filing of held.filings) {
    if (filing.state === "draft") {
      files.push(...((await deleteDraft(db, filing.id)) ?? []));
      continue;
    }
    const until = papersUntil(filing, held.registrations);
    if (isWhole || isPast(until.papers, today)) files.push(...(await destroyPapers(db, filing.id, "all", now)));
    else if (isPast(until.identityPapers, today)) {
      files.push(...(await destroyPapers(db, filing.id, { evidenceKeys: identityPapers }, now)));
    }
  }
  if (isWhole) {
    await erasePerson(db, request.personId);
    await answerDataRequest(db, request.id, { state: "done", answeredAt: now, answeredById: null, answer: null });
  }
  if (isWhole || files.length > 0) {
    const fields = isWhole ? ["everything"] : ["papers"];
    await appendAudit(db, { actor: clock, action: "erase", object: `person:${request.personId}`, fields });
  }
  return { isWhole, files };
}

const isPast = (until: string | null, today: string) => until !== null && until < today;
