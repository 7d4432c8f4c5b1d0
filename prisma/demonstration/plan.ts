import type { Staff } from "@/lib/domain/actor";
import { addDays, isWorkingDay, type WorkingCalendar } from "@/lib/domain/calendar/working-days";
import { whyClosed } from "@/lib/domain/filing/opening";
import type { Entry } from "@/prisma/walking";
import { applicantFor, type Applicant } from "./applicants";
import { Diary, instantOf, type Beginning, type Move } from "./diary";
import * as fates from "./fates";
import type { Cast, Fate } from "./fates";
import { emails, professionalMembers, type Office } from "./people";
import { seededBy, type Seeded } from "./seeded";

/** The first working day of the office's history. */
export const firstDay = "2025-01-02";
/** Before this day the office has too short a history to be shown. */
export const earliestLastDay = "2025-06-30";

/** One filing of the demonstration: whose it is, for which entry, and what became of it, move by move. */
export type Case = { entry: Entry; applicant: Applicant; beginning: Beginning; moves: Move[] };

export type Planning = {
  /** The last day of the history. */
  day: string;
  calendar: WorkingCalendar;
  entries: ReadonlyMap<string, Entry>;
  office: Office;
} & Pick<Cast, "papers" | "checked">;

type Sketch = { entryCode: string; on: string; fate: Fate; person: string; wishes?: Partial<Applicant> };

const registrations = 300;
const architect = "QH-CON-HK-ARCHITECT";

/** Everything that happened in the office up to a day: the same for the same day. */
export function planFor(planning: Planning): Case[] {
  const { day } = planning;
  if (day < earliestLastDay) {
    throw new Error(
      `The demonstration shows an office from ${firstDay} on: choose ${earliestLastDay} or a later day, not ${day}.`,
    );
  }
  const sketches = [...endedCases(planning), ...openCases(planning), ...casesOfChan(planning)];
  return sketches.map((sketch) => caseOf(sketch, planning));
}

function caseOf({ entryCode, on, fate, person, wishes }: Sketch, planning: Planning): Case {
  const { day, calendar, entries, office, papers, checked } = planning;
  const entry = entries.get(entryCode);
  if (!entry) throw new Error(`The list has no entry ${entryCode}.`);
  const seeded = seededBy(`case ${person} ${entryCode}`);
  const diary = new Diary(on, calendar, seeded);
  fate(diary, { ...castFor(entry.rules.field, on, office, seeded), papers, checked, seeded });

  const { beginning, moves } = diary;
  if (!beginning) throw new Error(`${person} never begins.`);
  const last = moves.at(-1) ?? beginning;
  if (last.at >= instantOf(addDays(day, 1), 0)) throw new Error(`${person} ends after ${day}.`);
  const made = applicantFor(entry, on, `person ${person}`, wishes);
  return { entry, applicant: fate === fates.approvedByTwo ? withPenalty(made, seeded) : made, beginning, moves };
}

// ---------------------------------------------------------------------------------------------------------------------
// What ended
// ---------------------------------------------------------------------------------------------------------------------

type Weighted<T> = readonly (readonly [T, number])[];

const mix: Weighted<string> = [
  [architect, 9],
  ["QH-CON-HK-RPE-STRUCTURAL", 7],
  ["QH-CON-HK-RPS-QS", 8],
  ["QH-CON-HK-RPS-BS", 5],
  ["QH-CON-HK-RPS-GP", 4],
  ["QH-SAF-HK-RSO", 4],
  ["QH-PLN-HK-RPP", 8],
  ["QH-PLN-MO-PLANNER", 1],
  ["QH-TAX-HK-CTA", 14],
  ["QH-TAX-MO-AUDITOR", 2],
  ["QH-TAX-MO-ACCOUNTANT", 2],
  ["QH-ACC-HK-CPA-PARTNER", 4],
  ["QH-LEG-HK-SOLICITOR", 6],
  ["QH-LEG-HK-BARRISTER", 2],
  ["QH-MED-HK-DOCTOR", 4],
  ["QH-MED-HK-NURSE", 4],
  ["QH-MED-HK-CMP", 3],
  ["QH-MED-HK-PHYSIO", 2],
  ["QH-MED-HK-DENTIST", 2],
  ["QH-MED-INT-DOCTOR", 1],
  ["QH-MAR-INT-STCW-COC", 2],
  ["QH-TOU-HK-GUIDE", 3],
  ["QH-TOU-MO-GUIDE", 1],
];

