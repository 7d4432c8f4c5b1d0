import { appendAudit } from "@/lib/data/audit";
import { readWorkingCalendar } from "@/lib/data/calendar";
import type { Db, JsonObject } from "@/lib/data/client";
import { dayColumnOrNull } from "@/lib/data/days";
import { appendEvents, type NewEvent } from "@/lib/data/events";
import { findFilingFacts, moveFiling, type FilingChange, type FilingRow } from "@/lib/data/filing-facts";
import { queueMail } from "@/lib/data/mails";
import { accountOf, type Actor } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { isOpen, type Filing } from "@/lib/domain/filing/filing";
import { promisedDays, standingAfter, type Standing } from "@/lib/domain/filing/time-limits";
import { decide, workflow, type Action, type Step } from "@/lib/domain/filing/workflow";
import { mailAfter } from "@/lib/domain/mail/templates";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { filingFrom } from "@/lib/services/filing-facts";
import { whereItStands } from "@/lib/services/mail/where-it-stands";
import { canSee } from "@/lib/services/visibility";

export type StepInput = {
  filingId: string;
  /** The version the actor saw. */
  version: number;
  action: Action;
  /** Codes of the reasons, where the step needs them. */
  reasons?: readonly string[];
  /** Working days of which the step disposes. */
  days?: number;
  /** Who becomes the reviewer, where the step names one. */
  assignee?: string;
  /** The facts, where the caller has locked and read them already. */
  locked?: FilingRow | null;
};

/** The filing as the step found it, and how it stands afterwards. */
export type Stepped = { row: FilingRow; filing: Filing; today: string; standing: Standing };
export type StepExtras = {
  /** Further columns the step sets, such as the reference. */
  columns?: FilingChange;
  payload?: JsonObject;
  mail?: JsonObject;
  /** What began with the step, told after it. */
  events?: NewEvent[];
};

/**
 * Takes one step of the workflow inside the caller's transaction: what the step writes besides (`besides`), state, mail,
 * events and audit entry together or not at all. The trails come last: whoever appends to one keeps everybody else from it.
 */
export async function takeStep(
  db: Db,
  actor: Actor,
  input: StepInput,
  now: Date,
  besides?: (stepped: Stepped) => Promise<Result<StepExtras>>,
): Promise<Result<Stepped>> {
  const today = officeDay(now);
  const row = input.locked ?? (await findFilingFacts(db, input.filingId));
  if (!row || !canSee(actor, row)) return refuse({ code: "not_found" });

  const filing = filingFrom(row, today);
  const decision = decide(filing, input.action, actor, today);
  if (!decision.ok) return decision;
  const step = decision.value;
  if (row.version !== input.version) return refuse({ code: "stale" });
  if (step.reasons === "required" && !input.reasons?.length) {
    return refuse({ code: "invalid_input", fields: { reasons: "validation.reasons" } });
  }
  if (step.assigns === "named" && !input.assignee) {
    return refuse({ code: "invalid_input", fields: { to: "validation.choose_one" } });
  }

  const calendar = await readWorkingCalendar(db);
  const standing = standingAfter(filing, input.action, now, row.limits, calendar, input.days);
  const promised = promisedDays(standing, row.limits, calendar);
  const stepped = { row, filing, today, standing };
  const extras = besides ? await besides(stepped) : ok<StepExtras>({});
  if (!extras.ok) return extras;

  const moved = await moveFiling(
    db,
    { id: row.id, version: row.version, state: row.state },
    {
      ...columnsOf(standing),
      stateSince: now,
      ...(step.assigns && { reviewerId: reviewerAfter(step.assigns, actor, input) }),
      ...extras.value.columns,
    },
  );
  // The row is locked since it was read, and `besides` has written: only an exception takes that back.
  if (!moved) throw new Error(`The filing ${row.id} moved while it was locked.`);

  const template = mailAfter[input.action];
  if (template && row.accountId) {
    const reference = extras.value.columns?.reference ?? row.reference;
    // A step that sends mail follows the submission, which gave the reference.
    if (typeof reference === "string") {
      await queueMail(db, {
        dedupeKey: `${row.id}:${row.version}:${template}`,
        accountId: row.accountId,
        template,
        params: {
          filingId: row.id,
          reference,
          qualification: row.entry.qualification,
          dueOn: standing.dueOn,
          ...(isOpen(standing.state) && { where: whereItStands(standing, row, today, promised, calendar) }),
          ...extras.value.mail,
        },
        at: now,
      });
    }
  }
  const event: NewEvent = {
    type: workflow[input.action].event,
    filingId: row.id,
    actor,
    from: row.state,
    to: standing.state,
    at: now,
    payload: {
      ...(input.reasons && { reasons: [...input.reasons] }),
      ...(input.assignee && { assignee: input.assignee }),
      dueOn: standing.dueOn,
      ...(promised && { decideBy: promised.decideBy }),
      ...extras.value.payload,
    },
  };
  await appendEvents(db, [event, ...(extras.value.events ?? [])]);
  await appendAudit(db, { actor, action: input.action, object: `filing:${row.id}`, fields: ["state"] });
  return ok(stepped);
}

function reviewerAfter(assigns: NonNullable<Step["assigns"]>, actor: Actor, { assignee }: StepInput): string | null {
  if (assigns === "nobody") return null;
  return (assigns === "actor" ? accountOf(actor) : assignee) ?? null;
}

function columnsOf(standing: Standing): FilingChange {
  return {
    state: standing.state,
    held: standing.held,
    askedFrom: standing.askedFrom,
    daysUsed: standing.daysUsed,
    daysLeft: standing.daysLeft,
    dueProvisional: standing.dueProvisional,
    receivedOn: dayColumnOrNull(standing.receivedOn),
    acceptedOn: dayColumnOrNull(standing.acceptedOn),
    decidedOn: dayColumnOrNull(standing.decidedOn),
    dueOn: dayColumnOrNull(standing.dueOn),
    clockFrom: dayColumnOrNull(standing.clockFrom),
  };
}
