import { findBarOfFiling } from "@/lib/data/bars";
import { database } from "@/lib/data/client";
import { findRegistrationOfFiling, listDecisionsOf, type DecisionLine, type InThree } from "@/lib/data/filings";
import type { Professional } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { objectBy } from "@/lib/domain/filing/objection";
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
  /** Of a refusal: whether its professional may object, and until when. */
  objection: Objectable | null;
  /** The last day on which the refusal bars from the field, where it does and that day is not over. */
  barredUntil: string | null;
};

/** `made`: this is what came of the one they made. `beside`: another filing for the same entry is open. */
export type Objectable = { is: "open" | "beside" | "over"; until: string } | { is: "made"; until: null };

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
    reasons: await reasonsOf(actor, id, decided ?? proposal, proposal),
    scope: scopeOf(decided) ?? scopeOf(proposal),
    registration,
    // A bar that came of a revocation is told with the revocation.
    barredUntil: state === "refused" ? barredUntil : null,
    objection: state === "refused" ? objectable(filing.value, dates.decidedOn) : null,
  });
}

function objectable({ actions, objected, openBeside, today }: MyFiling, decidedOn: string): Objectable {
  if (objected) return { is: "made", until: null };
  const until = objectBy(decidedOn);
  if (actions.includes("object")) return { is: "open", until };
  return { is: openBeside && today <= until ? "beside" : "over", until };
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

/** The reasons of a decision; the facts of a refusal are those it was proposed with, where its confirmation adds none. */
export async function reasonsOf(
  actor: Professional,
  filingId: string,
  decision: DecisionLine | undefined,
  proposal?: DecisionLine,
): Promise<Reasoned> {
  if (!decision) return { reasonCodes: [], note: null };
  const noted = decision.note === null && decision.outcome === "refuse" ? (proposal ?? decision) : decision;
  const key = noted.note && (await findKeyOfPerson(database, actor.personId));
  const about = sealedAbout.decisionNote(filingId, noted.filingVersion, noted.stage);
  const note = noted.note && key ? openWords(key, noted.note, about) : null;
  return { reasonCodes: decision.reasonCodes, note };
}

function scopeOf(decision: DecisionLine | undefined): InThree | null {
  if (!decision) return null;
  const { en, "zh-Hant": hant, "zh-Hans": hans } = decision.scope;
  return en !== null && hant !== null && hans !== null ? { en, "zh-Hant": hant, "zh-Hans": hans } : null;
}
