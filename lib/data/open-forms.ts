import type { Db } from "@/lib/data/client";

/** One form open in one window; its key was made when the page was. */
export type OpenForm = { accountId: string; form: string };

const keyOf = (form: string) => `form:${form}`;

/** The mark of the answers a window knows: as it saved them, or as a refusal told it that somebody else did. */
export type Told = { mark: string; by: "saving" | "refusal" };

/** What this window was last told of the answers, or null where it was told nothing since it opened. */
export async function findLastTold(db: Db, { accountId, form }: OpenForm): Promise<Told | null> {
  const known = await db.idempotencyKey.findUnique({
    where: { accountId_key: { accountId, key: keyOf(form) } },
    select: { result: true },
  });
  return (known?.result ?? null) as Told | null;
}

/** Notes what a window has now been told of the answers. Forgotten with the commands of its day. */
export async function noteLastTold(db: Db, { accountId, form }: OpenForm, told: Told, now: Date): Promise<void> {
  const key = keyOf(form);
  await db.idempotencyKey.upsert({
    where: { accountId_key: { accountId, key } },
    create: { accountId, key, command: "open_form", result: told, createdAt: now },
    update: { result: told, createdAt: now },
    select: { key: true },
  });
}