const approvals: Weighted<Fate> = [
  [fates.formal, 66],
  [fates.formalAfterRequest, 13],
  [fates.approvedByTwo, 14],
  [fates.returnedThenApproved, 3],
  [fates.deemedAccepted, 2],
  [fates.heldForAWhile, 2],
];

const otherEnds: readonly Fate[] = [
  ...Array.from({ length: 7 }, () => fates.refusedAfterHearing),
  ...Array.from({ length: 5 }, () => fates.refusedInSilence),
  ...Array.from({ length: 6 }, () => fates.notAccepted),
  ...Array.from({ length: 7 }, () => fates.closedWithoutAnswer),
  ...Array.from({ length: 8 }, () => fates.withdrawn),
];

function endedCases({ day, calendar, entries }: Planning): Sketch[] {
  const seeded = seededBy("ended");
  const firstAtLast = workingDaysBefore(day, 16, calendar);
  const firstOfLong = workingDaysBefore(day, 45, calendar);
  // One registration is that of CHAN Tai Man.
  const starts = spread(registrations - 1 + otherEnds.length, firstDay, firstAtLast, calendar, seeded);
  const long = starts.filter((on) => on < firstOfLong).length;
  const endsOtherwise = new Map(
    otherEnds.map((fate, at) => [Math.floor(((at + 0.5) * long) / otherEnds.length), fate]),
  );

  const sketches: Sketch[] = [];
  for (const [at, on] of starts.entries()) {
    const entryCode = seeded.weighted(mix.filter(([code]) => isOpen(entries.get(code), on)));
    const isLong = on < firstOfLong;
    const otherwise = endsOtherwise.get(at);
    const approval = entryCode.startsWith("QH-TOU-") ? fates.approvedAfterNotice : approvalIn(entryCode, seeded);
    const fate = otherwise ?? (isLong ? approval : fates.formal);
    // What takes long cannot have begun of late: then it is somebody of another field.
    const isTooLate = fate === fates.formal && entryCode.startsWith("QH-TOU-");
    const sketch = { entryCode: isTooLate ? "QH-TAX-HK-CTA" : entryCode, on, fate };
    const again = at % 60 === 59 ? onceMore(sketches, sketch) : undefined;
    sketches.push({ ...sketch, person: again ?? String(at) });
  }
  return withProceedings(sketches, firstOfLong, workingDaysBefore(day, 3, calendar));
}

/** Of those who have been registered for a while one is suspended, one revoked, and about one something is proposed. */
function withProceedings(sketches: readonly Sketch[], firstOfLong: string, proposedOn: string): Sketch[] {
  const registered = sketches.filter(({ fate, on, entryCode }) => {
    return fate === fates.formal && on < firstOfLong && entryCode.startsWith("QH-CON-");
  });
  const later = new Map([
    [registered.at(-6), fates.revokedLater],
    [registered.at(-4), fates.suspendedLater],
    [registered.at(-2), fates.proposalWaits(proposedOn)],
  ]);
  return sketches.map((sketch) => ({ ...sketch, fate: later.get(sketch) ?? sketch.fate }));
}

/** Somebody registered long before for another qualification: a few people hold two. */
function onceMore(before: readonly Sketch[], { entryCode, on }: Omit<Sketch, "person">): string | undefined {
  const isOfHongKong = (code: string) => code.includes("-HK-");
  const found = before.findLast(
    (it) =>
      it.fate === fates.formal &&
      it.on < addDays(on, -90) &&
      it.entryCode !== entryCode &&
      isOfHongKong(it.entryCode) &&
      isOfHongKong(entryCode),
  );
  return found?.person;
}

