import { readWorkingCalendar } from "@/lib/data/calendar";
import { database } from "@/lib/data/client";
import type { FilingRow } from "@/lib/data/filing-facts";
import { findEntryWords, findFilingDates, type InThree } from "@/lib/data/filings";
import type { Professional } from "@/lib/domain/actor";
import { papersFor, type EvidenceKey } from "@/lib/domain/accreditation/evidence";
import {
  addDays,
  addWorkingDays,
  officeDay,
  workingDaysBetween,
  type WorkingCalendar,
} from "@/lib/domain/calendar/working-days";
import { filingAddress } from "@/lib/domain/filing/address";
import { ownerOf, type FilingKind, type FilingState, type Owner } from "@/lib/domain/filing/filing";
import { whyClosedToDraft, type DraftClosedReason } from "@/lib/domain/filing/opening";
import type { EntryRules } from "@/lib/domain/filing/questions";
import { selfTest, type CheckResult } from "@/lib/domain/filing/self-test";
import {
  draftDays,
  minutesLeft,
  nextTask,
  openTasks,
  tasks,
  taskStates,
  type TaskStates,
} from "@/lib/domain/filing/tasks";
import { daysUsedBy } from "@/lib/domain/filing/time-limits";
import { availableActions, type Action } from "@/lib/domain/filing/workflow";
import type { Task } from "@/lib/domain/filing/questions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { answersOf, filingFrom, isReadable, missingPapers, rulesBefore, rulesOf } from "@/lib/services/filing-facts";
import { findMyFiling } from "@/lib/services/my-filing";

export type MyFiling = {
  id: string;
  /** The part of the path that leads here: the id of a draft, afterwards the reference. */
  address: string;
  reference: string | null;
  version: number;
  kind: FilingKind;
  state: FilingState;
  held: boolean;
  entryCode: string;
  qualification: InThree;
  issuingBody: InThree;
  authority: InThree;
  rules: EntryRules;
  /** Why the entry of a draft takes no filing any more. */
  closed: DraftClosedReason | null;
  today: string;
  dates: {
    editedOn: Date;
    submittedAt: Date | null;
    receivedOn: string | null;
    decidedOn: string | null;
    deletedOn: string;
  };
  limits: { acceptanceDays: number; decisionDays: number; answerDays: number };
  turn: Turn;
  /** The days promised to who has submitted: acceptance, and the decision at the latest. */
  promise: { acceptBy: string; decideBy: string; isProvisional: boolean } | null;
  tasks: TaskStates;
  progress: { completed: number; total: number; minutes: number; next: Task | null; open: Task[] };
  papers: { key: EvidenceKey; isRequired: boolean; isGiven: boolean }[];
  /** What a reviewer will check, run today; for what can still be changed. */
  selfTest: CheckResult[];
  actions: Action[];
};

/** Whose turn it is, on which of how many working days, and until when; what is overdue says by how many. */
export type Turn = {
  owner: Owner | null;
  dueOn: string | null;
  isProvisional: boolean;
  day: number | null;
  of: number | null;
  overdueBy: number;
};

