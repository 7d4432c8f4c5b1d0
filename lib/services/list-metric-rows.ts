import { database } from "@/lib/data/client";
import {
  listDecidedRows,
  listFilingRows,
  listFirstRegisteredRows,
  listValidRows,
  type FilingRow,
  type Paging,
  type PersonRow,
  type RowPosition,
} from "@/lib/data/metric-rows";
import {
  countFilings,
  countFirstRegisteredByMonth,
  countRegistered,
  type Published,
  type RegisteredCount,
} from "@/lib/data/statistics";
import { fields } from "@/lib/domain/accreditation/schema";
import type { Actor } from "@/lib/domain/actor";
import { addDays, officeDay } from "@/lib/domain/calendar/working-days";
import { may } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { lateDays, readSpeed } from "@/lib/services/decision-speed";
import { countIn, countsFilings, selectionOf, type MetricQuery } from "@/lib/domain/statistics/metrics";

export type { FilingRow, PersonRow, RowPosition } from "@/lib/data/metric-rows";

type Page = { previous: RowPosition | null; next: RowPosition | null };

export type MetricRows = { query: MetricQuery; today: string; count: number } & (
  | ({ of: "filings"; rows: FilingRow[] } & Page)
  | ({ of: "people"; rows: PersonRow[]; baseline: Published | null } & Page)
  | { of: "observation"; observed: NonNullable<RegisteredCount["inPractice"]> }
);

export type PageAsked = { after: RowPosition | null; before: RowPosition | null };
export const rowsPerPage = 50;

/** One page of exactly the rows that a number of the statistics counts, and how many they are. */
export async function listMetricRows(
  actor: Actor,
  query: MetricQuery,
  page: PageAsked,
  now: Date,
  perPage = rowsPerPage,
): Promise<Result<MetricRows>> {
  if (!may(actor, "view_statistics")) return refuse({ code: "not_found" });
  const today = officeDay(now);
  const people = await countRegistered(database, today);
  if (!people) return refuse({ code: "not_found" });

  const { metric } = query;
  if (countsFilings(metric)) {
    const filings = { ...query, metric };
    const [cells, rows] = await Promise.all([
      countFilings(database, today),
      listFilingRows(database, selectionOf(filings), today, pagingOf(page, perPage)),
    ]);
    return ok({
      of: "filings",
      query,
      today,
      count: countIn(cells, filings),
      ...pageOf(rows, { ...page, perPage }, (row) => ({ day: row.dueOn, id: row.id })),
    });
  }

  const ofPeople = (count: number, rows: PersonRow[], baseline: Published | null) =>
    ok({
      of: "people" as const,
      query,
      today,
      count,
      baseline,
      ...pageOf(rows, { ...page, perPage }, ({ day, id }) => ({ day, id })),
    });
  const since = people.baseline.on;

  switch (metric) {
    case "decided": {
      const { all, byField } = await readSpeed(database, today);
      const speed = query.field ? byField.find(({ field }) => field === query.field) : all;
      const decided = { fields: query.field ? [query.field] : fields, ...lateDays(today) };
      const rows = await listDecidedRows(database, decided, pagingOf(page, perPage));
      const count = speed?.decided ?? 0;
      const positionOf = (row: FilingRow) => ({ day: row.decidedOn, id: row.id });
      return ok({ of: "filings", query, today, count, ...pageOf(rows, { ...page, perPage }, positionOf) });
    }
    case "registered": {
      const rows = await listFirstRegisteredRows(database, { after: since, through: today }, pagingOf(page, perPage));
      // The baseline is one row, before all that were counted one by one.
      return ofPeople(people.registered, rows, page.after || page.before ? null : people.baseline);
    }
    case "registered_here": {
      const { month } = query;
      const period = month ? periodOf(month, since, today) : { after: since, through: today };
      const months = await countFirstRegisteredByMonth(database, since, today);
      const count = months.filter((it) => !month || it.month === month).reduce((sum, it) => sum + it.count, 0);
      return ofPeople(count, await listFirstRegisteredRows(database, period, pagingOf(page, perPage)), null);
    }
    case "valid_today":
      return ofPeople(people.validToday, await listValidRows(database, today, pagingOf(page, perPage)), null);
    case "in_practice": {
      const { inPractice } = people;
      return inPractice
        ? ok({ of: "observation", query, today, count: inPractice.value, observed: inPractice })
        : refuse({ code: "not_found" });
    }
  }
}

/** One row more than is shown tells whether there is a further page. */
function pagingOf({ after, before }: PageAsked, perPage: number): Paging {
  return { from: before ?? after, towards: before ? "previous" : "next", limit: perPage + 1 };
}

function pageOf<Row>(
  found: readonly Row[],
  { after, before, perPage }: PageAsked & { perPage: number },
  positionOf: (row: Row) => RowPosition,
): Page & { rows: Row[] } {
  const isMore = found.length > perPage;
  const rows = before ? found.slice(-perPage) : found.slice(0, perPage);
  const first = rows.at(0);
  const last = rows.at(-1);
  return {
    rows,
    previous: first && (before ? isMore : after) ? positionOf(first) : null,
    next: last && (before ? true : isMore) ? positionOf(last) : null,
  };
}

/** The days of a month that lie after one day and not beyond another. */
function periodOf(month: string, since: string, today: string): { after: string; through: string } {
  const eve = addDays(`${month}-01`, -1);
  const last = addDays(firstOfNext(month), -1);
  return { after: eve > since ? eve : since, through: last < today ? last : today };
}

function firstOfNext(month: string): string {
  return `${addDays(`${month}-01`, 31).slice(0, 7)}-01`;
}
