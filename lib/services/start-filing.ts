import { putAnswer } from "@/lib/data/answers";
import { appendAudit } from "@/lib/data/audit";
import { findBarredUntil } from "@/lib/data/bars";
import { transaction } from "@/lib/data/client";
import { hasOpenErasure } from "@/lib/data/data-requests";
import { findPublishedEntry } from "@/lib/data/entries";
import { findOpenFiling, insertDraft, listRegistrationsOf } from "@/lib/data/filings";
import { lockPerson } from "@/lib/data/people";
import type { Professional } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { whyClosed } from "@/lib/domain/filing/opening";
import { fittingAnswers } from "@/lib/domain/filing/questions";
import type { StartFilingInput } from "@/lib/domain/filing/schema";
import { ok, refuse, type Result } from "@/lib/domain/result";

export type StartedFiling = { id: string; wasOpen: boolean };

/** Begins a draft for a list entry, with what was answered before, or opens the one that is open already. */
export function startFiling(actor: Professional, input: StartFilingInput, now: Date): Promise<Result<StartedFiling>> {
  return transaction(async (db) => {
    const entry = await findPublishedEntry(db, input.entry);
    if (!entry) return refuse({ code: "not_found" });

    const wanted = { personId: actor.personId, entryCode: entry.code, kind: "first" } as const;
    const open = await findOpenFiling(db, wanted);
    if (open) return ok({ id: open, wasOpen: true });

    // An erasure that is asked for at this very moment sees the draft, or is seen here.
    await lockPerson(db, actor.personId);
    if (await hasOpenErasure(db, actor.personId)) return refuse({ code: "unmet", condition: "erasure_open" });
    const today = officeDay(now);
    const closed = whyClosed(entry, today);
    if (closed) return refuse({ code: "unmet", condition: closed });
    const barred = await findBarredUntil(db, { personId: actor.personId, fieldCode: entry.field }, today);
    if (barred) return refuse({ code: "unmet", condition: "barred" });
    const registrations = await listRegistrationsOf(db, actor.personId);
    if (registrations.some((it) => it.entryCode === entry.code && isStanding(it, today))) {
      return refuse({ code: "unmet", condition: "already_registered" });
    }

    const id = await insertDraft(db, { ...wanted, fieldCode: entry.field, at: now });
    if (!id) {
      // Somebody started it in another window at this very moment.
      const first = await findOpenFiling(db, wanted);
      return first ? ok({ id: first, wasOpen: true }) : refuse({ code: "stale" });
    }
    const { entry: _, ...answered } = input;
    const carried = Object.entries(fittingAnswers(entry, answered));
    for (const [question, value] of carried) {
      if (value !== undefined) await putAnswer(db, id, question, { value }, now);
    }
    const fields = carried.map(([question]) => question);
    await appendAudit(db, { actor, action: "start_filing", object: `filing:${id}`, fields });
    return ok({ id, wasOpen: false });
  });
}

/** Does a registration stand on this day, so that no first filing for its entry makes sense? */
export function isStanding({ state, validUntil }: { state: string; validUntil: string }, today: string): boolean {
  return (state === "in_force" || state === "suspended") && today <= validUntil;
}
