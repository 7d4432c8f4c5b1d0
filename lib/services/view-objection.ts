import { listAnswers } from "@/lib/data/answers";
import { database } from "@/lib/data/client";
import { listDecisionsOf } from "@/lib/data/filings";
import { findObjectedDecision } from "@/lib/data/objections";
import type { Professional } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { objectBy, objectionStatement } from "@/lib/domain/filing/objection";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { reasonsOf, type Reasoned } from "@/lib/services/view-decision";
import { viewMyFiling, type MyFiling } from "@/lib/services/view-my-filing";

export type MyObjection = {
  filing: MyFiling;
  /** The refusal that is or was objected to. */
  refusedOn: string;
  reasons: Reasoned;
} & ({ is: "open"; until: string } | { is: "made"; grounds: string });

/** The refusal of one's own filing that may be objected to now, or that was, with what one wrote. */
export async function viewObjection(actor: Professional, address: string, now: Date): Promise<Result<MyObjection>> {
  const viewed = await viewMyFiling(actor, address, now);
  if (!viewed.ok) return viewed;
  const filing = viewed.value;
  const mayObject = filing.actions.includes("object");
  if (!mayObject && !filing.objected) return refuse({ code: "wrong_status" });

  // What was objected to is written down; until then it is the refusal that stands.
  const [decisions, objectedTo] = await Promise.all([
    listDecisionsOf(database, filing.id),
    findObjectedDecision(database, filing.id),
  ]);
  const at = decisions.findIndex(({ id, stage, outcome }) =>
    objectedTo === null ? stage === "confirmation" && outcome === "refuse" : id === objectedTo,
  );
  const refusal = decisions[at];
  if (!refusal) throw new Error(`The filing ${filing.id} was refused by no decision.`);
  const proposal = decisions.slice(at).find(({ stage }) => stage === "proposal");
  const refusedOn = officeDay(refusal.decidedAt);
  const told = { filing, refusedOn, reasons: await reasonsOf(actor, filing.id, refusal, proposal) };
  if (mayObject) return ok({ ...told, is: "open", until: objectBy(filing.dates.decidedOn ?? refusedOn) });

  const answers = await listAnswers(database, filing.id);
  const grounds = answers.find(({ question }) => question === objectionStatement)?.value;
  return ok({ ...told, is: "made", grounds: typeof grounds === "string" ? grounds : "" });
}
