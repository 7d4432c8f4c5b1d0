import type { Db } from "@/lib/data/client";
import { dayColumn } from "@/lib/data/days";
import type { InThree } from "@/lib/data/decisions";
import { Prisma } from "@/lib/data/generated/client";
import type { Names } from "@/lib/domain/person/names";
import type { StandingFacts } from "@/lib/domain/verification/verdict";

// What staff of a field read of its registrations, besides what their holders see.

export type FileDecision = { stage: string; outcome: "approve" | "refuse"; by: string; at: Date };
export type FileEvent = {
  seq: number;
  type: string;
  actorKind: "applicant" | "staff" | "clock";
  by: string | null;
  at: Date;
};
export type RegistrationHistory = {
  reference: string | null;
  decisions: FileDecision[];
  certificates: { serial: number; issuedAt: Date; replacedAt: Date | null }[];
  events: FileEvent[];
};

const ofFiling = {
  reference: true,
  decisions: {
    orderBy: { decidedAt: "desc" },
    select: { stage: true, outcome: true, accountId: true, decidedAt: true },
  },
} as const;

/** Where a registration came from, the papers issued of it, and what became of it, the newest first. */
export async function findRegistrationHistory(db: Db, registrationId: string): Promise<RegistrationHistory> {
  const row = await db.registration.findUniqueOrThrow({
    where: { id: registrationId },
    select: {
      filing: { select: ofFiling },
      // Where the approval it rested on was reversed.
      reopening: { select: { filing: { select: ofFiling } } },
      certificates: { orderBy: { serial: "desc" }, select: { serial: true, issuedAt: true, replacedAt: true } },
      events: {
        orderBy: { seq: "desc" },
        take: mostEvents,
        select: { seq: true, type: true, actorKind: true, actorId: true, at: true },
      },
    },
  });
  const { certificates, events } = row;
  const filing = row.filing ?? row.reopening?.filing ?? { reference: null, decisions: [] };
  const staff = [...filing.decisions.map(({ accountId }) => accountId), ...events.map(({ actorId }) => actorId)];
  const names = await namesOfStaff(db, staff);
  return {
    reference: filing.reference,
    decisions: filing.decisions.map(({ stage, outcome, accountId, decidedAt }) => ({
      stage,
      outcome,
      by: names.get(accountId) ?? "",
      at: decidedAt,
    })),
    certificates,
    events: events.map(({ seq, type, actorKind, actorId, at }) => ({
      seq: Number(seq),
      type,
      actorKind,
      by: (actorId && names.get(actorId)) ?? null,
      at,
    })),
  };
}

// No registration has so many; one that had would be read in the audit trail.
const mostEvents = 200;

/** What staff are called, by their accounts; professionals are not in it. */
export async function namesOfStaff(db: Db, accountIds: readonly (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(accountIds.filter((id) => id !== null))];
  const accounts = await db.account.findMany({
    where: { id: { in: ids }, kind: "staff" },
    select: { id: true, displayName: true },
  });
  return new Map(accounts.map(({ id, displayName }) => [id, displayName ?? ""]));
}

export type FoundRegistration = StandingFacts & {
  number: string;
  names: Names;
  field: string;
  qualification: InThree;
  /** Something is proposed about it and not decided yet. */
  hasProceeding: boolean;
};

type Scope = { fields: readonly string[]; notOf: string | null };

/** The registrations of these fields whose holder's name has all these folded words, the newest first. */
export function findRegistrationsByName(
  db: Db,
  scope: Scope,
  words: readonly string[],
  limit: number,
): Promise<FoundRegistration[]> {
  const conditions = words.flatMap((word) => [
    ...([...word].length > 1 ? [Prisma.sql`"two_grams"(p."search_key") @> "two_grams"(${word}::text)`] : []),
    Prisma.sql`p."search_key" LIKE ${`%${word}%`}`,
  ]);
  return list(db, scope, Prisma.join(conditions, " AND "), limit);
}

/** The registration of these fields with this number, as a list of one or none. */
export function findRegistrationsByNumber(db: Db, scope: Scope, number: string): Promise<FoundRegistration[]> {
  return list(db, scope, Prisma.sql`r."number" = ${number}`, 1);
}

/** The registrations of these fields on which something is proposed, or which are suspended on a day. */
export function listRegistrationsInProceedings(
  db: Db,
  scope: Scope,
  today: string,
  limit: number,
): Promise<FoundRegistration[]> {
  const on = dayColumn(today);
  return list(
    db,
    scope,
    Prisma.sql`r."id" IN (
      SELECT o."registration_id" FROM "proceeding" o WHERE o."state" NOT IN ('decided', 'dropped')
      UNION SELECT s."id" FROM "registration" s WHERE s."suspended_from" IS NOT NULL
        AND s."state" IN ('in_force', 'suspended') AND COALESCE(s."suspended_until" >= ${on}::date, true))`,
    limit,
  );
}

async function list(db: Db, { fields, notOf }: Scope, which: Prisma.Sql, limit: number): Promise<FoundRegistration[]> {
  return db.$queryRaw<FoundRegistration[]>`
    SELECT r."number", r."field_code" AS "field", r."state"::text AS "state", r."state_from"::text AS "stateFrom",
      r."valid_until"::text AS "validUntil",
      jsonb_build_object('nameZh', r."name_zh", 'surname', r."surname", 'givenNames', r."given_names") AS "names",
      jsonb_build_object('en', v."qualification_en", 'zh-Hant', v."qualification_zh_hant", 'zh-Hans', v."qualification_zh_hans")
        AS "qualification",
      CASE WHEN r."suspended_from" IS NOT NULL THEN jsonb_build_object(
        'from', r."suspended_from"::text, 'until', r."suspended_until"::text, 'reason', r."suspended_for") END AS "suspension",
      CASE WHEN r."ending_from" IS NOT NULL THEN jsonb_build_object(
        'how', r."ending"::text, 'from', r."ending_from"::text, 'reason', r."ending_for") END AS "ending",
      EXISTS (SELECT 1 FROM "proceeding" o WHERE o."registration_id" = r."id" AND o."state" NOT IN ('decided', 'dropped'))
        AS "hasProceeding"
    FROM "registration" r
    JOIN "person" p ON p."id" = r."person_id"
    JOIN "list_entry_version" v ON v."id" = r."entry_version_id"
    WHERE r."field_code" = ANY(${[...fields]}::text[]) AND r."person_id" IS DISTINCT FROM ${notOf}::uuid AND ${which}
    ORDER BY r."valid_from" DESC, r."id" DESC LIMIT ${limit}`;
}
