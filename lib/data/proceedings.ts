import type { Db } from "@/lib/data/client";
import { dayColumn, dayColumnOrNull, plainDay, plainDayOrNull } from "@/lib/data/days";
import type { Prisma } from "@/lib/data/generated/client";
import type { ProceedingState } from "@/lib/domain/registration/proceeding";
import type { ProceedingKind } from "@/lib/domain/registration/proceeding-reasons";
import type { WaitingProceeding } from "@/lib/domain/registration/proceeding-views";

export type NewProceeding = {
  id: string;
  registrationId: string;
  kind: ProceedingKind;
  reasonCode: string;
  words: Uint8Array<ArrayBuffer>;
  effectiveOn: string;
  untilOn: string | null;
  fromTheStart: boolean;
  hearingUntil: string | null;
  proposedById: string;
  proposedAt: Date;
};

/** Puts a proposal on record; of a registration and kind one is open at a time: false where there is one. */
export async function insertProceeding(db: Db, proceeding: NewProceeding): Promise<boolean> {
  const { registrationId, kind, effectiveOn, untilOn, hearingUntil, ...columns } = proceeding;
  const open = await db.proceeding.count({
    where: { registrationId, kind, state: { notIn: ["decided", "dropped"] } },
  });
  if (open > 0) return false;
  await db.proceeding.create({
    data: {
      ...columns,
      registrationId,
      kind,
      state: "proposed",
      effectiveOn: dayColumn(effectiveOn),
      untilOn: dayColumnOrNull(untilOn),
      hearingUntil: dayColumnOrNull(hearingUntil),
    },
    select: { id: true },
  });
  return true;
}

export type ProceedingRow = {
  id: string;
  registrationId: string;
  kind: ProceedingKind;
  state: ProceedingState;
  version: number;
  reasonCode: string;
  words: Uint8Array;
  effectiveOn: string;
  untilOn: string | null;
  fromTheStart: boolean;
  hearingUntil: string | null;
  proposedById: string;
  proposedAt: Date;
  statement: Uint8Array | null;
  answeredAt: Date | null;
  decidedById: string | null;
  decidedAt: Date | null;
  note: Uint8Array | null;
  holdsFrom: string | null;
};

/** The registration that a proceeding is about, or null where there is no such proceeding. */
export async function findRegistrationOfProceeding(db: Db, id: string): Promise<string | null> {
  const row = await db.proceeding.findUnique({ where: { id }, select: { registrationId: true } });
  return row?.registrationId ?? null;
}

/** A proceeding with everything in it, or null. Its words are sealed. */
export async function findProceeding(db: Db, id: string): Promise<ProceedingRow | null> {
  const row = await db.proceeding.findUnique({ where: { id } });
  return row && rowOf(row);
}

/** Everything that was ever proposed of a registration, the newest first. */
export async function listProceedings(db: Db, registrationId: string): Promise<ProceedingRow[]> {
  const rows = await db.proceeding.findMany({
    where: { registrationId },
    orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
  });
  return rows.map(rowOf);
}

/** Every proceeding on a registration of a person with its number, the newest first. */
export async function listProceedingsOfPerson(
  db: Db,
  personId: string,
): Promise<(ProceedingRow & { number: string })[]> {
  const rows = await db.proceeding.findMany({
    where: { registration: { personId } },
    orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
    include: { registration: { select: { number: true } } },
  });
  return rows.map(({ registration, ...row }) => ({ ...rowOf(row), number: registration.number }));
}

export type ProceedingChange = {
  state: ProceedingState;
  statement?: Uint8Array<ArrayBuffer>;
  answeredAt?: Date;
  decidedById?: string;
  decidedAt?: Date;
  note?: Uint8Array<ArrayBuffer> | null;
  holdsFrom?: string;
};

/** Moves a proceeding that is still as it was seen; false when somebody else was first. */
export async function moveProceeding(
  db: Db,
  seen: Pick<ProceedingRow, "id" | "version" | "state">,
  { holdsFrom, ...change }: ProceedingChange,
): Promise<boolean> {
  const data: Prisma.ProceedingUpdateManyMutationInput = {
    ...change,
    version: { increment: 1 },
    ...(holdsFrom !== undefined && { holdsFrom: dayColumn(holdsFrom) }),
  };
  const { count } = await db.proceeding.updateMany({
    where: { id: seen.id, version: seen.version, state: seen.state },
    data,
  });
  return count === 1;
}

/**
 * Open proceedings whose holder can no longer answer, or whose registration has come to its end. Nobody loses the hearing
 * over a notice that never reached them: it stays open while staff see that the mail failed.
 */
export async function listDueProceedings(db: Db, today: string, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p."id"::text FROM "proceeding" p JOIN "registration" r ON r."id" = p."registration_id"
    WHERE (p."state" = 'hearing' AND p."hearing_until" < ${dayColumn(today)}::date
        AND NOT EXISTS (SELECT 1 FROM "mail" m WHERE m."state" = 'failed'
          AND m."dedupe_key" = 'proceeding:' || p."id" || ':' || p."kind" || '_proposed'))
      OR (p."state" IN ('hearing', 'second_check') AND r."state" NOT IN ('in_force', 'suspended'))
    ORDER BY p."proposed_at", p."id" LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** The proceedings that await a second person in these fields, the earliest effect first; none of one's own. */
export async function listWaitingProceedings(
  db: Db,
  { fields, accountId, notOf }: { fields: readonly string[]; accountId: string; notOf: string | null },
  limit: number,
): Promise<WaitingProceeding[]> {
  return db.$queryRaw<WaitingProceeding[]>`
    SELECT p."id"::text, r."number", p."kind"::text AS "kind", p."effective_on"::text AS "effectiveOn", a."display_name" AS "proposedBy",
      jsonb_build_object('nameZh', r."name_zh", 'surname', r."surname", 'givenNames', r."given_names") AS "names",
      jsonb_build_object('en', v."qualification_en", 'zh-Hant', v."qualification_zh_hant", 'zh-Hans', v."qualification_zh_hans")
        AS "qualification"
    FROM "proceeding" p
    JOIN "registration" r ON r."id" = p."registration_id"
    JOIN "list_entry_version" v ON v."id" = r."entry_version_id"
    JOIN "account" a ON a."id" = p."proposed_by_id"
    WHERE p."state" = 'second_check' AND r."field_code" = ANY(${[...fields]}::text[])
      AND p."proposed_by_id" <> ${accountId}::uuid AND r."person_id" IS DISTINCT FROM ${notOf}::uuid
    ORDER BY p."effective_on", p."id" LIMIT ${limit}`;
}

/** Was the revocation of this registration decided to hold from the start? */
export async function isRevokedFromTheStart(db: Db, registrationId: string): Promise<boolean> {
  const decided = await db.proceeding.count({
    where: { registrationId, kind: "revocation", state: "decided", fromTheStart: true },
  });
  return decided > 0;
}

type Stored = Awaited<ReturnType<Db["proceeding"]["findUniqueOrThrow"]>>;

function rowOf(stored: Stored): ProceedingRow {
  return {
    ...stored,
    effectiveOn: plainDay(stored.effectiveOn),
    untilOn: plainDayOrNull(stored.untilOn),
    hearingUntil: plainDayOrNull(stored.hearingUntil),
    holdsFrom: plainDayOrNull(stored.holdsFrom),
  };
}
