import { describe, expect, inject, test } from "vitest";
import { workingCalendar, type CalendarDay } from "@/lib/domain/calendar/working-days";
import type { Filing } from "@/lib/domain/filing/filing";
import { promisedDays, promiseSaid, standingAfter, turnOf } from "@/lib/domain/filing/time-limits";
import type { Action } from "@/lib/domain/filing/workflow";
import { readCsv } from "@/prisma/data/read-csv";
import { seededBy } from "@/prisma/demonstration/seeded";
import { wholeDraft } from "@/prisma/testing/whole-draft";

const calendar = workingCalendar(readCsv("working-calendar.csv") as CalendarDay[]);
const limits = { acceptanceDays: 5, decisionDays: 10, answerDays: 15, hearingDays: 5, noticeDays: 0 };
const noticed = { ...limits, noticeDays: 5 };

const draft = { ...wholeDraft, formalReady: false };

const next = (filing: Filing, action: Action, at: Date, by = limits): Filing => ({
  ...filing,
  ...standingAfter(filing, action, at, by, calendar),
});

/** Takes steps one after the other, each at a moment of office time, and gives the filing as it then stands. */
function filingAfter(steps: readonly (readonly [Action, Date | string])[], by = limits): Filing {
  return steps.reduce<Filing>((filing, [action, at]) => next(filing, action, new Date(at), by), draft);
}

const promisedAfter = (steps: readonly (readonly [Action, Date | string])[], by = limits) =>
  promisedDays(filingAfter(steps, by), by, calendar);

const monday = "2026-03-02T10:00:00+08:00";

