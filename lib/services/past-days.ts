import { createHash } from "node:crypto";
import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { insertMonthEnd, listMonthEnds, type MonthEndLine } from "@/lib/data/month-ends";
import { countFilingsBefore, countPeopleOn, findFirstEventDay } from "@/lib/data/past-days";
import { countRegistered } from "@/lib/data/statistics";
import type { Actor, Staff } from "@/lib/domain/actor";
import { addDays, officeDay, startOfDay } from "@/lib/domain/calendar/working-days";
import { may } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import {
  endedMonths,
  lastDayOf,
  readPastNumbers,
  writePastNumbers,
  type PastNumbers,
  type SignMonthInput,
} from "@/lib/domain/statistics/past-day";
import { wallTime } from "@/lib/ports/clock";

export type MonthEnd = { month: string; on: string; signed: Omit<MonthEndLine, "numbers"> | null };

export type PastDay = {
  /** The first and the last day that may be asked for; null while there is none. */
  days: { first: string; last: string } | null;
  shown: {
    numbers: PastNumbers;
    hash: string;
    /** Only of the last day of a month; with what was signed off, where that is not what is worked out now. */
    monthEnd: (MonthEnd & { signedOtherwise: PastNumbers | null }) | null;
  } | null;
  monthEnds: MonthEnd[];
};

/** What the numbers were when the day that was asked for ended, and the months that may be signed off. */
export async function viewPastDay(actor: Actor, asked: string | null, now: Date): Promise<Result<PastDay>> {
  if (!may(actor, "view_statistics")) return refuse({ code: "not_found" });
  const today = officeDay(now);
  const [first, signed] = await Promise.all([findFirstEventDay(database), listMonthEnds(database)]);
  const last = addDays(today, -1);
  if (first === null || first > last) return ok({ days: null, shown: null, monthEnds: [] });

  const monthEnds = endedMonths(first, today).map((month): MonthEnd => {
    const found = signed.find((it) => it.month === month);
    return { month, on: lastDayOf(month), signed: found ? withoutNumbers(found) : null };
  });
  const on = asked;
  const days = { first, last };
  if (on === null || on < first || on > last) return ok({ days, shown: null, monthEnds });

  const numbers = await countOn(on);
  if (!numbers) return refuse({ code: "not_found" });
  const hash = hashOf(numbers);
  const monthEnd = monthEnds.find((it) => it.on === on);
  const kept = signed.find((it) => it.month === monthEnd?.month);
  const signedOtherwise = kept && kept.hash !== hash ? readPastNumbers(kept.numbers) : null;
  return ok({
    days,
    shown: { numbers, hash, monthEnd: monthEnd ? { ...monthEnd, signedOtherwise } : null },
    monthEnds,
  });
}

/** Signs off the numbers of a month that is over, as they were seen: `stale` where they are not those any more, or somebody was first. */
export async function signOffMonth(actor: Staff, { month, hash }: SignMonthInput, now: Date): Promise<Result<null>> {
  if (!may(actor, "view_statistics")) return refuse({ code: "not_found" });
  const first = await findFirstEventDay(database);
  if (first === null || !endedMonths(first, officeDay(now)).includes(month)) return refuse({ code: "not_found" });

  const numbers = await countOn(lastDayOf(month));
  if (!numbers || hashOf(numbers) !== hash) return refuse({ code: "stale" });
  return transaction(async (db) => {
    const { accountId } = actor;
    const signed = { month, numbers: writePastNumbers(numbers), hash, accountId, signedAt: wallTime() };
    if (!(await insertMonthEnd(db, signed))) return refuse({ code: "stale" });
    await appendAudit(db, { actor, action: "sign_off_month", object: `month:${month}`, fields: ["numbers"] });
    return ok(null);
  });
}

async function countOn(on: string): Promise<PastNumbers | null> {
  const end = startOfDay(addDays(on, 1));
  const plan = await countRegistered(database, on);
  if (!plan) return null;
  const { value, on: after } = plan.baseline;
  const [{ here, validThen }, filings] = await Promise.all([
    countPeopleOn(database, { after, on, end }),
    countFilingsBefore(database, end),
  ]);
  return { on, registered: value + here, validThen, filings };
}

const hashOf = (numbers: PastNumbers) => createHash("sha256").update(writePastNumbers(numbers)).digest("hex");

const withoutNumbers = ({ numbers: _, ...line }: MonthEndLine) => line;
