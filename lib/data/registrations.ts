import type { Db } from "@/lib/data/client";
import { dayColumn, dayColumnOrNull, plainDay, plainDayOrNull } from "@/lib/data/days";
import type { InThree } from "@/lib/data/decisions";
import { nameSearchKey } from "@/lib/data/search-folding";
import type { Names } from "@/lib/domain/person/names";
import type { Registration } from "@/lib/domain/registration/workflow";
import type { Measures, RegistrationState } from "@/lib/domain/verification/verdict";

/** The next number of a registration; never given twice. */
export async function nextRegistrationNumber(db: Db): Promise<number> {
  const rows = await db.$queryRaw<{ n: number }[]>`SELECT nextval('registration_number_seq')::int AS n`;
  const [row] = rows;
  if (!row) throw new Error("The sequence of registrations gave nothing.");
  return row.n;
}

export type NewRegistration = {
  number: string;
  personId: string;
  filingId: string;
  entryVersionId: string;
  fieldCode: string;
  names: Names;
  institution: string | null;
  homeRegistrationNumber: string;
  homeRegistrationUntil: string | null;
  scope: InThree;
  validFrom: string;
  validUntil: string;
  published: boolean;
  createdAt: Date;
};

/** Puts a registration in force and gives its id. A filing has at most one. */
export async function insertRegistration(db: Db, registration: NewRegistration): Promise<string> {
  const { names, scope, validFrom, validUntil, homeRegistrationUntil, ...columns } = registration;
  const { id } = await db.registration.create({
    data: {
      ...columns,
      ...names,
      searchKey: nameSearchKey(names),
      state: "in_force",
      homeRegistrationUntil: dayColumnOrNull(homeRegistrationUntil),
      scopeEn: scope.en,
      scopeZhHant: scope["zh-Hant"],
      scopeZhHans: scope["zh-Hans"],
      validFrom: dayColumn(validFrom),
      validUntil: dayColumn(validUntil),
      stateFrom: dayColumn(validFrom),
    },
    select: { id: true },
  });
  return id;
}

/** The registrations on which some day has come that nobody has written yet: their end, or that of a suspension. */
export async function listUnsettled(db: Db, today: string, limit: number): Promise<string[]> {
  const on = dayColumn(today);
  // The states stand here as words, since only so do the indexes on them serve.
  const rows = await db.$queryRaw<{ id: string }[]>`
    (SELECT "id" FROM "registration" WHERE "state" IN ('in_force', 'suspended') AND "valid_until" < ${on}::date
      ORDER BY "valid_until", "id" LIMIT ${limit})
    UNION (SELECT "id" FROM "registration" WHERE "ending_from" IS NOT NULL AND "ending_from" <= ${on}::date
      AND "state" IN ('in_force', 'suspended') LIMIT ${limit})
    UNION (SELECT "id" FROM "registration" WHERE "suspended_from" IS NOT NULL
      AND (("state" = 'in_force' AND "suspended_from" <= ${on}::date) OR ("state" = 'suspended' AND "suspended_until" < ${on}::date))
      LIMIT ${limit})
    LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** How often a registration was changed: what whoever decides on it must have seen. */
export async function findRegistrationVersion(db: Db, id: string): Promise<number> {
  return (await db.registration.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;
}

/** A registration as its workflow and whoever decides on it see it. */
export type RegistrationRow = Registration & {
  number: string;
  personId: string;
  /** Null once the approval it rested on was reversed. */
  filingId: string | null;
  fieldCode: string;
  accountId: string | null;
};

/** The id of the registration with this number, or null. */
export async function findRegistrationId(db: Db, number: string): Promise<string | null> {
  const row = await db.registration.findUnique({ where: { number }, select: { id: true } });
  return row?.id ?? null;
}

/** A registration as its workflow sees it, locked for the rest of the transaction, or null. */
export async function findRegistration(db: Db, id: string): Promise<RegistrationRow | null> {
  await db.$queryRaw`SELECT 1 FROM "registration" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const row = await db.registration.findUnique({
    where: { id },
    select: {
      id: true,
      number: true,
      state: true,
      version: true,
      stateFrom: true,
      validUntil: true,
      personId: true,
      filingId: true,
      fieldCode: true,
      person: { select: { account: { select: { id: true } } } },
      ...measureColumns,
    },
  });
  if (!row) return null;
  const { state, version, number, personId, filingId, fieldCode, person } = row;
  return {
    id,
    state,
    version,
    number,
    personId,
    filingId,
    fieldCode,
    accountId: person.account?.id ?? null,
    stateFrom: plainDay(row.stateFrom),
    validUntil: plainDay(row.validUntil),
    ...measuresOf(row),
  };
}

