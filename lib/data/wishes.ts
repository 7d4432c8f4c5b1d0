import { localeColumn, localeOfColumn } from "@/lib/data/accounts";
import type { Db } from "@/lib/data/client";
import type { InThree } from "@/lib/data/filings";
import type { Published } from "@/lib/domain/demand/listing";

export type NewWish = {
  id: string;
  key: string;
  /** As it was written; nothing where an entry is wished for, which has its own names. */
  qualification: string;
  issuingBody: string;
  entryCode: string | null;
  email: string | null;
  locale: keyof typeof localeColumn;
  tokenHash: string | null;
  askedAt: Date;
};

/** Keeps a wish; false where this address has wished for the same before. */
export async function insertWish(db: Db, { locale, ...wish }: NewWish): Promise<boolean> {
  const { count } = await db.wish.createMany({
    data: { ...wish, locale: localeColumn[locale] },
    skipDuplicates: true,
  });
  return count === 1;
}

/** The wish of an address for the same that was not confirmed, or null. */
export async function findUnconfirmedWish(db: Db, key: string, email: string): Promise<string | null> {
  const wish = await db.wish.findFirst({ where: { key, email, confirmedAt: null }, select: { id: true } });
  return wish?.id ?? null;
}

/** What a link that confirms an address is about, or null. */
export async function findWish(
  db: Db,
  tokenHash: string,
): Promise<{ qualification: string; entryCode: string | null; hasAddress: boolean; isConfirmed: boolean } | null> {
  const wish = await db.wish.findUnique({
    where: { tokenHash },
    select: { qualification: true, entryCode: true, email: true, confirmedAt: true },
  });
  return (
    wish && {
      qualification: wish.qualification,
      entryCode: wish.entryCode,
      hasAddress: wish.email !== null,
      isConfirmed: wish.confirmedAt !== null,
    }
  );
}

/** Notes that the owner of an address wants to be told; false where the address is forgotten or was confirmed before. */
export async function confirmWish(db: Db, tokenHash: string, confirmedAt: Date): Promise<boolean> {
  const { count } = await db.wish.updateMany({
    where: { tokenHash, confirmedAt: null, email: { not: null } },
    data: { confirmedAt },
  });
  return count === 1;
}

export type WaitingWish = {
  id: string;
  key: string;
  entryCode: string | null;
  qualification: string;
  email: string;
  locale: (typeof localeOfColumn)[keyof typeof localeOfColumn];
  askedAt: Date;
};

/** Who waits to be told, a page at a time, from one wish on. */
export async function listWaitingWishes(db: Db, after: string | null, limit: number): Promise<WaitingWish[]> {
  const wishes = await db.wish.findMany({
    where: {
      confirmedAt: { not: null },
      toldAt: null,
      email: { not: null },
      ...(after !== null && { id: { gt: after } }),
    },
    orderBy: { id: "asc" },
    take: limit,
    select: { id: true, key: true, entryCode: true, qualification: true, email: true, locale: true, askedAt: true },
  });
  return wishes.map(({ locale, email, ...wish }) => ({ ...wish, email: email ?? "", locale: localeOfColumn[locale] }));
}

/** Notes that somebody was told, and forgets the address; false where somebody else was first. */
export async function settleWish(db: Db, id: string, toldAt: Date): Promise<boolean> {
  const { count } = await db.wish.updateMany({ where: { id, toldAt: null }, data: { toldAt, email: null } });
  return count === 1;
}

/** Forgets the addresses that nobody confirmed; that something was wished for stays. */
export async function forgetUnconfirmed(db: Db, askedBefore: Date): Promise<void> {
  await db.wish.updateMany({
    where: { email: { not: null }, confirmedAt: null, askedAt: { lt: askedBefore } },
    data: { email: null },
  });
}

/** Clears the mails about wishes whose address is forgotten, and what told of an entry before a moment. */
export async function forgetWishMails(db: Db, writtenBefore: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE "mail" m SET "email" = '', "params" = '{}'
    WHERE m."template" IN ('wish_confirm', 'wish_listed') AND m."email" <> '' AND m."state" <> 'queued'
      AND CASE m."template" WHEN 'wish_listed' THEN m."created_at" < ${writtenBefore} ELSE EXISTS (
        SELECT 1 FROM "wish" w WHERE w."id" = (m."params"->>'wishId')::uuid AND w."email" IS NULL) END`;
}

export type PublishedEntry = Published & { qualification: InThree };

/** What stands on the list, with when it was published. */
export async function listPublished(db: Db): Promise<PublishedEntry[]> {
  return db.$queryRaw`
    SELECT v."entry_code" AS "code", v."search_key" AS "searchKey", v."published_at" AS "publishedAt", v."confirmed",
      v."filed_by"::text AS "filedBy", v."effective_from"::text AS "effectiveFrom", v."effective_to"::text AS "effectiveTo",
      jsonb_build_object('en', v."qualification_en", 'zh-Hant', v."qualification_zh_hant", 'zh-Hans', v."qualification_zh_hans") AS "qualification"
    FROM "list_entry_version" v WHERE v."state" = 'published' AND v."published_at" IS NOT NULL ORDER BY v."entry_code"`;
}

export type Demand = {
  /** As it was written first, or what the entry is called. */
  qualification: string | InThree;
  issuingBody: string | InThree;
  entryCode: string | null;
  wishes: number;
  waiting: number;
};

/** What was wished for, by what most wished for first, and how many wishes there are altogether. */
export async function countWishes(db: Db, limit: number): Promise<{ total: number; demands: Demand[] }> {
  const demands = await db.$queryRaw<(Demand & { total: number })[]>`
    SELECT d."entryCode", d."wishes", d."waiting", d."total",
      CASE WHEN v."id" IS NULL THEN to_jsonb(d."qualification") ELSE jsonb_build_object('en', v."qualification_en",
        'zh-Hant', v."qualification_zh_hant", 'zh-Hans', v."qualification_zh_hans") END AS "qualification",
      CASE WHEN v."id" IS NULL THEN to_jsonb(d."body") ELSE jsonb_build_object('en', v."issuing_body_en",
        'zh-Hant', v."issuing_body_zh_hant", 'zh-Hans', v."issuing_body_zh_hans") END AS "issuingBody"
    FROM (
      SELECT w."key", (array_agg(w."qualification" ORDER BY w."asked_at"))[1] AS "qualification",
        (array_agg(w."issuing_body" ORDER BY w."issuing_body" = '', w."asked_at"))[1] AS "body",
        min(w."entry_code") AS "entryCode", count(*)::int AS "wishes",
        (count(*) FILTER (WHERE w."confirmed_at" IS NOT NULL AND w."told_at" IS NULL))::int AS "waiting",
        (sum(count(*)) OVER ())::int AS "total"
      FROM "wish" w GROUP BY w."key" ORDER BY count(*) DESC, w."key" LIMIT ${limit}
    ) d LEFT JOIN "list_entry_version" v ON v."id" = "entry_version_now"(d."entryCode")
    ORDER BY d."wishes" DESC, d."key"`;
  return {
    total: demands[0]?.total ?? 0,
    demands: demands.map(({ qualification, issuingBody, entryCode, wishes, waiting }) => ({
      qualification,
      issuingBody,
      entryCode,
      wishes,
      waiting,
    })),
  };
}