function approvalIn(entryCode: string, seeded: Seeded): Fate {
  const fate = seeded.weighted(approvals);
  // Where only two people decide, there is no third to confirm what the second returned.
  const hasThird = /^QH-(CON|PLN|TAX)-/.test(entryCode);
  return fate === fates.returnedThenApproved && !hasThird ? fates.approvedByTwo : fate;
}

/** So many days from one to another on which somebody began to file: ever more, and fewer around the long holidays. */
function spread(count: number, from: string, to: string, calendar: WorkingCalendar, seeded: Seeded): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) days.push(day);
  const weights = days.map((day, at) => (1 + at / days.length) * (quiet.has(day.slice(5, 7)) ? 0.55 : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);

  let place = 0;
  let passed = weights[0] ?? 0;
  return Array.from({ length: count }, (_, at) => {
    const wanted = ((at + seeded.number()) / count) * total;
    while (passed < wanted && place < days.length - 1) {
      place += 1;
      passed += weights[place] ?? 0;
    }
    return days[place] ?? from;
  });
}

const quiet = new Set(["02", "10"]);

function isOpen(entry: Entry | undefined, on: string): boolean {
  // Who begins on the last day may not be able to submit any more.
  return (
    entry !== undefined && whyClosed(entry.opening, on) === null && whyClosed(entry.opening, addDays(on, 7)) === null
  );
}

/** Somebody who has something to declare: not clean, so two people decide. */
function withPenalty(applicant: Applicant, seeded: Seeded): Applicant {
  if (seeded.chance(0.5)) return applicant;
  const { declarations } = applicant.texts;
  const details = {
    en: "A fine for the late renewal of a business registration in 2014, paid.",
    "zh-Hant": "二〇一四年因逾期辦理商業登記續期被罰款，已繳清。",
    "zh-Hans": "二〇一四年因逾期办理商业登记续期被罚款，已缴清。",
  }[applicant.locale];
  return { ...applicant, texts: { ...applicant.texts, declarations: { ...declarations, penalty: "yes", details } } };
}

// ---------------------------------------------------------------------------------------------------------------------
// What goes on
// ---------------------------------------------------------------------------------------------------------------------

/** How long ago it began, in working days, for which entry, and how far it came. */
const goingOn: readonly (readonly [number, string, Fate])[] = [
  [0, "QH-CON-HK-RPS-GP", fates.drafted(0, 0)],
  [2, "QH-TAX-HK-CTA", fates.drafted(3, 0)],
  [7, "QH-MED-HK-NURSE", fates.drafted(6, 2)],
  [19, architect, fates.drafted(5, 0)],
  [33, "QH-PLN-HK-RPP", fates.drafted(2, 0)],
  [3, "QH-CON-HK-RPE-STRUCTURAL", fates.waitsForSubmission],

  [0, architect, fates.waitsForAcceptance],
  [1, "QH-TAX-HK-CTA", fates.waitsForAcceptance],
  [2, "QH-PLN-HK-RPP", fates.waitsForAcceptance],
  [3, "QH-MED-HK-DOCTOR", fates.waitsForAcceptance],
  [4, "QH-CON-HK-RPS-QS", fates.waitsForAcceptance],
  [6, "QH-ACC-HK-CPA-PARTNER", fates.heldBeforeAcceptance],

  [5, architect, fates.readyForFormalCheck],
  [6, "QH-TAX-HK-CTA", fates.readyForFormalCheck],
  [4, "QH-CON-HK-RPS-BS", fates.justAccepted],
  [6, "QH-PLN-HK-RPP", fates.halfExamined],
  [8, "QH-SAF-HK-RSO", fates.halfExamined],
  [14, "QH-CON-HK-RPE-STRUCTURAL", fates.halfExamined],
  [16, "QH-TAX-MO-AUDITOR", fates.halfExamined],
  [19, "QH-MED-HK-PHYSIO", fates.readyForFormalCheck],
  [11, "QH-MAR-INT-STCW-COC", fates.heldUnderReview],

  [5, "QH-CON-HK-RPS-QS", fates.waitsForAnswer],
  [8, "QH-TAX-HK-CTA", fates.waitsForAnswer],
  [12, "QH-MED-HK-CMP", fates.waitsForAnswer],
  [16, "QH-CON-HK-RPS-GP", fates.waitsForAnswer],
  [9, "QH-PLN-MO-PLANNER", fates.answersInPart],
  [7, "QH-SAF-HK-RSO", fates.askedBeforeAcceptance],

  [5, "QH-CON-HK-RPS-BS", fates.waitsForSecondCheck],
  [7, "QH-TAX-MO-ACCOUNTANT", fates.waitsForSecondCheck],
  [15, "QH-MED-HK-DENTIST", fates.waitsForSecondCheck],
  [9, architect, fates.hearingAnswered],
  [12, "QH-MED-INT-DOCTOR", fates.hearingUnanswered],

  [4, "QH-CON-HK-RPS-QS", fates.heardBefore],
  [5, "QH-TAX-HK-CTA", fates.heardBefore],
  [6, "QH-PLN-HK-RPP", fates.heardBefore],

  [6, "QH-TOU-HK-GUIDE", fates.onPublicNotice],
  [7, "QH-TOU-HK-GUIDE", fates.onPublicNotice],
  [8, "QH-TOU-MO-GUIDE", fates.onPublicNotice],
];

