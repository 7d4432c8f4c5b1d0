import { findBarredUntil } from "@/lib/data/bars";
import { database } from "@/lib/data/client";
import { hasOpenErasure } from "@/lib/data/data-requests";
import { findPublishedEntry } from "@/lib/data/entries";
import { findOpenFiling, listRegistrationsOf, type InThree } from "@/lib/data/filings";
import type { Professional } from "@/lib/domain/actor";
import { papersFor, type EvidenceKey } from "@/lib/domain/accreditation/evidence";
import { isEntryCode } from "@/lib/domain/accreditation/schema";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { answersThatHold, type CheckAnswers } from "@/lib/domain/eligibility/questions";
import { whyClosed, type ClosedReason } from "@/lib/domain/filing/opening";
import { minutesLeft, taskStates } from "@/lib/domain/filing/tasks";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { isStanding } from "@/lib/services/start-filing";
import { carriedInto } from "@/lib/services/view-check";

/** Why somebody can start none, whatever the list says. */
export const ownReasons = ["already_registered", "erasure_open", "barred"] as const;

export type NewFiling = {
  code: string;
  qualification: InThree;
  authority: InThree;
  acceptanceDays: number;
  decisionDays: number;
  papers: { key: EvidenceKey; isRequired: boolean }[];
  minutes: number;
  /** The filing for this entry that is open already. */
  open: string | null;
  /** Why none can be started. */
  closed: ClosedReason | (typeof ownReasons)[number] | null;
  /** The last day on which they are barred from the field, after a refusal; null where they are not. */
  barredUntil: string | null;
  /** What the check before it asked already and the filing takes over, by question. */
  carried: Record<string, string>;
};

/** What somebody who is about to start a filing for an entry should know, or why they cannot. */
export async function viewNewFiling(
  actor: Professional,
  code: string,
  checked: CheckAnswers,
  now: Date,
): Promise<Result<NewFiling>> {
  const entry = isEntryCode(code) && (await findPublishedEntry(database, code));
  if (!entry) return refuse({ code: "not_found" });
  const { personId } = actor;
  const today = officeDay(now);
  const [open, registrations, isErased, barredUntil] = await Promise.all([
    findOpenFiling(database, { personId, entryCode: entry.code, kind: "first" }),
    listRegistrationsOf(database, personId),
    hasOpenErasure(database, personId),
    findBarredUntil(database, { personId, fieldCode: entry.field }, today),
  ]);
  const isRegistered = registrations.some((it) => it.entryCode === entry.code && isStanding(it, today));
  const papers = papersFor(entry);
  const required = papers.filter(({ isRequired }) => isRequired).length;
  const untouched = taskStates({
    rules: entry,
    answers: {},
    consents: [],
    papers: { required, missing: required, missingBefore: null, given: 0 },
    today,
    before: null,
  });

  return ok({
    code: entry.code,
    qualification: entry.qualification,
    authority: entry.authority.name,
    acceptanceDays: entry.authority.acceptanceDays,
    decisionDays: entry.authority.decisionDays,
    papers: papers.map(({ key, isRequired }) => ({ key, isRequired })),
    minutes: minutesLeft(untouched, required),
    open,
    carried: carriedInto(entry, answersThatHold(entry, checked, today), today),
    barredUntil,
    closed: whyClosed(entry, today) ?? ownReason(),
  });

  function ownReason(): (typeof ownReasons)[number] | null {
    if (isErased) return "erasure_open";
    if (barredUntil) return "barred";
    return isRegistered ? "already_registered" : null;
  }
}
