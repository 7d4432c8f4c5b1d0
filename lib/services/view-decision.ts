import { findBarOfFiling } from "@/lib/data/bars";
import { database } from "@/lib/data/client";
import { findRegistrationOfFiling, listDecisionsOf, type DecisionLine, type InThree } from "@/lib/data/filings";
import type { Professional } from "@/lib/domain/actor";
import { addDays, officeDay } from "@/lib/domain/calendar/working-days";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { findKeyOfPerson, openWords, sealedAbout } from "@/lib/services/person-seal";
import { viewMyFiling, type MyFiling } from "@/lib/services/view-my-filing";

export type Reasoned = { reasonCodes: string[]; note: string | null };

export type MyDecision = {
  filing: MyFiling;
  outcome: "approved" | "refused" | "not_accepted";
  decidedOn: string;
  reasons: Reasoned;
  /** The scope that the decision gives, where it gives one. */
  scope: InThree | null;
  registration: string | null;
  /** The last day on which an objection is in time. */
  objectBy: string | null;
  /** The last day on which the refusal bars from the field, where it does and that day is not over. */
  barredUntil: string | null;
};

const objectionDays = 28;

/** The decision on one's own filing with its reasons, and how to go on from it. */
export async function viewDecision(actor: Professional, address: string, now: Date): Promise<Result<MyDecision>> {
  const filing = await viewMyFiling(actor, address, now);
  if (!filing.ok) return filing;
  const { id, state, dates } = filing.value;
  const isDecided = state === "approved" || state === "refused" || state === "not_accepted";
  if (!isDecided || dates.decidedOn === null) return refuse({ code: "wrong_status" });

  const [decisions, registration, barredUntil] = await Promise.all([
    listDecisionsOf(database, id),
    findRegistrationOfFiling(database, id),
    findBarOfFiling(database, id, officeDay(now)),
  ]);
  const decided = decisions.find(({ stage }) => stage !== "proposal" && stage !== "returned");
  const proposal = decisions.find(({ stage }) => stage === "proposal");
  return ok({
    filing: filing.value,
    outcome: state,
    decidedOn: dates.decidedOn,
    reasons: await reasonsOf(actor, id, decided ?? proposal),
    scope: scopeOf(decided) ?? scopeOf(proposal),
    registration,
    barredUntil,
    objectBy: state === "refused" ? addDays(dates.decidedOn, objectionDays) : null,
  });
}

/** Why a refusal was proposed: what a hearing answers; null when no hearing is open. */
export async function viewHearing(
  actor: Professional,
  address: string,
  now: Date,
): Promise<Result<{ filing: MyFiling; reasons: Reasoned }>> {
  const filing = await viewMyFiling(actor, address, now);
  if (!filing.ok) return filing;
  if (filing.value.state !== "hearing") return refuse({ code: "wrong_status" });
  const decisions = await listDecisionsOf(database, filing.value.id);
  const proposal = decisions.find(({ stage }) => stage === "proposal");
  return ok({ filing: filing.value, reasons: await reasonsOf(actor, filing.value.id, proposal) });
}

async function reasonsOf(actor: Professional, filingId: string, decision: DecisionLine | undefined): Promise<Reasoned> {
  if (!decision) return { reasonCodes: [], note: null };
  const { reasonCodes, note, filingVersion, stage } = decision;
  const key = note && (await findKeyOfPerson(database, actor.personId));
  const about = sealedAbout.decisionNote(filingId, filingVersion, stage);
  return { reasonCodes, note: note && key ? openWords(key, note, about) : null };
}

function scopeOf(decision: DecisionLine | undefined): InThree | null {
  if (!decision) return null;
  const { en, "zh-Hant": hant, "zh-Hans": hans } = decision.scope;
  return en !== null && hant !== null && hans !== null ? { en, "zh-Hant": hant, "zh-Hans": hans } : null;
}
