import * as z from "zod";
import { fields, type Field } from "@/lib/domain/accreditation/schema";
import { filingStates, ownerOf, queueStates, type FilingState, type Owner } from "@/lib/domain/filing/filing";

/** Every number of the statistics. What a number counts and which rows it opens is one and the same query. */
export const metrics = [
  "registered",
  "registered_here",
  "valid_today",
  "in_practice",
  "filings",
  "in_hand",
  "overdue",
  "ended_otherwise",
  "decided",
] as const;
export type Metric = (typeof metrics)[number];

export type MetricFilters = { field?: Field; state?: FilingState; owner?: Owner; month?: string };
export type MetricQuery = MetricFilters & { metric: Metric };

/** By what each number may be narrowed down. */
const filtersOf: Record<Metric, readonly (keyof MetricFilters)[]> = {
  registered: [],
  registered_here: ["month"],
  valid_today: [],
  in_practice: [],
  filings: ["field", "state"],
  in_hand: ["field", "owner"],
  overdue: ["field", "owner"],
  ended_otherwise: ["field"],
  decided: ["field"],
};

const filterSchemas: { [F in keyof MetricFilters]-?: z.ZodType<MetricFilters[F]> } = {
  field: z.enum(fields),
  state: z.enum(filingStates),
  owner: z.enum(["professional", "authority"]),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
};

/** The number that an address asks for, or null where there is no such number. */
export function readMetricQuery(metric: string, given: Record<string, unknown>): MetricQuery | null {
  const known = metrics.find((it) => it === metric);
  if (!known) return null;
  const schema = z.object(
    Object.fromEntries(filtersOf[known].map((filter) => [filter, filterSchemas[filter].optional()])),
  );
  const read = schema.safeParse(given);
  return read.success ? { metric: known, ...read.data } : null;
}

/** Where the rows stand that a number counts, without the language. */
export function rowsAddress({ metric, ...filters }: MetricQuery): `/${string}` {
  const query = new URLSearchParams(Object.entries(filters));
  return `/admin/rows/${metric}${query.size > 0 ? `?${query}` : ""}`;
}

/** The number whose rows stand at an address, or null where none do. */
export function readRowsAddress(address: string): MetricQuery | null {
  const [path = "", query = ""] = address.split("?");
  return readMetricQuery(path.slice("/admin/rows/".length), Object.fromEntries(new URLSearchParams(query)));
}

/** How many filings of a field lie in a state, and how many of them past their day. */
export type FilingCell = { field: Field; state: FilingState; count: number; overdue: number };

/** Which filings a number counts. */
export type FilingSelection = { fields: readonly Field[]; states: readonly FilingState[]; onlyOverdue: boolean };

export const filingMetrics = ["filings", "in_hand", "overdue", "ended_otherwise"] as const satisfies readonly Metric[];
export type FilingMetric = (typeof filingMetrics)[number];

/** Does this number count filings? */
export function countsFilings(metric: Metric): metric is FilingMetric {
  return filingMetrics.some((it) => it === metric);
}

/** The filings that a number counts, as fields and states. */
export function selectionOf({
  metric,
  field,
  state,
  owner,
}: MetricFilters & { metric: FilingMetric }): FilingSelection {
  return {
    fields: field ? [field] : fields,
    states: statesOf[metric].filter((it) => (!state || it === state) && (!owner || ownerOf(it) === owner)),
    onlyOverdue: metric === "overdue",
  };
}

const statesOf: Record<FilingMetric, readonly FilingState[]> = {
  filings: filingStates,
  // A draft is nobody's business but its author's, and has no day to be overdue on.
  in_hand: queueStates,
  overdue: queueStates,
  ended_otherwise: ["not_accepted", "closed_no_response", "withdrawn"],
};

/** How many filings a number counts. */
export function countIn(cells: readonly FilingCell[], query: MetricFilters & { metric: FilingMetric }): number {
  const { fields: chosen, states, onlyOverdue } = selectionOf(query);
  return cells
    .filter(({ field, state }) => chosen.includes(field) && states.includes(state))
    .reduce((sum, { count, overdue }) => sum + (onlyOverdue ? overdue : count), 0);
}
