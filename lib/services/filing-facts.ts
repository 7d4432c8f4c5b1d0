import { createHash } from "node:crypto";
import type { FilingRow } from "@/lib/data/filing-facts";
import { papersFor } from "@/lib/domain/accreditation/evidence";
import { isReadableVerdict } from "@/lib/domain/document/file";
import { allChecksMet, isReadyForFormalCheck, type Findings } from "@/lib/domain/filing/checks";
import type { Filing } from "@/lib/domain/filing/filing";
import { isFiledTwice, isOpenQuestion, isSomebodyElse } from "@/lib/domain/filing/look-alikes";
import { rulesWithFormerName } from "@/lib/domain/filing/former-name";
import { whyClosedToDraft } from "@/lib/domain/filing/opening";
import {
  answerTasks,
  progressOf,
  requiredConsents,
  type Answers,
  type EntryRules,
} from "@/lib/domain/filing/questions";
import { lapsesOf } from "@/lib/domain/filing/self-test";
import { hearingStatement } from "@/lib/domain/filing/tasks";
import { standingOf } from "@/lib/domain/verification/verdict";

/** The rules a filing is judged by: its pinned version's, or for a draft the published one's, with the papers its answers call for. */
export function rulesOf(row: FilingRow): EntryRules {
  const { evidence, experienceYears, cleanRecordYears } = row.entry;
  const rules = { code: row.entryCode, field: row.field, evidence, experienceYears, cleanRecordYears };
  return rulesWithFormerName(rules, answersOf(row));
}

/** What the entry of a draft asked when it was begun, where it asks otherwise now. */
export function rulesBefore(row: FilingRow): EntryRules | null {
  const { before } = row.entry;
  return before && rulesWithFormerName({ code: row.entryCode, field: row.field, ...before }, answersOf(row));
}

/** The answers of a filing by question; sealed ones stand there without their value. */
export function answersOf(row: FilingRow): Answers {
  return Object.fromEntries(row.answers.map(({ question, value }) => [question, value]));
}

/** The newest finding of each check. */
export function findingsOf(row: FilingRow): Findings {
  return Object.fromEntries(row.findings.map(({ check, result }) => [check, result]));
}

/** The papers the entry asks for of which no readable file is there yet. */
export function missingPapers(row: FilingRow, rules = rulesOf(row)): string[] {
  const readable = new Set(row.papers.filter(isReadable).map(({ evidenceKey, half }) => `${evidenceKey}/${half}`));
  return papersFor(rules).flatMap((paper) =>
    !paper.isRequired || readable.has(`${paper.key}/original`) ? [] : [paper.key],
  );
}

/** May this file be read and submitted? Only clean ones; in the demonstration nothing is scanned and that is said. */
export function isReadable(paper: { verdict: string }): boolean {
  return isReadableVerdict(paper.verdict);
}

/** Does the entry take filings on this day? */
export function takesFilings(entry: FilingRow["entry"], today: string): boolean {
  return whyClosedToDraft(entry, today) === null;
}

/** What the workflow needs to know, from the facts as they are now. */
export function filingFrom(row: FilingRow, today: string): Filing {
  const rules = rulesOf(row);
  const answers = answersOf(row);
  const findings = findingsOf(row);
  const isDraft = row.state === "draft";
  return {
    id: row.id,
    personId: row.personId,
    field: row.field,
    kind: row.kind,
    state: row.state,
    version: row.version,
    held: row.held,
    reviewerId: row.reviewerId,
    reviewerGone: row.reviewerGone,
    askedFrom: row.askedFrom ?? row.ending?.askedFrom ?? null,
    receivedOn: row.receivedOn,
    acceptedOn: row.acceptedOn,
    dueOn: row.dueOn,
    daysUsed: row.daysUsed,
    clockFrom: row.clockFrom,
    daysLeft: row.daysLeft,
    proposed: openProposal(row)?.outcome ?? null,
    tookPart: [...new Set([...row.foundBy, ...row.decisions.map(({ accountId }) => accountId)])],
    decidedOn: row.decidedOn,
    objected: row.objection !== null,
    excluded: row.objection?.excluded ?? [],
    openBeside: row.openBeside,
    reopened: row.reopened,
    endedFrom: row.ending?.from ?? null,
    reopeningBy: row.ending?.reopening?.proposedById ?? null,
    onRecord: !row.ending?.erased,
    registrationStands: standsOn(row, today),
    complete: isDraft ? isWholeDraft(row, rules, answers) : (row.request?.unanswered ?? 0) === 0,
    rounds: row.rounds,
    extraRound: row.extraRound,
    extraDays: row.ending?.from === "awaiting_applicant" ? row.ending.extraDays : row.extraDays,
    upToDate: !isDraft || lapsesOf(rules, answers, today).length === 0,
    entryOpen: !isDraft || takesFilings(row.entry, today),
    allChecksMet: allChecksMet(rules, findings),
    formalReady: isReadyForFormalCheck({
      entryConfirmed: row.entry.confirmed,
      rules,
      answers,
      hasDuplicate: hasDuplicate(row),
      objected: row.objection !== null,
      reopened: row.reopened,
      findings,
    }),
    lookAlikesRuled: !row.lookAlikes.some(isOpenQuestion),
    filedTwice: isFiledTwice(row.lookAlikes),
    noticeAsked: row.limits.noticeDays > 0,
    requestOutcome: row.request?.outcome ?? null,
  };
}

/** Has somebody the same filing or number already, or may be its person? Then two people look. */
export function hasDuplicate(row: FilingRow): boolean {
  return row.hasDuplicate || !row.lookAlikes.every(isSomebodyElse);
}

function isWholeDraft(row: FilingRow, rules: EntryRules, answers: Answers): boolean {
  return (
    answerTasks.every((task) => progressOf(task, rules, answers) === "completed") &&
    requiredConsents.every((purpose) => row.consents.includes(purpose)) &&
    missingPapers(row).length === 0
  );
}

/** Does the registration that the approval made run, with no end to it decided? */
function standsOn({ ending }: FilingRow, today: string): boolean {
  const registration = ending?.registration;
  return !!registration && registration.ending === null && standingOf(registration, today).is !== "ended";
}

/** The decision that stands, whose place the next one takes, or null before there is any. */
export function standingDecision(row: FilingRow): FilingRow["decisions"][number] | null {
  return row.decisions.at(-1) ?? null;
}

/** The proposal that awaits its second check, its hearing or its notice, or null. */
export function openProposal(row: FilingRow): FilingRow["decisions"][number] | null {
  if (!["second_check", "hearing", "public_notice"].includes(row.state)) return null;
  return row.decisions.findLast(({ stage }) => stage === "proposal") ?? null;
}

/**
 * The hash of answers, papers, findings and rulings on look-alikes as they stand: what a decision is bound to. What is said in the hearing comes
 * after the proposal and is what its second check listens to, so it is no part of it.
 */
export function seenHash(row: FilingRow): string {
  const seen = [
    row.answers
      .filter(({ question }) => question !== hearingStatement)
      .map(({ question, revision }) => [question, revision]),
    row.papers.map(({ id, sha256 }) => [id, sha256]),
    row.findings.map(({ check, result, revision }) => [check, result, revision]),
    ...(row.rulings.length > 0
      ? [row.rulings.map(({ personId, ruling, revision }) => [personId, ruling, revision])]
      : []),
  ];
  return createHash("sha256").update(JSON.stringify(seen)).digest("hex");
}
