import type { Db } from "@/lib/data/client";

export type OldDraft = {
  id: string;
  editedAt: Date;
  accountId: string | null;
  qualification: { en: string; "zh-Hant": string; "zh-Hans": string };
};

type Place = { editedAt: Date; id: string };

/** Drafts last worked on before a moment, the oldest first, from a place in the list on. */
export async function listDraftsBefore(db: Db, before: Date, after: Place | null, limit: number): Promise<OldDraft[]> {
  const from = after ?? { editedAt: new Date(0), id: "00000000-0000-0000-0000-000000000000" };
  // The state stands here as a word, since only so does the index on drafts serve.
  return db.$queryRaw<OldDraft[]>`
    SELECT f."id", f."edited_at" AS "editedAt",
      (SELECT a."id" FROM "account" a WHERE a."person_id" = f."person_id") AS "accountId",
      jsonb_build_object('en', v."qualification_en", 'zh-Hant', v."qualification_zh_hant", 'zh-Hans', v."qualification_zh_hans") AS "qualification"
    FROM "filing" f
    JOIN "list_entry_version" v ON v."id" = "entry_version_now"(f."entry_code")
    WHERE f."state" = 'draft' AND f."edited_at" < ${before} AND (f."edited_at", f."id") > (${from.editedAt}, ${from.id}::uuid)
    ORDER BY f."edited_at", f."id"
    LIMIT ${limit}`;
}

/** Those of these mails that were written already. */
export async function writtenMails(db: Db, dedupeKeys: readonly string[]): Promise<Set<string>> {
  const mails = await db.mail.findMany({
    where: { dedupeKey: { in: [...dedupeKeys] } },
    select: { dedupeKey: true },
  });
  return new Set(mails.map(({ dedupeKey }) => dedupeKey));
}
