import { randomBytes } from "node:crypto";
import * as z from "zod";
import { readWorkingCalendar } from "@/lib/data/calendar";
import { database } from "@/lib/data/client";
import { findOfficeFact, putOfficeFact } from "@/lib/data/office-facts";
import type { Professional } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar/working-days";
import { closeFileInspection } from "@/lib/ports/file-inspection";
import { repeatCodes } from "@/lib/ports/random";
import { instantOf, type Move } from "./demonstration/diary";
import { noticeDays } from "./demonstration/fates";
import { checkPapers } from "./demonstration/fill";
import { drawSamplePapers } from "./demonstration/papers";
import { openOffice } from "./demonstration/people";
import { firstDay, planFor, type Case } from "./demonstration/plan";
import { seededBy } from "./demonstration/seeded";
import { draft, passTime, readEntries, welcome, type Walked } from "./walking";

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

  // Codes of certificates come out the same for the same day; those made after a break differ from those before it.
  const codes = seededBy(`codes ${progress.day} ${progress.done}`);
  repeatCodes((size) => codes.bytes(size));
  await take(inOrder(cases, progress.day), actors, progress, say);
  repeatCodes(randomBytes);
  closeFileInspection();

  await database.mail.updateMany({ where: { state: "queued" }, data: { state: "sent" } });
  await database.$executeRaw`UPDATE "mail" SET "sent_at" = "created_at" WHERE "sent_at" IS NULL`;
  await writeProgress({ ...progress, whole: true });
}

type Turn = Move & { case: Case | null; isFirst: boolean };

/** Every move of every filing as time went by, and the office's clock with them. */
function inOrder(cases: readonly Case[], day: string): Turn[] {
  const turns = cases.flatMap((it) => it.moves.map((move, at): Turn => ({ ...move, case: it, isFirst: at === 0 })));
  for (let monday = "2025-01-06"; monday <= day; monday = addDays(monday, 7)) {
    turns.push({ at: instantOf(monday, 6), take: (_, at) => passTime(at), case: null, isFirst: false });
  }
  return turns.sort((a, b) => a.at.getTime() - b.at.getTime());
}

async function take(
  turns: readonly Turn[],
  actors: ReadonlyMap<string, Professional>,
  progress: Progress,
  say: (words: string) => void,
): Promise<void> {
  const walked = new Map<Case, Walked>();
  for (const [number, turn] of turns.entries()) {
    if (number < progress.done) continue;
    if (turn.case === null) await passTime(turn.at);
    else {
      const filing = walked.get(turn.case) ?? (await resume(turn, actors));
      walked.set(turn.case, filing);
      const isInDoubt = number < progress.done + perNote;
      if (!isInDoubt || !(await isTaken(filing, turn))) await turn.take(filing, turn.at);
    }
    if ((number + 1) % perNote === 0) {
      await writeProgress({ ...progress, done: number + 1 });
      say(`${Math.round((100 * (number + 1)) / turns.length)} %`);
    }
  }
}

// How far it came is noted every so often; only what was done since the last note is looked at again.
const perNote = 50;

/** The filing of a case: begun with its first move, or where it was left. */
async function resume({ case: it, at, isFirst }: Turn, actors: ReadonlyMap<string, Professional>): Promise<Walked> {
  const actor = it && actors.get(it.applicant.email);
  if (!it || !actor) throw new Error("A filing has nobody who files it.");
  const { entry, applicant } = it;
  const begun = await database.filing.findFirst({
    where: { personId: actor.personId, entryCode: entry.rules.code },
    select: { id: true },
  });
  if (begun) return { id: begun.id, entry, applicant, actor };
  if (!isFirst) throw new Error(`The filing of ${applicant.email} was never begun.`);
  return draft({ entry, applicant, actor }, null, at, { tasks: 0 });
}

/** Was this step of the workflow taken before the making was broken off? What is no step may be done again. */
async function isTaken({ id }: Walked, { at }: Turn): Promise<boolean> {
  return (await database.event.findFirst({ where: { filingId: id, at: { gte: at } }, select: { seq: true } })) !== null;
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