function openCases({ day, calendar }: Planning): Sketch[] {
  return goingOn.map(([ago, entryCode, fate], at) => ({
    entryCode,
    on: workingDaysBefore(day, ago, calendar),
    fate,
    person: `going on ${at}`,
  }));
}

/** A registration in force, an open question and a draft. */
function casesOfChan({ day, calendar }: Planning): Sketch[] {
  const { names, locale } = professionalMembers.chan;
  const chan = { person: "chan", wishes: { names, locale, email: emails.chan } };
  return [
    { ...chan, entryCode: architect, on: "2025-05-12", fate: fates.clearedLater },
    { ...chan, entryCode: "QH-PLN-HK-RPP", on: workingDaysBefore(day, 6, calendar), fate: fates.waitsForAnswer },
    { ...chan, entryCode: "QH-CON-HK-RPS-BS", on: workingDaysBefore(day, 2, calendar), fate: fates.drafted(4, 0) },
  ];
}

// ---------------------------------------------------------------------------------------------------------------------

/** Who examines it, who confirms, and who would confirm after those two. */
function castFor(
  field: string,
  on: string,
  { staff }: Office,
  seeded: Seeded,
): Pick<Cast, "reviewer" | "second" | "third" | "holder"> {
  const deciders = [staff.lee, staff.tam, staff.yip, staff.ho].filter((it) =>
    it.grants.some((grant) => grant.field === field && grant.capability === "examine"),
  );
  // MAK Lok Yan was with the office until the summer of 2025.
  const former: Staff[] = field === "construction" && on < "2025-08-01" && seeded.chance(0.25) ? [staff.mak] : [];
  const turn = seeded.chance(0.6) ? 0 : 1;
  const inTurn = [...former, ...deciders.slice(turn), ...deciders.slice(0, turn)];
  const [reviewer = staff.ho, second = staff.yip, third = staff.ho] = inTurn;
  return { reviewer, second, third, holder: staff.ho };
}

/** The working day so many working days before a day; the day itself, or the last working day before it, for none. */
export function workingDaysBefore(day: string, count: number, calendar: WorkingCalendar): string {
  let found = day;
  while (!isWorkingDay(found, calendar)) found = addDays(found, -1);
  for (let left = count; left > 0; left -= 1) {
    do found = addDays(found, -1);
    while (!isWorkingDay(found, calendar));
  }
  return found;
}
