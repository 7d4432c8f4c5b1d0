import { readWorkingCalendar } from "@/lib/data/calendar";
import { database } from "@/lib/data/client";
import type { FilingRow } from "@/lib/data/filing-facts";
import { findPaperNotes } from "@/lib/data/documents";
import { findEntryWords, findFilingDates, type InThree } from "@/lib/data/filings";
import type { Professional } from "@/lib/domain/actor";
import { papersFor, type EvidenceKey } from "@/lib/domain/accreditation/evidence";
import { addDays, officeDay } from "@/lib/domain/calendar/working-days";
import { filingAddress } from "@/lib/domain/filing/address";
import { ownerOf, type FilingKind, type FilingState } from "@/lib/domain/filing/filing";
import { whyClosedToDraft, type DraftClosedReason } from "@/lib/domain/filing/opening";
import type { EntryRules } from "@/lib/domain/filing/questions";
import { mostRounds } from "@/lib/domain/filing/rounds";
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
import { promisedDays, turnOf, type Promised, type Turn } from "@/lib/domain/filing/time-limits";
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
  /** How often something was asked so far, and how often at most. */
  rounds: number;
  mostRounds: number;
  /** The days promised as it stands now; none in a draft, on hold and after the end. */
  promise: Promised | null;
  /** One objected to a refusal of it. */
  objected: boolean;
  /** Of a refused filing: another one for the same entry is open. */
  openBeside: boolean;
  /** How it ended was taken back once. */
  reopened: boolean;
  tasks: TaskStates;
  progress: { completed: number; total: number; minutes: number; next: Task | null; open: Task[] };
  papers: { key: EvidenceKey; isRequired: boolean; isGiven: boolean }[];
  /** What a reviewer will check, run today; for what can still be changed. */
  selfTest: CheckResult[];
  actions: Action[];
};

/** One's own filing as its pages show it: where it stands, what is left to do, whose turn it is. */
export async function viewMyFiling(actor: Professional, address: string, now: Date): Promise<Result<MyFiling>> {
  const row = await findMyFiling(database, actor, address);
  if (!row) return refuse({ code: "not_found" });
  const isMine = ownerOf(row.state) === "professional";
  const [words, dates, calendar, notes] = await Promise.all([
    findEntryWords(database, row.entry.versionId),
    findFilingDates(database, row.id),
    readWorkingCalendar(database),
    isMine ? findPaperNotes(database, row.id) : null,
  ]);
  const today = officeDay(now);
  const rules = rulesOf(row);
  const papers = papersOf(row);
  const answers = answersOf(row);
  const files = row.papers.filter(isReadable).map((it) => ({ ...it, ...notes?.get(it.id) }));
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
    turn: turnOf(row, row.limits, today, calendar),
    rounds: row.rounds,
    mostRounds: mostRounds(row),
    promise: promisedDays(row, row.limits, calendar),
    objected: row.objection !== null,
    openBeside: row.openBeside,
    reopened: row.reopened,
    tasks: states,
    progress: {
      completed: total - 1 - open.length,
      total,
      minutes: minutesLeft(states, missingPapers(row).length),
      next: nextTask(states),
      open,
    },
    papers,
    selfTest: isMine ? selfTest({ rules, answers, files, today }) : [],
    actions: availableActions(filingFrom(row, today), actor, today),
  });
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
