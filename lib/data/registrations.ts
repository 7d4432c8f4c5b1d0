import type { Db } from "@/lib/data/client";
import { dayColumn, dayColumnOrNull, plainDay } from "@/lib/data/days";
import type { InThree } from "@/lib/data/decisions";
import { nameSearchKey } from "@/lib/data/search-folding";
import type { Names } from "@/lib/domain/person/names";
import type { Registration } from "@/lib/domain/registration/workflow";
import type { RegistrationState } from "@/lib/domain/verification/verdict";

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

/** The registrations whose last day has passed and that nobody has written an end to, oldest first. */
export async function listPastLastDay(db: Db, today: string, limit: number): Promise<string[]> {
  // The states stand here as words, since only so does the index on them serve.
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "registration" WHERE "state" IN ('in_force', 'suspended') AND "valid_until" < ${dayColumn(today)}::date
    ORDER BY "valid_until", "id" LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** A registration as its workflow sees it, locked for the rest of the transaction, or null. */
export async function findRegistration(db: Db, id: string): Promise<Registration | null> {
  await db.$queryRaw`SELECT 1 FROM "registration" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const row = await db.registration.findUnique({
    where: { id },
    select: { id: true, state: true, version: true, validUntil: true },
  });
  return row && { ...row, validUntil: plainDay(row.validUntil) };
}

/** Moves a registration that is still as it was seen; false when somebody else was first. */
export async function moveRegistration(
  db: Db,
  seen: Pick<Registration, "id" | "version" | "state">,
  to: RegistrationState,
  stateFrom: string,
): Promise<boolean> {
  const { count } = await db.registration.updateMany({
    where: { id: seen.id, version: seen.version, state: seen.state },
    data: { state: to, stateFrom: dayColumn(stateFrom), version: { increment: 1 } },
  });
  return count === 1;
}
