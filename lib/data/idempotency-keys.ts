import type { Db } from "@/lib/data/client";
import { Prisma } from "@/lib/data/generated/client";

/** One posting of one form: the key the form carries, and a hash of what it says. */
export type Command = { accountId: string; key: string; content: string };

/** What a command ended with: the page it leads to, or none. */
export type Outcome = { next: string | null };

/**
 * Claims a command for whoever asks first. The same key with other content is a new command: somebody went back, changed
 * an answer and sent the form again.
 */
export async function claimCommand(db: Db, { accountId, key, content }: Command, now: Date): Promise<boolean> {
  const claimed = await db.$executeRaw`
    INSERT INTO "idempotency_key" AS known ("account_id", "key", "command", "result", "created_at")
    VALUES (${accountId}::uuid, ${key}, ${content}, 'null', ${now})
    ON CONFLICT ("account_id", "key") DO UPDATE
      SET "command" = EXCLUDED."command", "result" = EXCLUDED."result", "created_at" = EXCLUDED."created_at"
      WHERE known."command" <> EXCLUDED."command"`;
  return claimed === 1;
}

/** Writes what a claimed command ended with, to be repeated for every repetition. */
export async function keepOutcome(db: Db, { accountId, key, content }: Command, outcome: Outcome): Promise<void> {
  await db.idempotencyKey.updateMany({ where: { accountId, key, command: content }, data: { result: outcome } });
}

/** Gives a claim back: the command was refused and did nothing, so it may be tried again. */
export async function releaseCommand(db: Db, { accountId, key, content }: Command): Promise<void> {
  await db.idempotencyKey.deleteMany({
    where: { accountId, key, command: content, result: { equals: Prisma.JsonNull } },
  });
}

/** What the command ended with; `running` while somebody works on it or after they broke off, `unknown` when it was given back. */
export async function findOutcome(
  db: Db,
  { accountId, key, content }: Command,
): Promise<Outcome | "running" | "unknown"> {
  const known = await db.idempotencyKey.findUnique({
    where: { accountId_key: { accountId, key } },
    select: { command: true, result: true },
  });
  if (known?.command !== content) return "unknown";
  return (known.result as Outcome | null) ?? "running";
}

/** Forgets commands from before a moment: nobody repeats them any more. */
export async function forgetCommands(db: Db, before: Date): Promise<void> {
  await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: before } } });
}
