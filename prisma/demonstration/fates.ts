import { checksFor, type FindingResult } from "@/lib/domain/filing/checks";
import type { Staff } from "@/lib/domain/actor";
import {
  accept,
  answerTheHearing,
  approveByFormalCheck,
  confirm,
  decline,
  draft,
  examine,
  hold,
  passTime,
  propose,
  proposeToRefuse,
  release,
  request,
  returnIt,
  submit,
  supplement,
  takeOver,
  withdraw,
  type Walked,
} from "@/prisma/walking";
import {
  answerProposal,
  decideProposal,
  dropProposal,
  proposeToRevoke,
  proposeToSuspend,
} from "@/prisma/walking-proceedings";
import type { Diary } from "./diary";
import { examineAtOnce, fileAtOnce, type CheckedPapers } from "./fill";
import type { SamplePapers } from "./papers";
import type { Seeded } from "./seeded";

/** Who has to do with one filing, and with what. */
export type Cast = {
  reviewer: Staff;
  second: Staff;
  third: Staff;
  holder: Staff;
  papers: SamplePapers;
  checked: CheckedPapers;
  seeded: Seeded;
};

/** Writes into a diary what becomes of one filing. */
export type Fate = (diary: Diary, cast: Cast) => void;

// ---------------------------------------------------------------------------------------------------------------------
// Parts of a life
// ---------------------------------------------------------------------------------------------------------------------

const submitted: Fate = (diary, { checked, seeded }) => {
  diary.begin((author, at) => fileAtOnce(author, checked, at)).atHome(seeded.whole(0, 2), submit);
};

const accepted: Fate = (diary, cast) => {
  submitted(diary, cast);
  diary.inOffice(cast.seeded.whole(0, 3), (walked, at) => accept(walked, cast.reviewer, at));
};

const examined: Fate = (diary, { reviewer, seeded }) => {
  diary.inOffice(seeded.whole(1, 3), (walked, at) => examineAtOnce(walked, reviewer, at));
};

const asked: Fate = (diary, { reviewer, seeded }) => {
  const both = seeded.chance(0.4);
  diary
    .inOffice(seeded.whole(1, 2), (walked, at) =>
      examineAtOnce(walked, reviewer, at, { otherwise: missing(walked, both) }),
    )
    .inOffice(0, (walked, at) => request(walked, reviewer, "close_no_response", at));
};

const proposed: Fate = (diary, cast) => {
  accepted(diary, cast);
  examined(diary, cast);
  diary.inOffice(cast.seeded.whole(0, 2), (walked, at) => propose(walked, cast.reviewer, at));
};

const heard: Fate = (diary, cast) => {
  accepted(diary, cast);
  diary
    .inOffice(cast.seeded.whole(1, 3), (walked, at) => examineAtOnce(walked, cast.reviewer, at, { otherwise: notMet }))
    .inOffice(1, (walked, at) => proposeToRefuse(walked, cast.reviewer, ["home_registration_invalid"], at));
};

const notMet: Record<string, FindingResult> = { home_registration: "not_met" };

/** What people most often forget: a page of their certificate, and now and then of a letter. */
function missing({ entry }: Walked, both = false): Record<string, FindingResult> {
  const papers = checksFor(entry.rules).flatMap(({ key, about }) => (about === "paper" ? [key] : []));
  const certificate = papers.find((key) => key.includes("certificate")) ?? papers[0];
  const last = papers.at(-1);
  return { ...(certificate && { [certificate]: "missing" }), ...(both && last && { [last]: "missing" }) };
}

// ---------------------------------------------------------------------------------------------------------------------
// Lives that ended
// ---------------------------------------------------------------------------------------------------------------------

/** Approved by one officer: everything was there and met. */
export const formal: Fate = (diary, cast) => {
  accepted(diary, cast);
  examined(diary, cast);
  diary.inOffice(cast.seeded.whole(0, 2), async (walked, at) => {
    await approveByFormalCheck(walked, cast.reviewer, at);
  });
};

/** The same after one notice of what was missing and its answer. */
export const formalAfterRequest: Fate = (diary, cast) => {
  accepted(diary, cast);
  asked(diary, cast);
  diary
    .atHome(cast.seeded.whole(2, 13), (walked, at) => supplement(walked, null, at))
    .inOffice(cast.seeded.whole(1, 3), (walked, at) => examine(walked, cast.reviewer, at))
    .inOffice(cast.seeded.whole(0, 1), async (walked, at) => {
      await approveByFormalCheck(walked, cast.reviewer, at);
    });
};

