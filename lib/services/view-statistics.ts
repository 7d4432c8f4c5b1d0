import { readWorkingCalendar } from "@/lib/data/calendar";
import { database } from "@/lib/data/client";
import { countFilings, countFirstRegisteredByMonth, findOldestOverdueDay } from "@/lib/data/statistics";
import { countWishes, type Demand } from "@/lib/data/wishes";
import { fields, type Field } from "@/lib/domain/accreditation/schema";
import type { Actor } from "@/lib/domain/actor";
import { officeDay, workingDaysBetween } from "@/lib/domain/calendar/working-days";
import { filingStates, type FilingState } from "@/lib/domain/filing/filing";
import { may } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import type { ActualTimes } from "@/lib/domain/statistics/actual-times";
import { countIn, type MetricFilters, type FilingMetric, type MetricQuery } from "@/lib/domain/statistics/metrics";
import { everyMonth } from "@/lib/domain/statistics/series";
import { readSpeed } from "@/lib/services/decision-speed";
import { viewReconciliation, type Reconciliation } from "@/lib/services/reconcile-numbers";
import { viewTargetProgress, type TargetProgress } from "@/lib/services/view-progress";

/** A number with the query that opens its rows. */
export type Count = { value: number; rows: MetricQuery };

export const fieldColumns = [
  "draft",
  "with_authority",
  "with_professional",
  "overdue",
  "approved",
  "refused",
  "ended_otherwise",
  "all",
] as const;
export type FieldColumn = (typeof fieldColumns)[number];
export type FieldLine = { field: Field } & Record<FieldColumn, Count>;

export type StatisticsView = {
  today: string;
  progress: TargetProgress;
  /** People newly registered in each of the last months, the present one included; those before the first are absent. */
  months: { month: string; registered: Count }[];
  states: { state: FilingState; filings: Count }[];
  byField: FieldLine[];
  /** What people wished for that takes no filings: each address once, and each wish without one. */
  demand: { total: number; demands: Demand[] };
  /** What the newest recount of the counters found; null before the first. */
  recount: Reconciliation | null;
  /** How long filings took that were decided of late; the field is null in the line of them all. */
  speed: { field: Field | null; decided: Count; times: ActualTimes | null }[];
  inHand: Count;
  overdue: {
    all: Count;
    withAuthority: Count;
    withProfessional: Count;
    oldest: { dueOn: string; days: number } | null;
  };
};

const shownMonths = 12;
const shownDemands = 20;

/** The administrator's numbers, each with the rows it counts: read from the counters, never from the filings. */
export async function viewStatistics(actor: Actor, now: Date): Promise<Result<StatisticsView>> {
  if (!may(actor, "view_statistics")) return refuse({ code: "not_found" });
  const today = officeDay(now);
  const progress = await viewTargetProgress(now);
  if (!progress) return refuse({ code: "not_found" });

  const [cells, months, oldest, calendar, demand, recount, speed] = await Promise.all([
    countFilings(database, today),
    countFirstRegisteredByMonth(database, progress.baseline.on, today),
    findOldestOverdueDay(database, today),
    readWorkingCalendar(database),
    countWishes(database, shownDemands),
    viewReconciliation(),
    readSpeed(database, today),
  ]);
  const count = (metric: FilingMetric, filters: MetricFilters = {}): Count => ({
    value: countIn(cells, { metric, ...filters }),
    rows: { metric, ...filters },
  });
  const lineOf = (field: Field): FieldLine => ({
    field,
    draft: count("filings", { field, state: "draft" }),
    with_authority: count("in_hand", { field, owner: "authority" }),
    with_professional: count("in_hand", { field, owner: "professional" }),
    overdue: count("overdue", { field }),
    approved: count("filings", { field, state: "approved" }),
    refused: count("filings", { field, state: "refused" }),
    ended_otherwise: count("ended_otherwise", { field }),
    all: count("filings", { field }),
  });

  return ok({
    today,
    progress,
    months: everyMonth(months, today.slice(0, 7))
      .slice(-shownMonths)
      .map(({ month, count: value }) => ({ month, registered: { value, rows: { metric: "registered_here", month } } })),
    states: filingStates.map((state) => ({ state, filings: count("filings", { state }) })),
    byField: fields.map(lineOf),
    demand,
    recount,
    speed: [{ field: null, ...speed.all }, ...speed.byField].map(({ field, decided, times }) => ({
      field,
      decided: { value: decided, rows: { metric: "decided", ...(field && { field }) } },
      times,
    })),
    inHand: count("in_hand"),
    overdue: {
      all: count("overdue"),
      withAuthority: count("overdue", { owner: "authority" }),
      withProfessional: count("overdue", { owner: "professional" }),
      oldest: oldest === null ? null : { dueOn: oldest, days: workingDaysBetween(oldest, today, calendar) },
    },
  });
}
