import type { Actor } from "@/lib/domain/actor";
import type { Filing, reopenableStates } from "@/lib/domain/filing/filing";
import { decide, isParty } from "@/lib/domain/filing/workflow";
import type { Names } from "@/lib/domain/person/names";
import { ok, refuse, type Result } from "@/lib/domain/result";

/** What became of somebody's wish that a filing be reopened. */
export type ReopeningState = "proposed" | "reopened" | "dropped" | "overtaken";

/** What somebody proposed about the end of a filing, and what became of it. */
export type Reopening = {
  id: string;
  /** How it had ended. */
  fromState: (typeof reopenableStates)[number];
  reasonCode: string;
  /** Why, in the words of whoever proposed it; null once they were destroyed with what the person filed. */
  words: string | null;
  state: ReopeningState;
  proposedBy: string;
  proposedAt: Date;
  /** Null while nobody decided, and where an objection came first. */
  decidedBy: string | null;
  decidedAt: Date | null;
  /** The number of the registration that is void since. */
  voided: string | null;
};

/** A reopening as it stands in the list of those that wait for a second person. */
export type WaitingReopening = Pick<Reopening, "fromState" | "reasonCode" | "proposedBy" | "proposedAt"> &
  Names & { reference: string; qualification: { en: string; "zh-Hant": string; "zh-Hans": string } };

// Nobody has this account: the step is asked as if somebody else had proposed it.
const somebodyElse = "";

/** May this actor propose that the filing is reopened? Whatever stands in the way of the step itself does so already here. */
export function decideOnProposing(filing: Filing, actor: Actor, today: string): Result<void> {
  const decision = decide({ ...filing, reopeningBy: somebodyElse }, "reopen", actor, today);
  if (!decision.ok) return decision;
  return filing.reopeningBy === null ? ok(undefined) : refuse({ code: "unmet", condition: "not_proposed_yet" });
}

/** May this actor take the next step towards a reopening: propose it, or agree to what somebody else proposed? */
export function decideOnReopening(filing: Filing, actor: Actor, today: string): Result<unknown> {
  return filing.reopeningBy === null ? decideOnProposing(filing, actor, today) : decide(filing, "reopen", actor, today);
}

/** May this actor drop what was proposed? Whoever proposed it takes it back, and any other supervisor may say no. */
export function decideOnDropping(filing: Filing, actor: Actor): Result<void> {
  if (!isParty.second_supervisor(actor, { ...filing, reopeningBy: somebodyElse })) return refuse({ code: "forbidden" });
  return filing.reopeningBy === null ? refuse({ code: "unmet", condition: "reopening_proposed" }) : ok(undefined);
}
