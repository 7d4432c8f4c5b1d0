import { findBarOfFiling } from "@/lib/data/bars";
import { readWorkingCalendar } from "@/lib/data/calendar";
import { database } from "@/lib/data/client";
import { readFilingFacts, type FilingRow } from "@/lib/data/filing-facts";
import { listReopenings, listWaitingReopenings, type ReopeningRow } from "@/lib/data/reopenings";
import type { Staff } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import type { FilingState } from "@/lib/domain/filing/filing";
import {
  decideOnDropping,
  decideOnReopening,
  type Reopening,
  type WaitingReopening,
} from "@/lib/domain/filing/reopening";
import { standingAfter } from "@/lib/domain/filing/time-limits";
import { fieldsOf } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { filingFrom } from "@/lib/services/filing-facts";
import { findKeyOfPerson, openWords, sealedAbout, type PersonKey } from "@/lib/services/person-seal";
import { canSee } from "@/lib/services/visibility";

/** What happens to a filing, and to what rests on its end, when it is reopened today. */
export type ReopeningEffects = {
  to: FilingState;
  dueOn: string | null;
  voids: string | null;
  asksAgain: boolean;
  liftsUntil: string | null;
};

export type Reopenings = {
  proposal: (Reopening & { isActors: boolean }) | null;
  /** What was proposed before and is decided, the newest first. */
  decided: Reopening[];
  /** Null where nothing leads back. */
  effects: ReopeningEffects | null;
  mayDrop: boolean;
};

/** What was and is proposed about the end of a filing, for whoever may know of the filing. */
export async function viewReopenings(actor: Staff, filingId: string, now: Date): Promise<Result<Reopenings>> {
  const row = await readFilingFacts(database, filingId);
  if (!row || !canSee(actor, row)) return refuse({ code: "not_found" });
  const today = officeDay(now);
  const filing = filingFrom(row, today);
  const [rows, key] = await Promise.all([listReopenings(database, filingId), findKeyOfPerson(database, row.personId)]);
  const views = rows.map((it) => reopeningView(it, filingId, key));
  const open = rows.find(({ state }) => state === "proposed");
  const proposal = views.find(({ id }) => id === open?.id);
  return ok({
    proposal: open && proposal ? { ...proposal, isActors: open.proposedById === actor.accountId } : null,
    decided: views.filter(({ id }) => id !== open?.id),
    effects: decideOnReopening(filing, actor, today).ok ? await effectsOn(row, now) : null,
    mayDrop: decideOnDropping(filing, actor).ok,
  });
}

async function effectsOn(row: FilingRow, now: Date): Promise<ReopeningEffects> {
  const today = officeDay(now);
  const [calendar, liftsUntil] = await Promise.all([
    readWorkingCalendar(database),
    findBarOfFiling(database, row.id, today),
  ]);
  const { state, dueOn } = standingAfter(filingFrom(row, today), "reopen", now, row.limits, calendar);
  return {
    to: state,
    dueOn,
    voids: row.ending?.registration?.number ?? null,
    asksAgain: state === "awaiting_applicant",
    liftsUntil,
  };
}

function reopeningView(row: ReopeningRow, filingId: string, key: PersonKey | null): Reopening {
  const { sealed, proposedById, ...shown } = row;
  return { ...shown, words: key && openWords(key, sealed, sealedAbout.reopening(filingId, proposedById)) };
}

const mostWaiting = 100;

/** The reopenings that wait for this supervisor to agree or not, the oldest first. */
export function listReopeningsFor(actor: Staff): Promise<WaitingReopening[]> {
  const fields = [...new Set(fieldsOf(actor, "reverse"))];
  if (fields.length === 0) return Promise.resolve([]);
  return listWaitingReopenings(database, { fields, accountId: actor.accountId, notOf: actor.personId }, mostWaiting);
}
