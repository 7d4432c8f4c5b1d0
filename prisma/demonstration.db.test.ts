import { beforeAll, describe, expect, test } from "vitest";
import { readWorkingCalendar } from "@/lib/data/calendar";
import { database } from "@/lib/data/client";
import { findOfficeFact, putOfficeFact } from "@/lib/data/office-facts";
import { compareTallies, countRegistered } from "@/lib/data/statistics";
import { isWorkingDay, officeDay, type WorkingCalendar } from "@/lib/domain/calendar/working-days";
import { filingReference } from "@/lib/domain/codes/references";
import { filingStates } from "@/lib/domain/filing/filing";
import { makeDemonstration, openingDay } from "./demonstration";
import type { CheckedPapers } from "./demonstration/fill";
import type { SamplePapers } from "./demonstration/papers";
import { emails, openOffice } from "./demonstration/people";
import { earliestLastDay, firstDay, planFor, type Case } from "./demonstration/plan";
import { loadFieldData } from "./load-field-data";
import { readEntries, submit } from "./walking";

const day = "2026-11-21";
// On an idle machine of two cores it takes less than a minute; one that does much else at once is given more.
const mostSeconds = 120;

let spent = 0;
let calendar: WorkingCalendar;

/** Breaks the making off, as a kill would, and lets it begin again a little before where it was. */
async function brokenOffOnce(): Promise<void> {
  let notes = 0;
  const broken = makeDemonstration(day, () => {
    if (++notes === 6) throw new Error("broken off");
  });
  await expect(broken).rejects.toThrow("broken off");
  const progress = JSON.parse((await findOfficeFact(database, "demonstration")) ?? "{}") as { done: number };
  await putOfficeFact(database, "demonstration", JSON.stringify({ ...progress, done: progress.done - 50 }));
}

beforeAll(async () => {
  const before = process.cpuUsage();
  await loadFieldData(openingDay);
  calendar = await readWorkingCalendar(database);
  await brokenOffOnce();
  await makeDemonstration(day);
  const { user, system } = process.cpuUsage(before);
  // The embedded database works in this very process.
  spent = (user + system) / 1_000_000;
  console.log(`The demonstration office was made in ${spent.toFixed(0)} s of work.`);
}, 900_000);

const plan = async (on = day): Promise<Case[]> => {
  const [office, entries] = await Promise.all([openOffice(openingDay), readEntries()]);
  return planFor({ day: on, calendar, entries, office, papers: {} as SamplePapers, checked: {} as CheckedPapers });
};

test("it is made soon enough for somebody who waits", () => {
  expect(spent).toBeLessThan(mostSeconds);
});

