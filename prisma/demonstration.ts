import { randomBytes } from "node:crypto";
import * as z from "zod";
import { readWorkingCalendar } from "@/lib/data/calendar";
import { database } from "@/lib/data/client";
import { restJobs } from "@/lib/data/jobs";
import { findOfficeFact, putOfficeFact } from "@/lib/data/office-facts";
import type { Professional } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar/working-days";
import { closeFileInspection } from "@/lib/ports/file-inspection";
import { repeatCodes } from "@/lib/ports/random";
import { instantOf, type Move } from "./demonstration/diary";
import { noticeDays } from "./demonstration/fates";
import { checkPapers } from "./demonstration/fill";
import { drawSamplePapers } from "./demonstration/papers";
import { openOffice, settleOffice } from "./demonstration/people";
import { firstDay, planFor, type Case } from "./demonstration/plan";
import { seededBy } from "./demonstration/seeded";
import { passTime, readEntries, welcome, type Author, type Walked } from "./walking";

/** When the demonstration's list was published and its people came in. */
export const openingDay = instantOf(firstDay, 9 * 60);

const progressSchema = z.object({ day: z.iso.date(), done: z.number().int(), whole: z.boolean() });
type Progress = z.infer<typeof progressSchema>;
const factKey = "demonstration";

/**
 * Makes the demonstration office: its people, and what they did from 2 January 2025 to a day. It is made once; where it was
 * broken off it goes on. Never in an office in which anybody has filed.
 */
export async function makeDemonstration(day: string, say: (words: string) => void = () => undefined): Promise<void> {
  const known = await readProgress();
  if (known?.whole) return;
  if (!known && (await database.filing.findFirst({ select: { id: true } }))) return;
  const progress = known ?? { day, done: 0, whole: false };
  await writeProgress(progress);

  await database.authority.update({ where: { code: "tourism-authority" }, data: { noticeDays } });
  const papers = await drawSamplePapers();
  const office = await openOffice(openingDay);
  const cases = planFor({
    day: progress.day,
    calendar: await readWorkingCalendar(database),
    entries: await readEntries(),
    office,
    papers,
    checked: await checkPapers(papers),
  });
  const actors = await welcomeAll(cases);

  // Codes of certificates come out the same for the same day, and after a break none comes out again.
  const codes = seededBy(`codes ${progress.day} ${await database.certificate.count()}`);
  repeatCodes((size) => codes.bytes(size));
  restJobs(true);
  try {
    await take(inOrder(cases, progress.day), actors, progress, say);
  } finally {
    restJobs(false);
    repeatCodes(randomBytes);
    closeFileInspection();
  }

  await settleOffice(instantOf(progress.day, 18 * 60));
  await database.$executeRaw`UPDATE "mail" SET "state" = 'sent', "sent_at" = "created_at" WHERE "state" = 'queued'`;
  await writeProgress({ ...progress, whole: true });
}

/** One thing that happened: a filing's beginning or next move, or the office's clock. */
type Turn = { at: Date; of: Case | null; move: Move | null };

/** Everything as time went by. */
function inOrder(cases: readonly Case[], day: string): Turn[] {
  const turns = cases.flatMap((of): Turn[] => [
    { at: of.beginning.at, of, move: null },
    ...of.moves.map((move) => ({ at: move.at, of, move })),
  ]);
  for (let monday = "2025-01-06"; monday <= day; monday = addDays(monday, 7)) {
    turns.push({ at: instantOf(monday, 6), of: null, move: null });
  }
  return turns.sort((a, b) => a.at.getTime() - b.at.getTime());
}

async function take(
  turns: readonly Turn[],
  actors: ReadonlyMap<string, Professional>,
  progress: Progress,
  say: (words: string) => void,
): Promise<void> {
  const known = new Map<Case, Walked>();
  for (const [number, { at, of, move }] of turns.entries()) {
    if (number < progress.done) continue;
    // Only what came after the last note may have been done before the making was broken off.
    const isInDoubt = progress.done > 0 && number < progress.done + perNote;
    if (!of) await passTime(null, at);
    else {
      const author = { entry: of.entry, applicant: of.applicant, actor: actorOf(of, actors) };
      const walked = known.get(of) ?? (move || isInDoubt ? await findBegun(author) : null);
      if (move && !walked) throw new Error(`The filing of ${author.actor.email} was never begun.`);
      const filing = walked ?? (await of.beginning.take(author, at));
      known.set(of, filing);
      if (move && !(isInDoubt && (await isTaken(filing, at)))) await move.take(filing, at);
    }
    if ((number + 1) % perNote === 0) {
      await writeProgress({ ...progress, done: number + 1 });
      say(`${Math.round((100 * (number + 1)) / turns.length)} %`);
    }
  }
}

// How far it came is noted every so often.
const perNote = 50;

function actorOf({ applicant }: Case, actors: ReadonlyMap<string, Professional>): Professional {
  const actor = actors.get(applicant.email);
  if (!actor) throw new Error(`${applicant.email} has no account.`);
  return actor;
}

/** The filing that was begun before the making was broken off, or null. */
async function findBegun(author: Author): Promise<Walked | null> {
  const begun = await database.filing.findFirst({
    where: { personId: author.actor.personId, entryCode: author.entry.rules.code },
    select: { id: true },
  });
  return begun && { ...author, id: begun.id, version: null };
}

/** Was this step of the workflow taken already? What is no step may be done again. */
async function isTaken({ id }: Walked, at: Date): Promise<boolean> {
  const since = { at: { gte: at } };
  const ofEither = {
    OR: [
      { filingId: id, ...since },
      { registration: { filingId: id }, ...since },
    ],
  };
  return (await database.event.findFirst({ where: ofEither, select: { seq: true } })) !== null;
}

async function welcomeAll(cases: readonly Case[]): Promise<Map<string, Professional>> {
  const applicants = [...new Map(cases.map(({ applicant }) => [applicant.email, applicant])).values()];
  const known = await database.account.findMany({
    where: { kind: "professional", email: { in: applicants.map(({ email }) => email) } },
    select: { id: true, email: true, personId: true },
  });
  const isKnown = new Set(known.map(({ email }) => email));
  const come = await welcome(
    applicants.filter(({ email }) => !isKnown.has(email)),
    openingDay,
  );
  const before = known.map(({ id, email, personId }): Professional => {
    return { kind: "professional", accountId: id, email, personId: personId ?? "" };
  });
  return new Map([...before, ...come].map((actor) => [actor.email, actor]));
}

async function readProgress(): Promise<Progress | null> {
  const fact = await findOfficeFact(database, factKey);
  return fact === null ? null : progressSchema.parse(JSON.parse(fact));
}

async function writeProgress(progress: Progress): Promise<void> {
  await putOfficeFact(database, factKey, JSON.stringify(progress));
}