describe("the promised day", () => {
  test("who has just submitted is promised the acceptance and the decision that follows it", () => {
    expect(promisedAfter([["submit", monday]])).toEqual({
      acceptBy: "2026-03-09",
      decideBy: "2026-03-23",
      isProvisional: false,
    });
  });

  test("an early acceptance brings the decision forward", () => {
    const steps = [
      ["submit", monday],
      ["accept", "2026-03-03T09:00:00+08:00"],
    ] as const;
    expect(promisedAfter(steps)).toEqual({ acceptBy: null, decideBy: "2026-03-17", isProvisional: false });
  });

  test("a request moves it to what an answer of the last evening allows, and an earlier answer brings it back", () => {
    const asked = [
      ["submit", monday],
      ["accept", "2026-03-03T09:00:00+08:00"],
      ["request_information", "2026-03-06T09:00:00+08:00"], // three days used, seven left
    ] as const;
    expect(promisedAfter(asked)?.decideBy).toBe("2026-04-09"); // asked until 27 March, received on the 30th
    const late = promisedAfter([...asked, ["supplement", "2026-03-27T23:00:00+08:00"]]);
    expect(late?.decideBy).toBe("2026-04-09");
    const early = promisedAfter([...asked, ["supplement", "2026-03-10T10:00:00+08:00"]]);
    expect(early?.decideBy).toBe("2026-03-19");
  });

  test("a request before acceptance leaves both days to come", () => {
    const steps = [
      ["submit", monday],
      ["request_information", "2026-03-04T09:00:00+08:00"],
    ] as const;
    expect(promisedAfter(steps)).toMatchObject({ acceptBy: "2026-03-31", decideBy: "2026-04-15" });
  });

  test("nothing is promised on hold, and what was left is promised again after it", () => {
    const held = [
      ["submit", monday],
      ["accept", "2026-03-03T09:00:00+08:00"],
      ["hold", "2026-03-05T09:00:00+08:00"],
    ] as const;
    expect(promisedAfter(held)).toBeNull();
    expect(turnOf(filingAfter(held), limits, "2026-03-10", calendar)).toMatchObject({ owner: null, daysLeft: 8 });
    expect(promisedAfter([...held, ["release", "2026-03-20T09:00:00+08:00"]])?.decideBy).toBe("2026-04-01");
  });

  test("a hearing moves it by as long as it lasts", () => {
    const steps = [
      ["submit", monday],
      ["accept", "2026-03-03T09:00:00+08:00"],
      ["propose_refusal", "2026-03-09T09:00:00+08:00"],
    ] as const;
    expect(promisedAfter(steps)?.decideBy).toBe("2026-03-25");
    expect(promisedAfter([...steps, ["end_hearing", "2026-03-17T00:01:00+08:00"]])?.decideBy).toBe("2026-03-25");
  });

  test("an authority that gives notice counts the notice from the beginning", () => {
    const checked = [
      ["submit", monday],
      ["accept", "2026-03-03T09:00:00+08:00"],
      ["propose_approval", "2026-03-09T09:00:00+08:00"],
    ] as const;
    expect(promisedAfter(checked, noticed)?.decideBy).toBe("2026-03-25");
    const given = [...checked, ["give_notice", "2026-03-10T09:00:00+08:00"]] as const;
    expect(promisedAfter(given, noticed)?.decideBy).toBe("2026-03-18");
  });

  test("a day in a year whose calendar nobody has published is provisional, whatever is done with the filing since", () => {
    const steps = [["submit", "2026-12-21T10:00:00+08:00"]] as const;
    expect(promisedAfter(steps)).toMatchObject({ acceptBy: "2026-12-28", isProvisional: true });
    const accepted = filingAfter([...steps, ["accept", "2026-12-22T10:00:00+08:00"]]);
    expect(accepted.dueOn).toBe("2027-01-05");
    for (const action of ["propose_approval", "return", "take_over"] as const) {
      const { dueProvisional } = standingAfter(accepted, action, new Date("2026-12-24T02:00:00Z"), limits, calendar);
      expect(dueProvisional, action).toBe(true);
    }
  });

  test("nothing is promised of a draft and after the end", () => {
    expect(promisedDays(draft, limits, calendar)).toBeNull();
    expect(
      promisedAfter([
        ["submit", monday],
        ["withdraw", monday],
      ]),
    ).toBeNull();
  });

  test("it is said once: not beside the same day, and not while it is broken", () => {
    const submitted = filingAfter([["submit", monday]]);
    const promised = promisedDays(submitted, limits, calendar);
    expect(promiseSaid(turnOf(submitted, limits, "2026-03-09", calendar), promised)).toBe("decision");
    expect(promiseSaid(turnOf(submitted, limits, "2026-03-10", calendar), promised)).toBeNull();
    const accepted = filingAfter([
      ["submit", monday],
      ["accept", monday],
    ]);
    const same = promisedDays(accepted, limits, calendar);
    expect(promiseSaid(turnOf(accepted, limits, "2026-03-09", calendar), same)).toBeNull();
  });
});

// An independent table: the days as FILING.md prints them, each a row, counted by hand's rule: day 0 is the day of
// receipt, the n-th row after it is the end. Nothing of it is read from the code that is tested.
const dayMs = 86_400_000;
const offs: Record<string, string> = {
  "2025":
    "01-01 01-28 01-29 01-30 01-31 02-01 02-02 02-03 02-04 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05 05-31 06-01 06-02 10-01 10-02 10-03 10-04 10-05 10-06 10-07 10-08",
  "2026":
    "01-01 01-02 01-03 02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05 06-19 06-20 06-21 09-25 09-26 09-27 10-01 10-02 10-03 10-04 10-05 10-06 10-07",
};
const worked = new Set(
  "2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10".split(
    " ",
  ),
);
const off = new Set(Object.entries(offs).flatMap(([year, days]) => days.split(" ").map((day) => `${year}-${day}`)));

const table: string[] = [];
for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2028, 0, 1); at += dayMs) {
  const day = new Date(at).toISOString().slice(0, 10);
  const weekday = new Date(at).getUTCDay();
  if (worked.has(day) || (weekday !== 0 && weekday !== 6 && !off.has(day))) table.push(day);
}

