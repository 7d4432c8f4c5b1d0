import { appendAudit } from "@/lib/data/audit";
import { readWorkingCalendar } from "@/lib/data/calendar";
import { countMessages } from "@/lib/data/case-messages";
import { transaction, type Db } from "@/lib/data/client";
import { findPaperNotes } from "@/lib/data/documents";
import { findFilingByReference, findLastReveal, readExamination, type ExaminationRow } from "@/lib/data/examinations";
import { findExtraRound } from "@/lib/data/extra-rounds";
import { readFilingFacts, type FilingRow } from "@/lib/data/filing-facts";
import type { Staff } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { parseFilingReference } from "@/lib/domain/codes/references";
import type { StandingBar } from "@/lib/domain/filing/bars";
import { checksFor, formalCheckTrace } from "@/lib/domain/filing/checks";
import { mayRecord, offersOf, type Offer } from "@/lib/domain/filing/examination";
import { ownerOf, type FilingKind, type FilingState, type Owner } from "@/lib/domain/filing/filing";
import { objectionStatement } from "@/lib/domain/filing/objection";
import { mostRounds } from "@/lib/domain/filing/rounds";
import { selfTest, type Remark } from "@/lib/domain/filing/self-test";
import { hearingStatement } from "@/lib/domain/filing/tasks";
import type { Names } from "@/lib/domain/person/names";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { byHand, homeRegisterOf } from "@/lib/ports/home-register";
import { wallTime } from "@/lib/ports/clock";
import {
  factsOf,
  openedAnswers,
  practiceOf,
  textOf,
  type Fact,
  type Secrets,
} from "@/lib/services/examination-answers";
import {
  decisionView,
  extraRoundView,
  findingView,
  heldSince,
  proposalOf,
  timesOf,
  type DecisionView,
  type ExtraRoundView,
  type FindingView,
} from "@/lib/services/examination-parts";
import { examinedRounds, type ExaminedRound } from "@/lib/services/examination-rounds";
import { confirmationsOf, type ExaminedConfirmation } from "@/lib/services/view-confirmations";
import { paperGroups, provedBy, type PaperGroup } from "@/lib/services/examination-papers";
import { answersOf, filingFrom, hasDuplicate, isReadable, rulesOf, seenHash } from "@/lib/services/filing-facts";
import { barsOn, lookAlikesOf } from "@/lib/services/examination-person";
import { findKeyOfPerson } from "@/lib/services/person-seal";
import { canSee } from "@/lib/services/visibility";

type InThree = { en: string; "zh-Hant": string; "zh-Hans": string };

export type { DecisionView, FindingView };
export type CheckView = {
  key: string;
  about: "answers" | "paper";
  facts: Fact[];
  finding: FindingView | null;
  /** What the facts say by themselves, the same as the professional was told. */
  remarks: Remark[];
  /** The paper that proves it, where there is one to look at: what the link beside the check opens. */
  opens: string | null;
};
export type RequestView = {
  round: number;
  extraDays: number;
  state: ExaminationRow["requests"][number]["state"];
  outcome: "close_no_response" | "decide_on_file";
  sentAt: Date;
  dueOn: string;
  answeredAt: Date | null;
  items: { number: number; subject: string; text: string; answer: string | null }[];
};
export type EventView = {
  seq: number;
  type: string;
  actorKind: "applicant" | "staff" | "clock";
  by: string | null;
  at: Date;
  reasons: string[];
};

export type Examination = {
  id: string;
  reference: string;
  version: number;
  kind: FilingKind;
  state: FilingState;
  held: boolean;
  field: string;
  entryCode: string;
  qualification: InThree;
  issuingBody: InThree;
  scope: InThree;
  names: Names;
  /** The language the professional reads: a request is written in it. */
  locale: "en" | "zh-Hant" | "zh-Hans";
  clock: { used: number; limit: number; dueOn: string | null; isProvisional: boolean; isOverdue: boolean };
  /** Until when the professional would have to answer what was sent today. */
  ifSentToday: { answerBy: string; hearingBy: string };
  owner: Owner | null;
  reviewer: { name: string; isActor: boolean; since: Date | null } | null;
  checks: CheckView[];
  papers: PaperGroup[];
  contact: Fact[];
  hearing: string | null;
  /** What the professional objects to the refusal with, once it is examined anew. */
  objection: string | null;
  practice: { months: number } | null;
  /** The board's register can be asked by machine. */
  asksByMachine: boolean;
  /** Who was asked about the posts, and what they answered. */
  confirmations: ExaminedConfirmation[];
  requests: RequestView[];
  /** How often at most something is asked. */
  mostRounds: number;
  extraRound: ExtraRoundView | null;
  /** What the answers to requests changed, newest first. */
  rounds: ExaminedRound[];
  decisions: DecisionView[];
  /** The proposal that awaits its second check. */
  proposal: DecisionView | null;
  /** What was proposed rests on what stands now. */
  isAsProposed: boolean;
  events: EventView[];
  formal: ReturnType<typeof formalCheckTrace>;
  registration: string | null;
  /** By which other refusals its person is barred from the field, or somebody with their number. */
  bars: StandingBar[];
  /** What else its person filed, newest first. */
  earlier: ExaminationRow["earlier"];
  /** How many others may be its person, and of how many that is not ruled on; later, on how many it was ruled. */
  lookAlikes: { all: number; open: number };
  /** Filings of others whose person was ruled to be this one: the reference where the reader may open it. */
  ruledTheSame: { reference: string | null }[];
  offers: Offer[];
  mayRecord: boolean;
  /** Until when the identity numbers are shown in full; null while they are masked. */
  shownUntil: Date | null;
};

