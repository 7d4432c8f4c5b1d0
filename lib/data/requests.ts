import type { Db } from "@/lib/data/client";
import { dayColumn, plainDay } from "@/lib/data/days";

export type RequestState = "sent" | "answered" | "accepted" | "asked_again" | "expired" | "cancelled";
export type RequestOutcome = "close_no_response" | "decide_on_file";

export type AskedItem = {
  id: string;
  number: number;
  /** `question:<task>` or `paper:<evidence key>`. */
  subject: string;
  text: string;
  answer: string | null;
  answeredAt: Date | null;
};

export type AskedRequest = {
  id: string;
  round: number;
  state: RequestState;
  outcome: RequestOutcome;
  sentAt: Date;
  dueOn: string;
  answeredAt: Date | null;
  /** Working days by which the time to answer was extended. */
  extraDays: number;
  items: AskedItem[];
};

const selected = {
  id: true,
  round: true,
  state: true,
  outcome: true,
  sentAt: true,
  dueOn: true,
  answeredAt: true,
  extraDays: true,
  items: {
    select: { id: true, number: true, subject: true, text: true, answer: true, answeredAt: true },
    orderBy: { number: "asc" },
  },
} as const;

/** Every notice that was sent of a filing, newest first. */
export async function listRequests(db: Db, filingId: string): Promise<AskedRequest[]> {
  const requests = await db.request.findMany({ where: { filingId }, orderBy: { round: "desc" }, select: selected });
  return requests.map(({ dueOn, ...request }) => ({ ...request, dueOn: plainDay(dueOn) }));
}

/** The notice that awaits its answer, or null. */
export async function findOpenRequest(db: Db, filingId: string): Promise<AskedRequest | null> {
  const request = await db.request.findFirst({ where: { filingId, state: "sent" }, select: selected });
  return request && { ...request, dueOn: plainDay(request.dueOn) };
}

export type NewRequest = {
  filingId: string;
  outcome: RequestOutcome;
  sentById: string;
  sentAt: Date;
  dueOn: string;
  items: readonly { subject: string; text: string }[];
};

/** Writes one complete notice with its items, numbered as given, in the next round; gives its id. */
export async function insertRequest(db: Db, { items, dueOn, ...request }: NewRequest): Promise<string> {
  const round = (await db.request.count({ where: { filingId: request.filingId } })) + 1;
  const { id } = await db.request.create({
    data: {
      ...request,
      round,
      state: "sent",
      dueOn: dayColumn(dueOn),
      items: { create: items.map(({ subject, text }, at) => ({ number: at + 1, subject, text })) },
    },
    select: { id: true },
  });
  return id;
}

/** Writes the professional's words to one item of an open notice. */
export async function answerItem(db: Db, itemId: string, answer: string | null, answeredAt: Date): Promise<void> {
  await db.requestItem.update({ where: { id: itemId }, data: { answer, answeredAt }, select: { id: true } });
}

/** Takes the mark "answered" off an item, so that it can be answered again before the answers are sent. */
export async function reopenItem(db: Db, itemId: string): Promise<void> {
  await db.requestItem.update({ where: { id: itemId }, data: { answeredAt: null }, select: { id: true } });
}

/** Gives more time to answer an open notice, until a later last day. */
export async function extendRequest(db: Db, requestId: string, extraDays: number, dueOn: string): Promise<void> {
  await db.request.update({
    where: { id: requestId },
    data: { extraDays, dueOn: dayColumn(dueOn) },
    select: { id: true },
  });
}

/** Moves the open notice of a filing to the state in which it ends; nothing where none is open. */
export async function closeRequest(
  db: Db,
  filingId: string,
  state: Exclude<RequestState, "sent">,
  answeredAt: Date | null = null,
): Promise<void> {
  await db.request.updateMany({ where: { filingId, state: "sent" }, data: { state, answeredAt } });
}

/** Asks again what the last notice asked and nobody answered in time, until a new last day. */
export async function reissueRequest(db: Db, filingId: string, dueOn: string): Promise<void> {
  const last = await db.request.findFirstOrThrow({
    where: { filingId },
    orderBy: { round: "desc" },
    select: { id: true },
  });
  await db.request.update({
    where: { id: last.id, state: "expired" },
    data: { state: "sent", dueOn: dayColumn(dueOn) },
    select: { id: true },
  });
}
