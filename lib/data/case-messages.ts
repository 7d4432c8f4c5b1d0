import type { Db } from "@/lib/data/client";
import type { MessageSide } from "@/lib/domain/case-message/case-message";

export type StoredMessage = {
  id: string;
  side: MessageSide;
  accountId: string;
  /** Sealed with the key of whose filing it is. */
  words: Uint8Array;
  writtenAt: Date;
  readAt: Date | null;
};

const selected = { id: true, side: true, accountId: true, words: true, writtenAt: true, readAt: true } as const;

/** Every message about a filing, the oldest first. */
export async function listMessages(db: Db, filingId: string): Promise<StoredMessage[]> {
  return db.caseMessage.findMany({
    where: { filingId },
    orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
    select: selected,
  });
}

/** How many messages about a filing there are, and since when the oldest from this side waits to be read. */
export async function countMessages(
  db: Db,
  filingId: string,
  side: MessageSide,
): Promise<{ count: number; waitsSince: Date | null }> {
  const [count, waiting] = await Promise.all([
    db.caseMessage.count({ where: { filingId } }),
    db.caseMessage.aggregate({ where: { filingId, side, readAt: null }, _min: { writtenAt: true } }),
  ]);
  return { count, waitsSince: waiting._min.writtenAt };
}

export type NewMessage = Omit<StoredMessage, "readAt" | "words"> & {
  filingId: string;
  words: Uint8Array<ArrayBuffer>;
};

/** Keeps a message as it was written. */
export async function insertMessage(db: Db, message: NewMessage): Promise<void> {
  await db.caseMessage.create({ data: message, select: { id: true } });
}

/** Marks these messages as read where they were not, and none before it was written; gives how many. */
export async function markMessagesRead(db: Db, ids: readonly string[], readAt: Date): Promise<number> {
  return db.$executeRaw`
    UPDATE "case_message" SET "read_at" = greatest("written_at", ${readAt}::timestamptz)
    WHERE "id" = ANY(${[...ids]}::uuid[]) AND "read_at" IS NULL`;
}

/** The names under which staff wrote. */
export async function namesOfWriters(db: Db, accountIds: readonly string[]): Promise<Map<string, string>> {
  const accounts = await db.account.findMany({
    where: { id: { in: [...new Set(accountIds)] } },
    select: { id: true, displayName: true },
  });
  return new Map(accounts.map(({ id, displayName }) => [id, displayName ?? ""]));
}