/** The row of the day on which what is sent at an instant is received: the office is eight hours ahead and closes at six. */
function receivedAt(instant: number): number {
  const local = instant + 8 * 3_600_000;
  const day = new Date(local).toISOString().slice(0, 10);
  const isLate = local % dayMs > 18 * 3_600_000;
  return table.findIndex((it) => (isLate ? it > day : it >= day));
}
const row = (at: number) => table[at] ?? "";
const today = (instant: number) => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);

// Around what goes wrong: New Year and festivals with working weekends, year ends, and the hours at which clocks elsewhere jump.
const moments = [
  ...["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11", "2026-01-04", "2026-02-14", "2026-02-28"],
  ...["2026-05-09", "2026-09-20", "2026-10-10", "2025-12-31", "2026-01-01", "2026-12-31"],
  ...["2025-03-09T07:00", "2025-11-02T06:00", "2026-03-08T07:00", "2026-11-01T06:00"], // New York
  ...["2025-03-30T01:00", "2025-10-26T01:00", "2026-03-29T01:00", "2026-10-25T01:00"], // London, Lisbon
  ...["2025-04-05T16:00", "2025-10-04T16:00", "2026-04-04T16:00", "2026-10-03T16:00"], // Sydney
].map((at) => Date.parse(at.includes("T") ? `${at}Z` : `${at}T04:00:00Z`));

test("at 1,000 instants every day that is promised is the one an independent table gives", () => {
  const seed = inject("seed");
  console.info(`1,000 instants, SEED=${String(seed)}`);
  const chance = seededBy(String(seed));
  const between = (from: number, to: number) => from + Math.floor(chance.number() * (to - from + 1));

  for (let n = 0; n < 1000; n += 1) {
    const around = moments[between(0, moments.length - 1)] ?? 0;
    // Every fourth falls on the very edge of the office's day: its midnight or its closing, a moment before or after.
    const near = Math.max(Date.UTC(2025, 0, 2), around + between(-8 * dayMs, 8 * dayMs));
    const edge = Math.floor(near / dayMs) * dayMs + (chance.chance(0.5) ? 16 : 10) * 3_600_000 + between(-1, 1);
    const sent = n % 4 === 0 ? edge : near;
    const told = `${new Date(sent).toISOString()} (SEED=${String(seed)})`;

    const received = receivedAt(sent);
    const submitted = filingAfter([["submit", new Date(sent)]]);
    expect(submitted.receivedOn, told).toBe(row(received));
    expect(submitted.dueOn, told).toBe(row(received + 5));
    expect(promisedDays(submitted, limits, calendar), told).toEqual({
      acceptBy: row(received + 5),
      decideBy: row(received + 15),
      isProvisional: row(received + 15) >= "2027",
    });

    // Accepted at noon of a working day within the limit, asked some days later, answered at any hour within the fifteen days.
    const accepted = received + between(0, 5);
    const asked = accepted + between(0, 9);
    const noon = (at: number) => new Date(Date.parse(`${row(at)}T04:00:00Z`));
    const left = Math.max(1, 10 - (asked - accepted));
    const examined = next(submitted, "accept", noon(accepted));
    expect(examined.dueOn, told).toBe(row(accepted + 10));
    const waiting = next(examined, "request_information", noon(asked));
    expect(waiting.dueOn, told).toBe(row(asked + 15));
    const latest = promisedDays(waiting, limits, calendar)?.decideBy ?? "";
    expect(latest, told).toBe(row(asked + 16 + left));

    const answered =
      noon(asked).getTime() + between(0, Date.parse(`${row(asked + 15)}T15:59:59Z`) - noon(asked).getTime());
    const again = promisedDays(next(waiting, "supplement", new Date(answered)), limits, calendar);
    expect(again?.decideBy, told).toBe(row(receivedAt(answered) + left));
    expect(today(answered) <= row(asked + 15) && (again?.decideBy ?? "") <= latest, told).toBe(true);
  }
}, 60_000);
