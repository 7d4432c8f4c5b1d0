import { randomUUID } from "node:crypto";
import { plainDayOrNull } from "@/lib/data/days";
import { database } from "@/lib/data/client";
import type { RequestOutcome } from "@/lib/data/requests";
import type { Professional, Staff } from "@/lib/domain/actor";
import { addDays, officeDay } from "@/lib/domain/calendar/working-days";
import type { Filing, FilingState } from "@/lib/domain/filing/filing";
import { actions, destination, isMet, workflow, type Action, type Step } from "@/lib/domain/filing/workflow";
import { holds } from "@/lib/domain/permissions";
import { wallTime } from "@/lib/ports/clock";
import { applicantFor, type Applicant } from "./demonstration/applicants";
import { instantOf } from "./demonstration/diary";
import { checkPapers, examineAtOnce, fileAtOnce, type CheckedPapers } from "./demonstration/fill";
import { drawSamplePapers, type SamplePapers } from "./demonstration/papers";
import { openOffice, type Office } from "./demonstration/people";
import * as walking from "./walking";
import { wholeDraft } from "@/prisma/testing/whole-draft";

export type Story = {
  /** The state in which the story ends. */
  in: FilingState;
  /** The code of the list entry; the architect's, unless said. */
  entry?: string;
  /** Whose filing it is; somebody new, unless said. */
  professional?: Professional;
  /** Who examines it; the first of the office who may, unless said. */
  reviewer?: Staff;
  /** When it begins, in office time; whatever waits for a time limit is done the day after. */
  at?: Date;
};

export type Told = {
  id: string;
  /** Null in a draft. */
  reference: string | null;
  version: number;
  professional: Professional;
  reviewer: Staff;
  /** The number of the registration, where there is one. */
  registration: string | null;
};

/** One step of a story: what is done, and what a notice announces for the case that nobody answers. */
export type Deed = { action: Action; outcome?: RequestOutcome };

/** Brings a filing to a state by the fewest steps of the workflow, each taken through its service. */
export async function story(wish: Story): Promise<Told> {
  const begun = wish.at ?? wallTime();
  const office = await openOffice(begun);
  const entry = (await walking.readEntries()).get(wish.entry ?? "QH-CON-HK-ARCHITECT");
  if (!entry) throw new Error(`The list has no entry ${wish.entry}.`);

  const reviewers = staffFor(office, entry.rules.field, "examine");
  const reviewer = wish.reviewer ?? reviewers[0];
  const second = staffFor(office, entry.rules.field, "decide").find((it) => it.accountId !== reviewer?.accountId);
  if (!reviewer || !second) throw new Error(`Nobody examines and decides in ${entry.rules.field}.`);

  const applicant = plain(applicantFor(entry, officeDay(begun), `story ${randomUUID()}`));
  const professional = wish.professional ?? (await newcomer(applicant, begun));
  const samples = await sampledPapers();
  const walked = await fileAtOnce({ entry, applicant, actor: professional }, samples.checked, begun);
  let now = begun;
  for (const deed of wayTo(wish.in, await asksForNotice(entry.rules.field))) {
    now = await nextMoment(walked.id, deed.action, now);
    await take[deed.action](walked, { deed, reviewer, second, papers: samples.papers, now });
  }
  return { ...(await told(walked.id)), professional, reviewer };
}

/** The fewest steps from a draft to a state, found in the table of the workflow. */
export function wayTo(state: FilingState, noticeAsked: boolean): Deed[] {
  const seen = new Set<string>();
  const waiting: { at: Filing; way: Deed[] }[] = [{ at: { ...wholeDraft, noticeAsked }, way: [] }];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { at, way } = next;
    if (at.state === state) return way;
    for (const { deed, filing } of stepsFrom(at)) {
      const key = JSON.stringify(filing);
      if (seen.has(key)) continue;
      seen.add(key);
      waiting.push({ at: filing, way: [...way, deed] });
    }
  }
  throw new Error(`No steps lead to ${state}.`);
}

function stepsFrom(at: Filing): { deed: Deed; filing: Filing }[] {
  return actions.flatMap((action): { deed: Deed; filing: Filing }[] => {
    const step: Step = workflow[action];
    // What stays where it is leads nowhere; what waits for a day waits as long as it takes.
    if (step.to === "same" || !step.from.includes(at.state)) return [];
    if (step.when?.some((it) => it !== "in_time" && it !== "out_of_time" && !isMet[it](at, ""))) return [];
    const moved = { ...at, state: destination(at, step), ...proposalOf(action) };
    if (action !== "request_information") return [{ deed: { action }, filing: { ...moved, requestOutcome: null } }];
    const askedFrom = at.state === "submitted" ? ("submitted" as const) : ("under_review" as const);
    return outcomes.map((outcome) => ({
      deed: { action, outcome },
      filing: { ...moved, askedFrom, requestOutcome: outcome },
    }));
  });
}

