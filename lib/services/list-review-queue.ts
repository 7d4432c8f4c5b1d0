import { readWorkingCalendar } from "@/lib/data/calendar";
import { database } from "@/lib/data/client";
import { countQueue, listQueue, type QueueCounts, type QueueRow } from "@/lib/data/queue";
import type { Staff } from "@/lib/domain/actor";
import { officeDay, type WorkingCalendar } from "@/lib/domain/calendar/working-days";
import { queueStates } from "@/lib/domain/filing/filing";
import { groupOf, partOf, readCursor, writeCursor, type DueGroup } from "@/lib/domain/filing/queue";
import { promisedDays } from "@/lib/domain/filing/time-limits";
import { fieldsOf } from "@/lib/domain/permissions";

export const queueLanes = ["mine", "all", "overdue"] as const;
export type QueueLane = (typeof queueLanes)[number];
export type QueueFilters = {
  lane: QueueLane;
  field: string | null;
  state: (typeof queueStates)[number] | null;
  /** Where the page begins, as an address carries it. */
  after: string;
};

export type QueueLine = Omit<
  QueueRow,
  "part" | "id" | "daysUsed" | "clockFrom" | "daysLeft" | "askedFrom" | "limits"
> & {
  /** The day by which the decision is promised, where that is not the day that is due next. */
  decideBy: string | null;
};
export type QueueView = {
  today: string;
  /** Rows in their order, under the heading they belong to. */
  groups: { group: DueGroup; rows: QueueLine[] }[];
  counts: QueueCounts;
  /** The fields in which the reviewer examines: what may be filtered by. */
  fields: string[];
  /** Where the next page begins, or null on the last. */
  next: string | null;
  isFirst: boolean;
};

const perPage = 25;

/** One page of the reviewer's queue: the fields of their rights are part of the question that is asked. */
export async function listReviewQueue(actor: Staff, filters: QueueFilters, now: Date): Promise<QueueView> {
  const today = officeDay(now);
  const fields = [...new Set(fieldsOf(actor, "examine"))];
  const chosen = filters.field === null ? fields : fields.filter((field) => field === filters.field);
  const after = readCursor(filters.after);

  const scope = {
    fields: chosen,
    states: filters.state === null ? queueStates : [filters.state],
    reviewerId: filters.lane === "mine" ? actor.accountId : null,
    notOf: actor.personId,
    dueBefore: filters.lane === "overdue" ? today : null,
  };
  // What waits for somebody else is late on their side, not on ours.
  const states = filters.lane === "overdue" ? scope.states.filter(isOurs) : scope.states;
  const [rows, counts, calendar] = await Promise.all([
    listQueue(database, { ...scope, states }, { after, limit: perPage + 1 }),
    countQueue(database, { fields, reviewerId: actor.accountId, notOf: actor.personId, today }),
    readWorkingCalendar(database),
  ]);

  const shown = rows.slice(0, perPage);
  const last = shown.at(-1);
  return {
    today,
    groups: inGroups(shown, today, calendar),
    counts,
    fields,
    next: last && rows.length > perPage ? writeCursor(last) : null,
    isFirst: after === null,
  };
}

const isOurs = (state: (typeof queueStates)[number]) => partOf({ state, held: false }) === "ours";

function inGroups(rows: readonly QueueRow[], today: string, calendar: WorkingCalendar): QueueView["groups"] {
  const groups: QueueView["groups"] = [];
  for (const row of rows) {
    const group = groupOf(row, today);
    const line = lineOf(row, calendar);
    const current = groups.at(-1);
    if (current?.group === group) current.rows.push(line);
    else groups.push({ group, rows: [line] });
  }
  return groups;
}

function lineOf(row: QueueRow, calendar: WorkingCalendar): QueueLine {
  const { part: _part, id: _id, daysUsed, clockFrom, daysLeft, askedFrom, limits, ...line } = row;
  const promised = promisedDays({ ...line, daysUsed, clockFrom, daysLeft, askedFrom }, limits, calendar);
  const decideBy = promised && promised.decideBy !== line.dueOn ? promised.decideBy : null;
  return {
    ...line,
    decideBy,
    dueProvisional: line.dueProvisional || (decideBy !== null && promised?.isProvisional === true),
  };
}