/** Nobody accepted it in time, so it counted as accepted; then approved. */
export const deemedAccepted: Fate = (diary, cast) => {
  submitted(diary, cast);
  diary.whenPassed(5, passTime).inOffice(cast.seeded.whole(0, 2), (walked, at) => takeOver(walked, cast.reviewer, at));
  examined(diary, cast);
  diary.inOffice(1, async (walked, at) => {
    await approveByFormalCheck(walked, cast.reviewer, at);
  });
};

/** Put on hold for a while, then approved. */
export const heldForAWhile: Fate = (diary, cast) => {
  accepted(diary, cast);
  diary
    .inOffice(1, (walked, at) => hold(walked, cast.holder, "awaiting_outside_answer", at))
    .inOffice(cast.seeded.whole(4, 9), (walked, at) => release(walked, cast.holder, at));
  examined(diary, cast);
  diary.inOffice(1, async (walked, at) => {
    await approveByFormalCheck(walked, cast.reviewer, at);
  });
};

/** Proposed by one and confirmed by another. */
export const approvedByTwo: Fate = (diary, cast) => {
  proposed(diary, cast);
  diary.inOffice(cast.seeded.whole(0, 3), (walked, at) => confirm(walked, cast.second, at));
};

/** Returned by the second reviewer, proposed again, and confirmed by a third. */
export const returnedThenApproved: Fate = (diary, cast) => {
  proposed(diary, cast);
  diary
    .inOffice(1, (walked, at) => returnIt(walked, cast.second, at))
    .inOffice(1, (walked, at) => propose(walked, cast.reviewer, at))
    .inOffice(1, (walked, at) => confirm(walked, cast.third, at));
};

/** Confirmed, published for objection, and approved by the clock. */
export const approvedAfterNotice: Fate = (diary, cast) => {
  approvedByTwo(diary, cast);
  diary.whenPassed(noticeDays, passTime);
};

export const refusedAfterHearing: Fate = (diary, cast) => {
  heard(diary, cast);
  diary
    .atHome(cast.seeded.whole(1, 3), answerTheHearing)
    .inOffice(cast.seeded.whole(1, 2), (walked, at) => confirm(walked, cast.second, at));
};

export const refusedInSilence: Fate = (diary, cast) => {
  heard(diary, cast);
  diary
    .whenPassed(hearingDays, passTime)
    .inOffice(cast.seeded.whole(0, 2), (walked, at) => confirm(walked, cast.second, at));
};

export const notAccepted: Fate = (diary, cast) => {
  submitted(diary, cast);
  diary.inOffice(cast.seeded.whole(1, 4), (walked, at) => decline(walked, cast.reviewer, ["not_on_list"], at));
};

export const closedWithoutAnswer: Fate = (diary, cast) => {
  accepted(diary, cast);
  asked(diary, cast);
  diary.whenPassed(answerDays, passTime);
};

export const withdrawn: Fate = (diary, cast) => {
  const until = cast.seeded.one([submitted, accepted, accepted]);
  until(diary, cast);
  if (until === accepted && cast.seeded.chance(0.5)) asked(diary, cast);
  diary.atHome(cast.seeded.whole(0, 2), withdraw);
};

// ---------------------------------------------------------------------------------------------------------------------
// Registrations about which something was proposed
// ---------------------------------------------------------------------------------------------------------------------

/** Whoever decides on what the supervisor proposed: never the supervisor. */
const secondPerson = ({ reviewer, second, third, holder }: Cast): Staff =>
  [second, third, reviewer].find((it) => it !== holder) ?? second;

/** Registered, later suspended for an inquiry, and still so. */
export const suspendedLater: Fate = (diary, cast) => {
  formal(diary, cast);
  diary
    .inOffice(3, (walked, at) => proposeToSuspend(walked, cast.holder, at))
    .atHome(2, answerProposal)
    .inOffice(2, (walked, at) => decideProposal(walked, secondPerson(cast), at));
};

/** Registered, later revoked for a breach; nobody answered. */
export const revokedLater: Fate = (diary, cast) => {
  formal(diary, cast);
  diary
    .inOffice(4, (walked, at) => proposeToRevoke(walked, cast.holder, at))
    .whenPassed(hearingDays, passTime)
    .inOffice(1, (walked, at) => decideProposal(walked, secondPerson(cast), at));
};

/** Registered, and on a certain day a suspension was proposed, which the holder has answered since. */
export const proposalWaits =
  (on: string): Fate =>
  (diary, cast) => {
    formal(diary, cast);
    diary.inOfficeOn(on, (walked, at) => proposeToSuspend(walked, cast.holder, at)).atHome(1, answerProposal);
  };