const outcomes = ["close_no_response", "decide_on_file"] as const satisfies readonly RequestOutcome[];

function proposalOf(action: Action): Pick<Filing, "proposed"> | Record<never, never> {
  if (action === "propose_approval") return { proposed: "approve" };
  return action === "propose_refusal" ? { proposed: "refuse" } : {};
}

type Hands = { deed: Deed; reviewer: Staff; second: Staff; papers: SamplePapers; now: Date };
type Take = (walked: walking.Walked, hands: Hands) => Promise<void>;

const byClock: Take = (walked, { now }) => walking.passTime(walked, now);
const confirm: Take = (walked, { second, now }) => walking.confirm(walked, second, now);
const notOnAnyWay: Take = (_, { deed }) => Promise.reject(new Error(`No story goes by ${deed.action}.`));

/** How each step of the table is taken. */
const take: Record<Action, Take> = {
  submit: (walked, { now }) => walking.submit(walked, now),
  accept: (walked, { reviewer, now }) => walking.accept(walked, reviewer, now),
  decline_acceptance: (walked, { reviewer, now }) => walking.decline(walked, reviewer, ["not_on_list"], now),
  request_information: async (walked, { deed, reviewer, now }) => {
    await examineAtOnce(walked, reviewer, now, { otherwise: { "paper:employment_proof": "missing" } });
    await walking.request(walked, reviewer, deed.outcome ?? "close_no_response", now);
  },
  supplement: (walked, { papers, now }) => walking.supplement(walked, papers, now),
  propose_approval: async (walked, { reviewer, now }) => {
    await examineAtOnce(walked, reviewer, now);
    await walking.propose(walked, reviewer, now);
  },
  approve_formal: async (walked, { reviewer, now }) => {
    await examineAtOnce(walked, reviewer, now);
    await walking.approveByFormalCheck(walked, reviewer, now);
  },
  propose_refusal: async (walked, { reviewer, now }) => {
    await examineAtOnce(walked, reviewer, now, { otherwise: { home_registration: "not_met" } });
    await walking.proposeToRefuse(walked, reviewer, ["home_registration_invalid"], now);
  },
  answer_hearing: (walked, { now }) => walking.answerTheHearing(walked, now),
  return: (walked, { second, now }) => walking.returnIt(walked, second, now),
  withdraw: (walked, { now }) => walking.withdraw(walked, now),
  approve: confirm,
  give_notice: confirm,
  refuse: confirm,
  deem_accepted: byClock,
  close_no_response: byClock,
  decide_on_file: byClock,
  end_hearing: byClock,
  end_notice: byClock,
  take_over: notOnAnyWay,
  reassign: notOnAnyWay,
  requeue: notOnAnyWay,
  allow_round: notOnAnyWay,
  extend_answer: notOnAnyWay,
  hold: notOnAnyWay,
  release: notOnAnyWay,
  uphold_objection: notOnAnyWay,
  object: notOnAnyWay,
  reopen: notOnAnyWay,
};

/** A minute later, or the morning after the day for which the clock waits. */
async function nextMoment(filingId: string, action: Action, now: Date): Promise<Date> {
  if (workflow[action].by !== "clock") return new Date(now.getTime() + 60_000);
  const filing = await database.filing.findUniqueOrThrow({ where: { id: filingId }, select: { dueOn: true } });
  const due = plainDayOrNull(filing.dueOn);
  return due === null ? now : instantOf(addDays(due, 1), 5);
}

async function asksForNotice(field: string): Promise<boolean> {
  const { authority } = await database.field.findUniqueOrThrow({
    where: { code: field },
    select: { authority: { select: { noticeDays: true } } },
  });
  return authority.noticeDays > 0;
}

/** Nobody in a story was on file before 2023, so that whoever is registered counts as registered here. */
function plain(applicant: Applicant): Applicant {
  const { texts } = applicant;
  return { ...applicant, texts: { ...texts, contact: { ...texts.contact, in_baseline: "no" } } };
}

async function newcomer(applicant: Applicant, now: Date): Promise<Professional> {
  const [professional] = await walking.welcome([applicant], now);
  if (!professional) throw new Error("Nobody came.");
  return professional;
}

function staffFor({ staff }: Office, field: string, capability: "examine" | "decide"): Staff[] {
  return [staff.lee, staff.tam, staff.yip, staff.ho].filter((it) => holds(it, capability, field));
}

async function told(id: string): Promise<Omit<Told, "professional" | "reviewer">> {
  const { registration, ...filing } = await database.filing.findUniqueOrThrow({
    where: { id },
    select: { id: true, reference: true, version: true, registration: { select: { number: true } } },
  });
  return { ...filing, registration: registration?.number ?? null };
}

// Drawn and opened once for all the stories of a process.
let sampled: Promise<{ papers: SamplePapers; checked: CheckedPapers }> | undefined;

function sampledPapers() {
  return (sampled ??= drawSamplePapers().then(async (papers) => ({ papers, checked: await checkPapers(papers) })));
}
