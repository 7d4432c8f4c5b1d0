import type { Db } from "@/lib/data/client";
import { dayColumn, plainDay } from "@/lib/data/days";

export type DataRequestKind = "correction" | "erasure";
export type DataRequestRow = {
  id: string;
  personId: string;
  kind: DataRequestKind;
  state: "open" | "done" | "refused";
  subject: string;
  words: Uint8Array | null;
  askedAt: Date;
  dueOn: string;
  answeredAt: Date | null;
  answer: Uint8Array | null;
};

const selected = {
  id: true,
  personId: true,
  kind: true,
  state: true,
  subject: true,
  words: true,
  askedAt: true,
  dueOn: true,
  answeredAt: true,
  answer: true,
} as const;
const read = <T extends { dueOn: Date }>({ dueOn, ...row }: T) => ({ ...row, dueOn: plainDay(dueOn) });

export type NewDataRequest = {
  id: string;
  personId: string;
  kind: DataRequestKind;
  subject: string;
  words: Uint8Array<ArrayBuffer> | null;
  askedAt: Date;
  dueOn: string;
};

/** Writes down what somebody asks about their data; false where an erasure is asked for already. */
export async function insertDataRequest(db: Db, { dueOn, ...request }: NewDataRequest): Promise<boolean> {
  const { count } = await db.dataRequest.createMany({
    data: [{ ...request, dueOn: dayColumn(dueOn) }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** What a person asked about their data, newest first. */
export async function listDataRequestsOf(db: Db, personId: string): Promise<DataRequestRow[]> {
  const rows = await db.dataRequest.findMany({
    where: { personId },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    select: selected,
  });
  return rows.map(read);
}

export type RequestOfSomebody = DataRequestRow & { email: string | null; accountId: string | null };

/** What waits for an answer, the nearest day first, and then what was answered, the latest first. */
export async function listDataRequests(db: Db, limit: number): Promise<RequestOfSomebody[]> {
  const person = { select: { account: { select: { id: true, email: true } } } } as const;
  const open = await db.dataRequest.findMany({
    where: { state: "open" },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: limit,
    select: { ...selected, person },
  });
  const answered = await db.dataRequest.findMany({
    where: { state: { not: "open" } },
    orderBy: [{ answeredAt: "desc" }, { id: "desc" }],
    take: limit,
    select: { ...selected, person },
  });
  return [...open, ...answered].map(({ person: { account }, ...row }) => ({
    ...read(row),
    email: account?.email ?? null,
    accountId: account?.id ?? null,
  }));
}

/** One request that waits for its answer, or null. */
export async function findOpenDataRequest(db: Db, id: string): Promise<RequestOfSomebody | null> {
  const row = await db.dataRequest.findFirst({
    where: { id, state: "open" },
    select: { ...selected, person: { select: { account: { select: { id: true, email: true } } } } },
  });
  if (!row) return null;
  const { person, ...request } = row;
  return { ...read(request), email: person.account?.email ?? null, accountId: person.account?.id ?? null };
}

/** Has a person asked to be erased and still waits for it? */
export async function hasOpenErasure(db: Db, personId: string): Promise<boolean> {
  return (await db.dataRequest.count({ where: { personId, kind: "erasure", state: "open" } })) > 0;
}

/** People who asked to be erased and still wait for it. */
export async function listOpenErasures(db: Db): Promise<{ id: string; personId: string }[]> {
  return db.dataRequest.findMany({
    where: { kind: "erasure", state: "open" },
    orderBy: { id: "asc" },
    select: { id: true, personId: true },
  });
}

export type DataAnswer = {
  state: "done" | "refused";
  answeredAt: Date;
  answeredById: string | null;
  answer: Uint8Array<ArrayBuffer> | null;
};

/** Answers a request once; false when somebody was first. */
export async function answerDataRequest(db: Db, id: string, answer: DataAnswer): Promise<boolean> {
  const { count } = await db.dataRequest.updateMany({ where: { id, state: "open" }, data: answer });
  return count === 1;
}