/** Registered; a suspension was proposed once, and rested when the holder had answered. */
export const clearedLater: Fate = (diary, cast) => {
  formal(diary, cast);
  diary
    .inOffice(2, (walked, at) => proposeToSuspend(walked, cast.holder, at))
    .atHome(1, answerProposal)
    .inOffice(1, (walked, at) => dropProposal(walked, secondPerson(cast), at));
};

// ---------------------------------------------------------------------------------------------------------------------
// Lives that go on: how far they came
// ---------------------------------------------------------------------------------------------------------------------

/** A draft in which so many tasks are answered and so many papers are given. */
export const drafted =
  (tasks: number, papers: number): Fate =>
  (diary, cast) => {
    diary.begin((author, at) => draft(author, cast.papers, at, { tasks, papers }));
  };

export const waitsForSubmission: Fate = (diary, { checked }) => {
  diary.begin((author, at) => fileAtOnce(author, checked, at));
};

export const waitsForAcceptance: Fate = (diary, cast) => {
  waitsForSubmission(diary, cast);
  diary.atHome(0, submit);
};

export const heldBeforeAcceptance: Fate = (diary, cast) => {
  waitsForAcceptance(diary, cast);
  diary.inOffice(1, (walked, at) => hold(walked, cast.holder, "awaiting_outside_answer", at));
};

const taken: Fate = (diary, cast) => {
  waitsForAcceptance(diary, cast);
  diary.inOffice(1, (walked, at) => accept(walked, cast.reviewer, at));
};
export const justAccepted: Fate = taken;

/** Under review, with findings of its first checks. */
export const halfExamined: Fate = (diary, cast) => {
  taken(diary, cast);
  diary.inOffice(1, (walked, at) => examineAtOnce(walked, cast.reviewer, at, { first: 4 }));
};

/** Every check is met: one officer may approve it. */
export const readyForFormalCheck: Fate = (diary, cast) => {
  taken(diary, cast);
  diary.inOffice(1, (walked, at) => examineAtOnce(walked, cast.reviewer, at));
};

export const heldUnderReview: Fate = (diary, cast) => {
  halfExamined(diary, cast);
  diary.inOffice(0, (walked, at) => hold(walked, cast.holder, "under_investigation", at));
};

/** Something is asked of the professional. */
export const waitsForAnswer: Fate = (diary, cast) => {
  taken(diary, cast);
  diary
    .inOffice(1, (walked, at) => examineAtOnce(walked, cast.reviewer, at, { otherwise: missing(walked, true) }))
    .inOffice(0, (walked, at) => request(walked, cast.reviewer, "close_no_response", at));
};

/** The professional has answered the first thing asked and not sent it yet. */
export const answersInPart: Fate = (diary, cast) => {
  waitsForAnswer(diary, cast);
  diary.atHome(1, (walked, at) => supplement(walked, cast.papers, at, { first: 1 }));
};

/** Asked before it was accepted; without an answer it will be decided on what is on file. */
export const askedBeforeAcceptance: Fate = (diary, cast) => {
  waitsForAcceptance(diary, cast);
  diary
    .inOffice(1, (walked, at) => examineAtOnce(walked, cast.reviewer, at, { otherwise: missing(walked) }))
    .inOffice(0, (walked, at) => request(walked, cast.reviewer, "decide_on_file", at));
};

export const waitsForSecondCheck: Fate = (diary, cast) => {
  readyForFormalCheck(diary, cast);
  diary.inOffice(1, (walked, at) => propose(walked, cast.reviewer, at));
};

export const heardBefore: Fate = (diary, cast) => {
  taken(diary, cast);
  diary
    .inOffice(1, (walked, at) => examineAtOnce(walked, cast.reviewer, at, { otherwise: notMet }))
    .inOffice(0, (walked, at) => proposeToRefuse(walked, cast.reviewer, ["home_registration_invalid"], at));
};

export const hearingAnswered: Fate = (diary, cast) => {
  heardBefore(diary, cast);
  diary.atHome(2, answerTheHearing);
};

export const hearingUnanswered: Fate = (diary, cast) => {
  heardBefore(diary, cast);
  diary.whenPassed(hearingDays, passTime);
};

export const onPublicNotice: Fate = (diary, cast) => {
  waitsForSecondCheck(diary, cast);
  diary.inOffice(1, (walked, at) => confirm(walked, cast.second, at));
};

/** The limits of the authorities as they are loaded, in working days; the notice is that of the one that gives one. */
export const noticeDays = 5;
const hearingDays = 5;
const answerDays = 15;
