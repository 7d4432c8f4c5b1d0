import { localeOfColumn } from "@/lib/data/accounts";
import type { Db } from "@/lib/data/client";
import type { Prisma } from "@/lib/data/generated/client";
import type { Capability, Grant } from "@/lib/domain/actor";
import { queueStates } from "@/lib/domain/filing/filing";
import { workflow } from "@/lib/domain/filing/workflow";

export type GivenRight = Grant & { id: string };
export type ProposedRight = GivenRight & { proposedById: string; proposedBy: string; proposedAt: Date };

export type ColleagueRow = {
  id: string;
  name: string;
  email: string;
  locale: (typeof localeOfColumn)[keyof typeof localeOfColumn];
  isActive: boolean;
  rights: GivenRight[];
  proposed: ProposedRight[];
  lastSeenAt: Date | null;
  /** When their rights were last found right; before that, when they came. */
  /** Since when their rights have stood unquestioned: their review, or else the day the account was made. */
  rightsSince: Date;
  reviewedAt: Date | null;
};

const right = { id: true, capability: true, fieldCode: true } as const;
const byRight: Prisma.GrantOrderByWithRelationInput[] = [{ capability: "asc" }, { field: { position: "asc" } }];

/** Everybody who works in the office or did, or one of them: those who are there first, by name. */
export async function listColleagues(db: Db, accountId?: string): Promise<ColleagueRow[]> {
  const rows = await db.account.findMany({
    where: { kind: "staff", ...(accountId !== undefined && { id: accountId }) },
    orderBy: [{ status: "asc" }, { displayName: "asc" }, { id: "asc" }],
    select: {
      id: true,
      displayName: true,
      email: true,
      locale: true,
      status: true,
      createdAt: true,
      reviewedAt: true,
      grants: { select: right, orderBy: byRight },
      proposedGrants: {
        select: {
          ...right,
          proposedById: true,
          proposedAt: true,
          proposedBy: { select: { displayName: true, email: true } },
        },
        orderBy: [{ proposedAt: "asc" }, { capability: "asc" }, { field: { position: "asc" } }],
      },
      sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: "desc" }, take: 1 },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.displayName ?? row.email,
    email: row.email,
    locale: localeOfColumn[row.locale],
    isActive: row.status === "active",
    rights: row.grants.map(({ id, capability, fieldCode: field }) => ({ id, capability, field })),
    proposed: row.proposedGrants.map(({ id, capability, fieldCode: field, proposedById, proposedAt, proposedBy }) => {
      return {
        id,
        capability,
        field,
        proposedById,
        proposedAt,
        proposedBy: proposedBy.displayName ?? proposedBy.email,
      };
    }),
    lastSeenAt: row.sessions[0]?.lastSeenAt ?? null,
    rightsSince: row.reviewedAt ?? row.createdAt,
    reviewedAt: row.reviewedAt,
  }));
}

/** Open filings in somebody's hands, and those of them that would go back to the queue at once. */
export type Held = { open: number; toQueue: number };

/** What each account holds. */
export async function countHeld(db: Db): Promise<Map<string, Held>> {
  const rows = await db.$queryRaw<({ id: string } & Held)[]>`
    SELECT "reviewer_id"::text AS "id", count(*)::int AS "open",
      (count(*) FILTER (WHERE "state" = ANY(${[...workflow.requeue.from]}::"filing_state"[])))::int AS "toQueue"
    FROM "filing" WHERE "state" = ANY(${[...queueStates]}::"filing_state"[]) AND "reviewer_id" IS NOT NULL
    GROUP BY "reviewer_id"`;
  return new Map(rows.map(({ id, ...held }) => [id, held]));
}

export type LockedColleague = { isActive: boolean; managesPeople: boolean };

/** Of these staff accounts, those that exist, locked in one order for everybody until the transaction ends. */
export async function lockColleagues(db: Db, ids: readonly string[]): Promise<Map<string, LockedColleague>> {
  await db.$queryRaw`
    SELECT 1 FROM "account" WHERE "id" = ANY(${[...ids]}::uuid[]) AND "kind" = 'staff' ORDER BY "id" FOR NO KEY UPDATE`;
  const rows = await db.account.findMany({
    where: { id: { in: [...ids] }, kind: "staff" },
    select: { id: true, status: true, grants: { where: { capability: "manage_people" }, select: { id: true } } },
  });
  return new Map(
    rows.map(({ id, status, grants }) => [id, { isActive: status === "active", managesPeople: grants.length > 0 }]),
  );
}