describe("the office of a day", () => {
  test("has 300 registrations and 40 open filings, some of them in every state", async () => {
    const groups = await database.filing.groupBy({ by: ["state"], _count: true });
    const counted = Object.fromEntries(groups.map(({ state, _count }) => [state, _count]));
    expect(counted).toEqual({
      draft: 7,
      submitted: 6,
      under_review: 9,
      awaiting_applicant: 7,
      second_check: 5,
      hearing: 3,
      public_notice: 3,
      approved: 300,
      refused: 12,
      not_accepted: 6,
      closed_no_response: 7,
      withdrawn: 8,
    });
    expect(Object.keys(counted).toSorted()).toEqual(filingStates.toSorted());
    expect(await database.registration.count()).toBe(300);
  });

  test("is the same each time it is made: names, days and, by their order, references", async () => {
    const told = (cases: readonly Case[]) =>
      cases.map(({ applicant, entry, beginning, moves }) => {
        return [applicant, entry.rules.code, beginning.at, moves.map(({ at }) => at)];
      });
    const cases = await plan();
    expect(told(await plan())).toEqual(told(cases));

    const submissions = cases
      .flatMap(({ applicant, entry, moves }) =>
        moves.filter(({ take }) => take === submit).map(({ at }) => ({ at, of: [applicant.email, entry.rules.code] })),
      )
      .toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const expected = submissions.map(({ at, of }, index) => [
      filingReference(Number(officeDay(at).slice(0, 4)), index + 1),
      ...of,
    ]);
    const filings = await database.filing.findMany({
      where: { reference: { not: null } },
      orderBy: { reference: "asc" },
      select: { reference: true, entryCode: true, person: { select: { account: { select: { email: true } } } } },
    });
    const made = filings.map(({ reference, entryCode, person }) => [reference, person.account?.email, entryCode]);
    expect(made).toEqual(expected);
  });

  test("was lived from the first working day of 2025 on, and nothing happened after its last", async () => {
    const events = await database.event.findMany({ orderBy: { seq: "asc" }, select: { at: true } });
    const days = events.map(({ at }) => officeDay(at));
    expect(days.at(0)?.slice(0, 7)).toBe(firstDay.slice(0, 7));
    expect(days.every((it) => it >= firstDay && it <= day)).toBe(true);
    expect(events.map(({ at }) => at.getTime())).toEqual(
      events.map(({ at }) => at.getTime()).toSorted((a, b) => a - b),
    );
  });

  test("works in office hours on working days", async () => {
    const acts = await database.event.findMany({ where: { actorKind: "staff" }, select: { at: true } });
    expect(acts.length).toBeGreaterThan(700);
    for (const { at } of acts) {
      const hour = (at.getUTCHours() + 8) % 24;
      expect(isWorkingDay(officeDay(at), calendar) && hour >= 9 && hour < 18, at.toISOString()).toBe(true);
    }
  });

  test("has something overdue, something on hold and something ready for one officer", async () => {
    const today = new Date("2026-11-22T00:00:00Z");
    expect(await database.filing.count({ where: { dueOn: { lt: today } } })).toBeGreaterThanOrEqual(3);
    expect(await database.filing.count({ where: { held: true } })).toBe(2);
  });

  test("has one registration suspended, one revoked, and one about which a second person is to decide", async () => {
    const states = await database.registration.groupBy({ by: ["state"], _count: true });
    const counted = Object.fromEntries(states.map(({ state, _count }) => [state, _count]));
    expect(counted).toMatchObject({ suspended: 1, revoked: 1 });
    const proceedings = await database.proceeding.groupBy({ by: ["kind", "state"], _count: true });
    expect(proceedings.map(({ kind, state, _count }) => `${kind} ${state} ${_count}`).toSorted()).toEqual([
      "revocation decided 1",
      "suspension decided 1",
      "suspension dropped 1",
      "suspension second_check 1",
    ]);
  });

  test("was broken off on the way, and nothing in it was done twice", async () => {
    const acts = await database.event.groupBy({ by: ["filingId", "registrationId", "type", "at"], _count: true });
    expect(acts.filter(({ _count }) => _count > 1)).toEqual([]);
  });

  test("counts what it holds", async () => {
    expect((await compareTallies(database)).differences).toEqual([]);
    const count = await countRegistered(database, "2026-11-22");
    const here = await database.person.count({ where: { inBaseline: false, firstRegisteredOn: { not: null } } });
    expect(count?.here).toBe(here);
    expect(count?.registered).toBe(517 + here);
  });

  test("sent its mails when they were due, and asks for none to be sent now", async () => {
    expect(await database.mail.count({ where: { state: { not: "sent" } } })).toBe(0);
    const waiting = await database.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM pgboss.job`;
    expect(waiting).toEqual([{ count: 0 }]);
  });
});

describe("its people", () => {
  test("are the nine of the sign-in page, and no account has a password", async () => {
    const known = await database.account.findMany({ where: { email: { in: Object.values(emails) } } });
    expect(known).toHaveLength(9);
    expect(known.filter(({ status }) => status === "disabled").map(({ email }) => email)).toEqual([emails.mak]);
    expect(await database.account.count({ where: { passwordHash: { not: null } } })).toBe(0);
  });

  test("CHAN Tai Man has a draft, an open question and a registration; WONG Siu Ling has nothing", async () => {
    const of = (email: string) =>
      database.filing.findMany({
        where: { person: { account: { email } } },
        select: { state: true, registration: true },
      });
    const filings = await of(emails.chan);
    expect(filings.map(({ state }) => state).toSorted()).toEqual(["approved", "awaiting_applicant", "draft"]);
    expect(filings.flatMap(({ registration }) => registration?.state ?? [])).toEqual(["in_force"]);
    expect(await of(emails.wong)).toEqual([]);
  });
});

test("made once, it is not made again", async () => {
  const before = await database.event.count();
  await makeDemonstration("2026-12-31");
  expect(await database.event.count()).toBe(before);
});

test("a day that leaves it no history is refused in a sentence", async () => {
  await expect(plan("2025-03-03")).rejects.toThrow(`choose ${earliestLastDay} or a later day, not 2025-03-03`);
});

test("it can be made for other days", { timeout: 60_000 }, async () => {
  for (const other of [earliestLastDay, "2025-10-08", "2026-02-23", "2027-05-01", "2029-01-31"]) {
    expect((await plan(other)).length).toBe(373);
  }
});
