import type { Staff } from "@/lib/domain/actor";
import type { Filing } from "@/lib/domain/filing/filing";
import { decideOnReopening } from "@/lib/domain/filing/reopening";
import { decide, isParty, workflow, type Action, type Condition, type Party } from "@/lib/domain/filing/workflow";
import { ok, refuse, type Result } from "@/lib/domain/result";

/** May this reviewer record findings now? The one who holds the filing; before acceptance, whoever looks whether it is complete. */
export function mayRecord(filing: Filing, actor: Staff): Result<void> {
  if (!isParty.reviewer(actor, filing)) return refuse({ code: "forbidden" });
  if (filing.state !== "under_review" && filing.state !== "submitted") return refuse({ code: "wrong_status" });
  const isNobodys = filing.state === "submitted" && filing.reviewerId === null;
  if (!isNobodys && filing.reviewerId !== actor.accountId) return refuse({ code: "forbidden" });
  if (filing.held) return refuse({ code: "unmet", condition: "not_held" });
  return ok(undefined);
}

/** The steps a reviewer's page speaks of, in the order of the work. */
export const reviewActions = [
  "accept",
  "decline_acceptance",
  "take_over",
  "request_information",
  "allow_round",
  "propose_refusal",
  "propose_approval",
  "approve_formal",
  "approve",
  "give_notice",
  "refuse",
  "return",
  "hold",
  "release",
  "reopen",
] as const satisfies readonly Action[];
export type ReviewAction = (typeof reviewActions)[number];

/** Whether a step is offered, and if not, the one thing that stands in its way. */
export type Offer =
  | { action: ReviewAction; offered: true }
  | {
      action: ReviewAction;
      offered: false;
      why: { is: "party"; party: Party } | { is: "state" } | { is: "unmet"; condition: Condition };
    };

/** Every step of the reviewers, each with whether this actor may take it today and otherwise why not. */
export function offersOf(filing: Filing, actor: Staff, today: string): Offer[] {
  return reviewActions.map((action) => {
    const decision =
      action === "reopen" ? decideOnReopening(filing, actor, today) : decide(filing, action, actor, today);
    if (decision.ok) {
      // Taking over what one holds already leads nowhere.
      return action === "take_over" && filing.reviewerId === actor.accountId
        ? { action, offered: false, why: { is: "state" } }
        : { action, offered: true };
    }
    const { code, condition } = decision.refusal;
    if (!workflow[action].from.some((state) => state === filing.state)) {
      return { action, offered: false, why: { is: "state" } };
    }
    if (code === "forbidden") return { action, offered: false, why: { is: "party", party: workflow[action].by } };
    return { action, offered: false, why: { is: "unmet", condition: condition as Condition } };
  });
}