/** The rights that an account has or that are proposed for it. */
export async function listRightsOf(db: Db, accountId: string): Promise<Grant[]> {
  const of = { where: { accountId }, select: { capability: true, fieldCode: true } } as const;
  const rows = [...(await db.grant.findMany(of)), ...(await db.grantProposal.findMany(of))];
  return rows.map(({ capability, fieldCode: field }) => ({ capability, field }));
}

/** Gives a right; nothing happens where it was given before. */
export async function insertGrant(db: Db, accountId: string, { capability, field }: Grant): Promise<void> {
  await db.grant.createMany({ data: { accountId, capability, fieldCode: field }, skipDuplicates: true });
}

/** Of these rights, those that an account has. */
export async function findGrants(db: Db, accountId: string, ids: readonly string[]): Promise<Grant[]> {
  const rows = await db.grant.findMany({
    where: { accountId, id: { in: [...ids] } },
    orderBy: byRight,
    select: { capability: true, fieldCode: true },
  });
  return rows.map(({ capability, fieldCode: field }) => ({ capability, field }));
}

/** Takes these rights of an account back. */
export async function deleteGrants(db: Db, accountId: string, ids: readonly string[]): Promise<void> {
  await db.grant.deleteMany({ where: { accountId, id: { in: [...ids] } } });
}

/** Takes every right of an account back, and whatever was proposed for it. */
export async function deleteGrantsOf(db: Db, accountId: string): Promise<Grant[]> {
  await db.grantProposal.deleteMany({ where: { accountId } });
  return db.$queryRaw<{ capability: Capability; field: string | null }[]>`
    DELETE FROM "staff_grant" WHERE "account_id" = ${accountId}::uuid
    RETURNING "capability"::text AS "capability", "field_code" AS "field"`;
}

export type NewProposal = Grant & { accountId: string; proposedById: string; proposedAt: Date };

/** Proposes a right; nothing happens where it is proposed already. */
export async function insertGrantProposal(db: Db, { field, ...proposal }: NewProposal): Promise<void> {
  await db.grantProposal.createMany({ data: { ...proposal, fieldCode: field }, skipDuplicates: true });
}

export type FoundProposal = GivenRight & { accountId: string; proposedById: string };

/** A right that was proposed and is still open, or null. */
export async function findGrantProposal(db: Db, id: string): Promise<FoundProposal | null> {
  const row = await db.grantProposal.findUnique({
    where: { id },
    select: { ...right, accountId: true, proposedById: true },
  });
  return (
    row && {
      id,
      capability: row.capability,
      field: row.fieldCode,
      accountId: row.accountId,
      proposedById: row.proposedById,
    }
  );
}

/** Takes a proposal away. */
export async function deleteGrantProposal(db: Db, id: string): Promise<void> {
  await db.grantProposal.deleteMany({ where: { id } });
}

/** Drops whatever an account proposed. */
export async function deleteProposalsBy(db: Db, proposedById: string): Promise<void> {
  await db.grantProposal.deleteMany({ where: { proposedById } });
}

/** Opens or closes an account for good, until it is done otherwise. */
export async function setStatus(db: Db, accountId: string, status: "active" | "disabled"): Promise<void> {
  await db.account.update({ where: { id: accountId }, data: { status }, select: { id: true } });
}

/** Notes that the rights of an account were looked through and are right. */
export async function noteReview(db: Db, accountId: string, reviewedAt: Date): Promise<void> {
  await db.account.update({ where: { id: accountId }, data: { reviewedAt }, select: { id: true } });
}

export type LeftBehind = { id: string; version: number };

/** Filings that wait for somebody who works here no more, in an order that is the same for everybody. */
export async function listLeftBehind(db: Db): Promise<LeftBehind[]> {
  return db.$queryRaw<LeftBehind[]>`
    SELECT f."id"::text, f."version" FROM "account" a JOIN "filing" f ON f."reviewer_id" = a."id"
    WHERE a."kind" = 'staff' AND a."status" = 'disabled' AND f."state" = ANY(${[...workflow.requeue.from]}::"filing_state"[])
    ORDER BY f."id"`;
}

/** The same of one account, locked until the transaction ends. */
export async function lockLeftBehindBy(db: Db, accountId: string): Promise<LeftBehind[]> {
  return db.$queryRaw<LeftBehind[]>`
    SELECT f."id"::text, f."version" FROM "filing" f
    WHERE f."reviewer_id" = ${accountId}::uuid AND f."state" = ANY(${[...workflow.requeue.from]}::"filing_state"[])
    ORDER BY f."id" FOR UPDATE`;
}