/** Moves a registration that is still as it was seen; false when somebody else was first. What is over is taken off it. */
export async function moveRegistration(
  db: Db,
  seen: Pick<Registration, "id" | "version" | "state">,
  to: RegistrationState,
  stateFrom: string,
  { isVoid }: { isVoid: boolean } = { isVoid: false },
): Promise<boolean> {
  const { count } = await db.registration.updateMany({
    where: { id: seen.id, version: seen.version, state: seen.state },
    data: {
      state: to,
      stateFrom: dayColumn(stateFrom),
      version: { increment: 1 },
      ...(to === "in_force" && { suspendedFrom: null, suspendedUntil: null, suspendedFor: null }),
      ...(isVoid && { isVoid }),
    },
  });
  return count === 1;
}

/** Sets what was decided on a registration that is still as it was seen; false when somebody else was first. */
export async function putMeasures(
  db: Db,
  seen: Pick<Registration, "id" | "version">,
  { suspension, ending }: Measures,
): Promise<boolean> {
  const { count } = await db.registration.updateMany({
    where: { id: seen.id, version: seen.version },
    data: {
      version: { increment: 1 },
      suspendedFrom: suspension && dayColumn(suspension.from),
      suspendedUntil: dayColumnOrNull(suspension?.until ?? null),
      suspendedFor: suspension?.reason ?? null,
      ending: ending?.how ?? null,
      endingFrom: ending && dayColumn(ending.from),
      endingFor: ending?.reason ?? null,
    },
  });
  return count === 1;
}

/** The columns of what was decided on a registration. */
export const measureColumns = {
  suspendedFrom: true,
  suspendedUntil: true,
  suspendedFor: true,
  ending: true,
  endingFrom: true,
  endingFor: true,
} as const;

/** What was decided on a registration, from its columns. */
export function measuresOf(row: {
  suspendedFrom: Date | null;
  suspendedUntil: Date | null;
  suspendedFor: string | null;
  ending: RegistrationState | null;
  endingFrom: Date | null;
  endingFor: string | null;
}): Measures {
  const { suspendedFrom, suspendedUntil, suspendedFor, ending, endingFrom, endingFor } = row;
  return {
    suspension: suspendedFrom && {
      from: plainDay(suspendedFrom),
      until: plainDayOrNull(suspendedUntil),
      reason: suspendedFor,
    },
    ending:
      endingFrom && (ending === "cancelled" || ending === "revoked")
        ? { how: ending, from: plainDay(endingFrom), reason: endingFor }
        : null,
  };
}

/** Takes a registration off the approval it rested on: revoked from this day and void from the start; false when it moved. */
export async function voidRegistration(
  db: Db,
  seen: Pick<Registration, "id" | "version" | "state">,
  today: string,
): Promise<boolean> {
  const { count } = await db.registration.updateMany({
    where: { id: seen.id, version: seen.version, state: seen.state },
    data: {
      state: "revoked",
      stateFrom: dayColumn(today),
      ending: "revoked",
      endingFrom: dayColumn(today),
      isVoid: true,
      filingId: null,
      // Whoever held it is blamed for nothing: number, state and days stay on the register, the names do not.
      published: false,
      version: { increment: 1 },
    },
  });
  return count === 1;
}
