import type { ExaminationRow } from "@/lib/data/examinations";
import type { FilingRow } from "@/lib/data/filing-facts";
import { addWorkingDays, isPublished, type WorkingCalendar } from "@/lib/domain/calendar/working-days";
import type { FindingResult, FoundAt } from "@/lib/domain/filing/checks";
import type { Filing } from "@/lib/domain/filing/filing";
import { daysUsedBy } from "@/lib/domain/filing/time-limits";
import { workflow } from "@/lib/domain/filing/workflow";
import { openWords, sealedAbout, type PersonKey } from "@/lib/services/person-seal";

type InThree = { en: string; "zh-Hant": string; "zh-Hans": string };

export type FindingView = {
  result: FindingResult;
  note: string;
  revision: number;
  by: string;
  at: Date;
  /** Where, how and when a register was looked up for it. */
  lookUp: FoundAt | null;
};
export type DecisionView = {
  id: string;
  stage: ExaminationRow["decisions"][number]["stage"];
  outcome: "approve" | "refuse";
  reasonCodes: string[];
  note: string | null;
  scope: InThree | null;
  by: string;
  at: Date;
};

/** That a supervisor allowed to ask once more than usual; why, unless its words were erased. */
export type ExtraRoundView = { at: Date; by: string; reason: string | null };

/** A supervisor's word that once more may be asked, with its reason opened. */
export function extraRoundView(
  filingId: string,
  found: { sealed: Uint8Array; at: Date; by: string } | null,
  key: PersonKey | null,
): ExtraRoundView | null {
  if (!found) return null;
  const { sealed, at, by } = found;
  return { at, by, reason: key && openWords(key, sealed, sealedAbout.extraRound(filingId)) };
}

/** Since when the reviewer holds the filing: the newest step by which it became theirs. */
export function heldSince(details: ExaminationRow, reviewerId: string): Date | null {
  const taken = details.events.find(({ type, actorId, payload }) =>
    type === workflow.reassign.event
      ? payload.assignee === reviewerId
      : actorId === reviewerId && becomesTheirs.has(type),
  );
  return taken ? new Date(taken.at) : null;
}

const becomesTheirs = new Set<string>([
  workflow.accept.event,
  workflow.take_over.event,
  workflow.uphold_objection.event,
]);

/** How far the clock has run, and when what is sent today would have to be answered. */
export function timesOf(
  row: FilingRow,
  filing: Filing,
  details: ExaminationRow,
  today: string,
  calendar: WorkingCalendar,
) {
  const { limits } = row;
  return {
    clock: {
      used: daysUsedBy(filing, today, calendar),
      limit: row.acceptedOn === null ? limits.acceptanceDays : limits.decisionDays,
      dueOn: row.dueOn,
      isProvisional: row.dueOn !== null && !isPublished(row.dueOn, calendar),
      isOverdue: row.dueOn !== null && row.dueOn < today,
    },
    ifSentToday: {
      answerBy: addWorkingDays(today, limits.answerDays, calendar).date,
      hearingBy: addWorkingDays(today, limits.hearingDays, calendar).date,
    },
  };
}

/** What was found of one check last; null where nothing was. */
export function findingView(
  details: ExaminationRow,
  key: string,
  by: (id: string) => string | null,
): FindingView | null {
  const found = details.findings.find(({ check }) => check === key);
  if (!found) return null;
  const { result, note, revision, accountId, at, source, lookedUp, lookedUpAt } = found;
  const isLookedUp = source !== null && lookedUp !== null && lookedUpAt !== null;
  return {
    result,
    note,
    revision,
    by: by(accountId) ?? "",
    at: new Date(at),
    lookUp: isLookedUp ? { way: lookedUp, source, at: new Date(lookedUpAt) } : null,
  };
}

/** A decision with its words opened. */
export function decisionView(
  filingId: string,
  decision: ExaminationRow["decisions"][number],
  key: PersonKey | null,
  by: string,
): DecisionView {
  const { id, stage, outcome, filingVersion, reasonCodes, note, scope, at } = decision;
  const about = sealedAbout.decisionNote(filingId, filingVersion, stage);
  const { en, "zh-Hant": zhHant, "zh-Hans": zhHans } = scope;
  return {
    id,
    stage,
    outcome,
    reasonCodes,
    note: note !== null && key ? openWords(key, Buffer.from(note, "hex"), about) : null,
    scope: en !== null && zhHant !== null && zhHans !== null ? { en, "zh-Hant": zhHant, "zh-Hans": zhHans } : null,
    by,
    at: new Date(at),
  };
}

/** The proposal that awaits its second check, its hearing or its notice; null where none does. */
export function proposalOf(row: FilingRow, decisions: readonly DecisionView[]): DecisionView | null {
  if (!["second_check", "hearing", "public_notice"].includes(row.state)) return null;
  return decisions.findLast(({ stage }) => stage === "proposal") ?? null;
}
