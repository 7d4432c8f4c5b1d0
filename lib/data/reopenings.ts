import type { Db } from "@/lib/data/client";
import type { FilingState } from "@/lib/domain/filing/filing";
import type { Reopening, WaitingReopening } from "@/lib/domain/filing/reopening";

export type NewReopening = {
  filingId: string;
  fromState: FilingState;
  reasonCode: string;
  /** Why, sealed with the key of the filing's person. */
  reason: Uint8Array<ArrayBuffer>;
  proposedById: string;
  proposedAt: Date;
};

/** Writes that somebody wants a filing reopened; of one filing there is one that is undecided at most. */
export async function insertReopening(db: Db, reopening: NewReopening): Promise<void> {
  await db.reopening.create({ data: reopening, select: { id: true } });
}

/** What somebody else made of it, where somebody did. */
export type ReopeningEnd =
  | { state: "reopened"; decidedById: string; filingVersion: number; registrationId: string | null }
  | { state: "dropped"; decidedById: string }
  | { state: "overtaken" };

/** Ends the undecided reopening of a filing, where there is one. */
export async function endReopening(db: Db, filingId: string, end: ReopeningEnd, at: Date): Promise<void> {
  await db.reopening.updateMany({ where: { filingId, state: "proposed" }, data: { ...end, decidedAt: at } });
}

export type ReopeningRow = Omit<Reopening, "words"> & { sealed: Uint8Array<ArrayBuffer>; proposedById: string };

/** Every wish that a filing be reopened, the newest first. */
export async function listReopenings(db: Db, filingId: string): Promise<ReopeningRow[]> {
  return db.$queryRaw<ReopeningRow[]>`
    SELECT o."id"::text, o."from_state"::text AS "fromState", o."reason_code" AS "reasonCode", o."reason" AS "sealed",
      o."state"::text AS "state", o."proposed_by_id"::text AS "proposedById", COALESCE(p."display_name", '') AS "proposedBy",
      o."proposed_at" AS "proposedAt", d."display_name" AS "decidedBy", o."decided_at" AS "decidedAt", r."number" AS "voided"
    FROM "reopening" o
    JOIN "account" p ON p."id" = o."proposed_by_id"
    LEFT JOIN "account" d ON d."id" = o."decided_by_id"
    LEFT JOIN "registration" r ON r."id" = o."registration_id"
    WHERE o."filing_id" = ${filingId}::uuid
    ORDER BY o."proposed_at" DESC, o."id" DESC`;
}

/** The reopenings in these fields that wait for this account to agree or not, the oldest first. */
export async function listWaitingReopenings(
  db: Db,
  { fields, accountId, notOf }: { fields: readonly string[]; accountId: string; notOf: string | null },
  limit: number,
): Promise<WaitingReopening[]> {
  return db.$queryRaw<WaitingReopening[]>`
    SELECT f."reference", o."from_state"::text AS "fromState", o."reason_code" AS "reasonCode",
      COALESCE(a."display_name", '') AS "proposedBy", o."proposed_at" AS "proposedAt",
      jsonb_build_object('en', v."qualification_en", 'zh-Hant', v."qualification_zh_hant", 'zh-Hans', v."qualification_zh_hans") AS "qualification",
      p."name_zh" AS "nameZh", p."surname", p."given_names" AS "givenNames"
    FROM "reopening" o
    JOIN "filing" f ON f."id" = o."filing_id"
    JOIN "person" p ON p."id" = f."person_id"
    JOIN "list_entry_version" v ON v."id" = f."entry_version_id"
    JOIN "account" a ON a."id" = o."proposed_by_id"
    LEFT JOIN "objection" j ON j."filing_id" = f."id"
    WHERE o."state" = 'proposed' AND o."proposed_by_id" <> ${accountId}::uuid
      AND f."field_code" = ANY(${[...fields]}::text[]) AND f."person_id" IS DISTINCT FROM ${notOf}::uuid
      AND NOT (${accountId}::uuid = ANY(COALESCE(j."excluded", '{}')))
    ORDER BY o."proposed_at", o."id" LIMIT ${limit}`;
}