/** One's own filing as its pages show it: where it stands, what is left to do, whose turn it is. */
export async function viewMyFiling(actor: Professional, address: string, now: Date): Promise<Result<MyFiling>> {
  const row = await findMyFiling(database, actor, address);
  if (!row) return refuse({ code: "not_found" });
  const [words, dates, calendar] = await Promise.all([
    findEntryWords(database, row.entry.versionId),
    findFilingDates(database, row.id),
    readWorkingCalendar(database),
  ]);
  const today = officeDay(now);
  const rules = rulesOf(row);
  const papers = papersOf(row);
  const answers = answersOf(row);
  const files = row.papers.filter(isReadable);
  const states = taskStates({
    rules,
    answers,
    consents: row.consents,
    papers: paperCounts(row),
    today,
    before: rulesBefore(row),
  });
  const open = openTasks(states);
  const total = tasks.length;

  return ok({
    id: row.id,
    address: filingAddress(row),
    reference: row.reference,
    version: row.version,
    kind: row.kind,
    state: row.state,
    held: row.held,
    entryCode: row.entryCode,
    qualification: row.entry.qualification,
    ...words,
    rules,
    closed: row.state === "draft" ? whyClosedToDraft(row.entry, today) : null,
    today,
    dates: {
      editedOn: dates.editedAt,
      submittedAt: dates.submittedAt,
      receivedOn: row.receivedOn,
      decidedOn: dates.decidedOn,
      deletedOn: addDays(officeDay(dates.editedAt), draftDays),
    },
    limits: row.limits,
    turn: turnOf(row, dates.dueProvisional, today, calendar),
    promise: promiseOf(row, calendar),
    tasks: states,
    progress: {
      completed: total - 1 - open.length,
      total,
      minutes: minutesLeft(states, missingPapers(row).length),
      next: nextTask(states),
      open,
    },
    papers,
    selfTest: ownerOf(row.state) === "professional" ? selfTest({ rules, answers, files, today }) : [],
    actions: availableActions(filingFrom(row, today), actor, today),
  });
}

/** Whose turn it is with a filing today. */
export function turnOf(row: FilingRow, isProvisional: boolean, today: string, calendar: WorkingCalendar): Turn {
  const owner = row.held ? null : ownerOf(row.state);
  const overdueBy = row.dueOn !== null && row.dueOn < today ? workingDaysBetween(row.dueOn, today, calendar) : 0;
  const of = limitIn(row);
  const used = of === null ? null : daysUsedOf(row, of, today, calendar);
  return { owner, dueOn: row.dueOn, isProvisional, day: used, of, overdueBy };
}

function promiseOf({ receivedOn, limits }: FilingRow, calendar: WorkingCalendar): MyFiling["promise"] {
  if (receivedOn === null) return null;
  const accept = addWorkingDays(receivedOn, limits.acceptanceDays, calendar);
  const decide = addWorkingDays(accept.date, limits.decisionDays, calendar);
  return {
    acceptBy: accept.date,
    decideBy: decide.date,
    isProvisional: accept.provisional || decide.provisional,
  };
}

function daysUsedOf(row: FilingRow, of: number, today: string, calendar: WorkingCalendar): number {
  if (ownerOf(row.state) === "authority") return daysUsedBy(row, today, calendar);
  // The professional's clock has no column of its own: what is not left of the limit is used.
  return row.dueOn === null || row.dueOn < today
    ? of
    : Math.max(0, of - workingDaysBetween(today, row.dueOn, calendar));
}

function limitIn({ state, held, limits }: FilingRow): number | null {
  if (held) return null;
  switch (state) {
    case "submitted":
      return limits.acceptanceDays;
    case "under_review":
    case "second_check":
      return limits.decisionDays;
    case "awaiting_applicant":
      return limits.answerDays;
    case "hearing":
      return limits.hearingDays;
    case "public_notice":
      return limits.noticeDays;
    case "draft":
    case "approved":
    case "refused":
    case "not_accepted":
    case "closed_no_response":
    case "withdrawn":
      return null;
  }
}

function papersOf(row: FilingRow): MyFiling["papers"] {
  const given = new Set(row.papers.filter(isReadable).map(({ evidenceKey }) => evidenceKey));
  return papersFor(rulesOf(row)).map(({ key, isRequired }) => ({ key, isRequired, isGiven: given.has(key) }));
}

function paperCounts(row: FilingRow) {
  const required = papersFor(rulesOf(row)).filter(({ isRequired }) => isRequired).length;
  const before = rulesBefore(row);
  const missingBefore = before && missingPapers(row, before).length;
  return { required, missing: missingPapers(row).length, missingBefore, given: row.papers.length };
}