/** How long identity numbers stay in sight once they were asked for. */
export const revealMinutes = 10;

/** The examination of one filing, for whoever examines, decides or holds in its field; each look is written down. */
export function viewExamination(actor: Staff, address: string, now: Date): Promise<Result<Examination>> {
  const reference = parseFilingReference(address);
  return transaction(async (db) => {
    const id = reference && (await findFilingByReference(db, reference));
    const row = id ? await readFilingFacts(db, id) : null;
    if (!row || !canSee(actor, row)) return refuse({ code: "not_found" });
    const details = await readExamination(db, row.id);
    if (!details) return refuse({ code: "not_found" });

    const shownUntil = await revealedUntil(db, actor, row.id);
    const key = await findKeyOfPerson(db, row.personId);
    const view = await compose(db, actor, row, details, { key, shownUntil }, now);
    const { count } = await countMessages(db, row.id, "applicant");
    await appendAudit(db, {
      actor,
      action: "view_filing",
      object: `filing:${row.id}`,
      fields: ["answers", "papers", "findings", ...(count > 0 ? ["messages"] : [])],
    });
    return ok(view);
  });
}

async function revealedUntil(db: Db, actor: Staff, filingId: string): Promise<Date | null> {
  const last = await findLastReveal(db, actor.accountId, filingId);
  if (!last) return null;
  const until = new Date(last.getTime() + revealMinutes * 60_000);
  return until > wallTime() ? until : null;
}

async function compose(
  db: Db,
  actor: Staff,
  row: FilingRow,
  details: ExaminationRow,
  secrets: Secrets,
  now: Date,
): Promise<Examination> {
  const today = officeDay(now);
  const filing = filingFrom(row, today);
  const nameOf = new Map(details.staff.map(({ id, name }) => [id, name]));
  const by = (id: string | null) => (id === null ? null : (nameOf.get(id) ?? ""));
  const answers = openedAnswers(row, details, secrets);
  const facts = (questions: readonly string[]) => factsOf(questions, answers, details);
  const decisions = details.decisions.map((it) => decisionView(row.id, it, secrets.key, by(it.accountId) ?? ""));
  const proposal = proposalOf(row, decisions);
  const proposed = details.decisions.findLast(({ id }) => id === proposal?.id);
  const papers = paperGroups(row, details);
  const notes = await findPaperNotes(db, row.id);
  const files = details.papers
    .filter((it) => !it.isEarlier && isReadable(it))
    .map((it) => ({ ...it, ...notes.get(it.id) }));
  const tested = selfTest({ rules: rulesOf(row), answers: answersOf(row), files, today });

  return {
    id: row.id,
    reference: row.reference ?? "",
    version: row.version,
    kind: row.kind,
    state: row.state,
    held: row.held,
    field: row.field,
    entryCode: row.entryCode,
    qualification: row.entry.qualification,
    issuingBody: details.issuingBody,
    scope: row.entry.scope,
    names: {
      nameZh: textOf(answers["name_zh"]),
      surname: textOf(answers["surname"]),
      givenNames: textOf(answers["given_names"]),
    },
    locale: details.locale ?? "en",
    ...timesOf(row, filing, details, today, await readWorkingCalendar(db)),
    owner: row.held ? "authority" : ownerOf(row.state),
    reviewer: row.reviewerId
      ? {
          name: by(row.reviewerId) ?? "",
          isActor: row.reviewerId === actor.accountId,
          since: heldSince(details, row.reviewerId),
        }
      : null,
    checks: checksFor(rulesOf(row)).map(({ key, about, questions, paper }) => ({
      key,
      about,
      facts: facts(questions),
      finding: findingView(details, key, by),
      remarks: tested.find(({ check }) => check === key)?.remarks ?? [],
      opens: provedBy(key, paper, papers),
    })),
    papers,
    contact: facts(["mobile", "in_baseline"]),
    hearing: textOf(answers[hearingStatement]),
    objection: textOf(answers[objectionStatement]),
    practice: practiceOf(answers, today),
    asksByMachine: homeRegisterOf(row.entryCode) !== byHand,
    confirmations: await confirmationsOf(db, row),
    requests: details.requests.map((it) => ({
      ...it,
      sentAt: new Date(it.sentAt),
      answeredAt: it.answeredAt === null ? null : new Date(it.answeredAt),
      items: it.items.map(({ number, subject, text, answer }) => ({ number, subject, text, answer })),
    })),
    mostRounds: mostRounds(row),
    extraRound: row.extraRound ? extraRoundView(row.id, await findExtraRound(db, row.id), secrets.key) : null,
    rounds: await examinedRounds(db, row, details, secrets.shownUntil !== null),
    decisions,
    proposal,
    isAsProposed: proposal === null || row.decisions.find(({ id }) => id === proposed?.id)?.seenHash === seenHash(row),
    events: details.events.map(({ seq, type, actorKind, actorId, at, payload }) => ({
      seq,
      type,
      actorKind,
      by: actorKind === "staff" ? by(actorId) : null,
      at: new Date(at),
      reasons: payload.reasons ?? [],
    })),
    formal: formalCheckTrace({
      entryConfirmed: row.entry.confirmed,
      rules: rulesOf(row),
      answers: answersOf(row),
      hasDuplicate: hasDuplicate(row),
      objected: row.objection !== null,
      reopened: row.reopened,
      findings: Object.fromEntries(row.findings.map(({ check, result }) => [check, result])),
    }),
    registration: details.registration,
    bars: await barsOn(db, row, today),
    earlier: details.earlier,
    ...(await lookAlikesOf(db, actor, row)),
    offers: offersOf(filing, actor, today),
    mayRecord: mayRecord(filing, actor).ok,
    shownUntil: secrets.shownUntil,
  };
}
