import { addDays } from "@/lib/domain/calendar/working-days";
import type { FilingState } from "@/lib/domain/filing/filing";

/** The parts of a queue, in its order: what is with the authority, then what waits for somebody else, then what is on hold. */
export const queueParts = ["ours", "waiting", "held"] as const;
export type QueuePart = (typeof queueParts)[number];

const waitingStates = ["awaiting_applicant", "hearing", "public_notice"] as const satisfies readonly FilingState[];

/** The part of the queue in which a filing stands. */
export function partOf(filing: { state: FilingState; held: boolean }): QueuePart {
  if (filing.held) return "held";
  return (waitingStates as readonly FilingState[]).includes(filing.state) ? "waiting" : "ours";
}

export const dueGroups = ["overdue", "today", "this_week", "later", "waiting", "held"] as const;
export type DueGroup = (typeof dueGroups)[number];

/** Under which heading of the queue a filing stands today. A week ends on Sunday. */
export function groupOf(filing: { state: FilingState; held: boolean; dueOn: string | null }, today: string): DueGroup {
  const part = partOf(filing);
  if (part !== "ours") return part;
  const { dueOn } = filing;
  if (dueOn === null) return "later";
  if (dueOn < today) return "overdue";
  if (dueOn === today) return "today";
  return dueOn <= endOfWeek(today) ? "this_week" : "later";
}

function endOfWeek(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, (7 - weekday) % 7);
}

/** Where a page of the queue ends: the last row on it. */
export type QueueCursor = { part: QueuePart; dueOn: string | null; id: string };

/** The cursor as it stands in an address. */
export function writeCursor({ part, dueOn, id }: QueueCursor): string {
  return [part, dueOn ?? "-", id].join("_");
}

/** The cursor that an address carries, or null where it carries none that makes sense. */
export function readCursor(text: string): QueueCursor | null {
  const found = /^(ours|waiting|held)_(\d{4}-\d{2}-\d{2}|-)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text);
  const [, part, dueOn, id] = found ?? [];
  if (!part || !dueOn || !id || (dueOn === "-") !== (part === "held")) return null;
  if (dueOn !== "-" && Number.isNaN(Date.parse(dueOn))) return null;
  return { part: part as QueuePart, dueOn: dueOn === "-" ? null : dueOn, id };
}
