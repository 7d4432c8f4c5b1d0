import { database } from "@/lib/data/client";
import { listDecisionsOf } from "@/lib/data/filings";
import { listReopenings } from "@/lib/data/reopenings";
import type { Professional } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { reasonsOf, type Reasoned } from "@/lib/services/view-decision";

/** A decision that was taken back: it stays to be read, and holds no more. */
export type FallenDecision = {
  outcome: "approve" | "refuse";
  decidedOn: string;
  takenBackOn: string;
  reasons: Reasoned;
};

/** Every decision on one's own filing that fell with a reopening, the newest first. */
export async function fallenDecisions(actor: Professional, filingId: string): Promise<FallenDecision[]> {
  const [decisions, reopenings] = await Promise.all([
    listDecisionsOf(database, filingId),
    listReopenings(database, filingId),
  ]);
  const fallen = reopenings.map(async ({ state, fromState, decidedAt }) => {
    if (state !== "reopened" || fromState === "closed_no_response" || decidedAt === null) return [];
    const before = decisions.filter((it) => it.decidedAt <= decidedAt);
    const decided = before.find(({ stage }) => stage === "confirmation" || stage === "formal");
    if (!decided) return [];
    const proposal = before.find(({ stage }) => stage === "proposal");
    return [
      {
        outcome: decided.outcome,
        decidedOn: officeDay(decided.decidedAt),
        takenBackOn: officeDay(decidedAt),
        reasons: await reasonsOf(actor, filingId, decided, proposal),
      },
    ];
  });
  return (await Promise.all(fallen)).flat();
}
