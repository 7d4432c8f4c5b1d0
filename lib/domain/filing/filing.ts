export const filingStates = [
  "draft",
  "submitted",
  "under_review",
  "awaiting_applicant",
  "second_check",
  "hearing",
  "public_notice",
  "approved",
  "refused",
  "not_accepted",
  "closed_no_response",
  "withdrawn",
] as const;
export type FilingState = (typeof filingStates)[number];

export const openStates = [
  "draft",
  "submitted",
  "under_review",
  "awaiting_applicant",
  "second_check",
  "hearing",
  "public_notice",
] as const satisfies readonly FilingState[];

/** The states that lie with the office and stand in a reviewer's queue. */
export const queueStates = [
  "submitted",
  "under_review",
  "awaiting_applicant",
  "second_check",
  "hearing",
  "public_notice",
] as const satisfies readonly FilingState[];

/** The ends that two people may take back. */
export const reopenableStates = ["refused", "closed_no_response", "approved"] as const satisfies readonly FilingState[];

/** Can anything still happen to a filing in this state? */
export function isOpen(state: FilingState): boolean {
  return (openStates as readonly FilingState[]).includes(state);
}

export type FilingKind = "first" | "renewal" | "change" | "cancellation";
export type Outcome = "approve" | "refuse";

/** What the workflow needs to know of a filing; the service gathers it, the domain judges it. */
export type Filing = {
  id: string;
  personId: string;
  field: string;
  kind: FilingKind;
  state: FilingState;
  version: number;
  held: boolean;
  reviewerId: string | null;
  /** Whoever is its reviewer works here no more. */
  reviewerGone: boolean;
  /** Where it was when information was asked for. */
  askedFrom: "submitted" | "under_review" | null;
  receivedOn: string | null;
  acceptedOn: string | null;
  /** The last day for the owner of the next step. */
  dueOn: string | null;
  daysUsed: number;
  clockFrom: string | null;
  daysLeft: number | null;
  /** The proposal that awaits its second check. */
  proposed: Outcome | null;
  /** Everybody who proposed, recorded a finding on, or decided this filing. */
  tookPart: readonly string[];
  decidedOn: string | null;
  /** Its professional objected to a refusal once. */
  objected: boolean;
  /** Everybody who had a part in the refusal that was objected to. */
  excluded: readonly string[];
  /** Of a refused, closed or approved filing: its person has another one open for the same entry. */
  openBeside: boolean;
  /** How it ended was reversed once. */
  reopened: boolean;
  /** Of one that ended and may be reopened: where it stood before, as far as that is on record. */
  endedFrom: FilingState | null;
  /** Whoever wants it reopened, until somebody else agrees or not. */
  reopeningBy: string | null;
  /** What was filed is still there. */
  onRecord: boolean;
  /** Of an approved filing: its registration has not ended. */
  registrationStands: boolean;
  /** Of a draft: every task is complete and every needed consent is given. Of a notice: every item is answered. */
  complete: boolean;
  /** What was answered still holds today: no paper has run out, enough practice is shown (asked of drafts only). */
  upToDate: boolean;
  /** How often something was asked of its professional. */
  rounds: number;
  /** A supervisor allowed to ask once more than usual. */
  extraRound: boolean;
  /** Working days by which the time to answer the open request was extended. */
  extraDays: number;
  /** The entry takes filings today (asked of drafts only). */
  entryOpen: boolean;
  /** Every check has a finding, and each is met or does not apply. */
  allChecksMet: boolean;
  /** It may be decided by one: see `isReadyForFormalCheck`. */
  formalReady: boolean;
  /** It is ruled on everybody who looks like its person whether they are. */
  lookAlikesRuled: boolean;
  /** It is ruled that its person filed the same under another account. */
  filedTwice: boolean;
  /** The authority publishes a notice before it approves. */
  noticeAsked: boolean;
  /** What happens when nobody answers the open request in time. */
  requestOutcome: "close_no_response" | "decide_on_file" | null;
};

/** Who owes the next step; nobody after the end. */
export type Owner = "professional" | "authority";

/** Whose turn it is, derived from the state alone. */
export function ownerOf(state: FilingState): Owner | null {
  if (!isOpen(state)) return null;
  return state === "draft" || state === "awaiting_applicant" || state === "hearing" ? "professional" : "authority";
}
