import { database } from "@/lib/data/client";
import { listIndicators, type IndicatorRow } from "@/lib/data/indicators";
import {
  countFirstRegisteredByMonth,
  countRegistered,
  peopleIndicator,
  type RegisteredCount,
} from "@/lib/data/statistics";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { gapTo, monthsForPace, pacePerMonth, projectedMonth } from "@/lib/domain/statistics/pace";
import { isDoubtful, readingOf, shareOfTarget, type Reading } from "@/lib/domain/statistics/reading";
import { completeMonths, recordedPoints, type Point } from "@/lib/domain/statistics/series";

/** The road to the target: three nested numbers, the distance, the pace, and the points of the line. */
export type TargetProgress = RegisteredCount & {
  today: string;
  missing: number;
  /** The plan's date has passed and the target is not reached. */
  isPast: boolean;
  /** People newly registered a month, over the last six months that are over; null while there are fewer. */
  pace: number | null;
  /** The month in which the target is reached if the pace holds, `YYYY-MM`, or null. */
  reachedIn: string | null;
  /** What was recorded here, month by month; empty before the first. */
  recorded: Point[];
};

/** A value on a day; without a source it is counted here. */
export type IndicatorValue = { value: number; on: string; source: string | null };

export type IndicatorView = Omit<IndicatorRow, "observed"> & {
  reading: Reading;
  isDoubtful: boolean;
  baseline: IndicatorValue;
  /** What was observed after the baseline, of the same scope. */
  later: IndicatorValue[];
  /** The newest value as a share of the lower target; null where they are not on one scale. */
  share: number | null;
};

/** Where the count of registered people stands; null before the plan's data are loaded. */
export async function viewTargetProgress(now: Date): Promise<TargetProgress | null> {
  const today = officeDay(now);
  const count = await countRegistered(database, today);
  if (!count) return null;

  const { baseline, target, registered } = count;
  const months = await countFirstRegisteredByMonth(database, baseline.on, today);
  const lastMonths = completeMonths(months, today, monthsForPace);
  const counts = lastMonths.map((month) => month.count);
  const asOfMonth = lastMonths.at(-1)?.month;
  return {
    ...count,
    today,
    missing: gapTo(target.value, registered),
    isPast: target.on < today && registered < target.value,
    pace: pacePerMonth(counts),
    reachedIn: asOfMonth ? projectedMonth({ target: target.value, registered, asOfMonth }, counts) : null,
    recorded: recordedPoints(baseline.value, months, today),
  };
}

/** The plan's fourteen indicators, each with how it may be read; the count of people as it stands in `people`. */
export async function viewIndicators(people: TargetProgress | null): Promise<IndicatorView[]> {
  const rows = await listIndicators(database);
  return rows.flatMap(({ observed: [baseline, ...observed], ...row }) => {
    if (!baseline) return [];
    const recorded =
      row.number === peopleIndicator && people && people.here > 0
        ? [{ value: people.registered, on: people.today, source: null }]
        : [];
    const later: IndicatorValue[] = [...observed, ...recorded];
    const newest = later.at(-1) ?? baseline;
    const reading = readingOf({ number: row.number, baseline: baseline.value, targetHigh: row.targetHigh });
    return [
      {
        ...row,
        reading,
        isDoubtful: isDoubtful(row.number),
        baseline,
        later,
        share: shareOfTarget(reading, newest.value, row.targetLow),
      },
    ];
  });
}
