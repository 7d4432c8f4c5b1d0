import type { Db } from "@/lib/data/client";
import { nameSearchKey } from "@/lib/data/search-folding";
import type { Names } from "@/lib/domain/person/names";

/** Lets nobody else begin or erase anything of a person for the rest of the transaction. */
export async function lockPerson(db: Db, personId: string): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM "person" WHERE "id" = ${personId}::uuid FOR UPDATE`;
}

/** The wrapped key under which a person's words are sealed, or null where none was needed yet or it was destroyed. */
export async function findSealKey(db: Db, personId: string): Promise<Uint8Array | null> {
  const person = await db.person.findUnique({ where: { id: personId }, select: { sealKey: true } });
  return person?.sealKey ?? null;
}

/** Gives a person the key, unless somebody was first. */
export async function giveSealKey(db: Db, personId: string, sealKey: Uint8Array<ArrayBuffer>): Promise<void> {
  await db.person.updateMany({ where: { id: personId, sealKey: null }, data: { sealKey } });
}

/** The names a person goes by, as they stand. */
export async function findNames(db: Db, personId: string): Promise<Names> {
  return db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { nameZh: true, surname: true, givenNames: true },
  });
}

export type SaidOfPerson = Names & { former: Names | null; inBaseline: boolean };

/** Writes what a submission says of its person: the names now and before, what they are found by, and whether they are in the baseline. */
export async function updatePerson(db: Db, personId: string, said: SaidOfPerson): Promise<void> {
  const { nameZh, surname, givenNames, former, inBaseline } = said;
  await db.person.update({
    where: { id: personId },
    data: {
      nameZh,
      surname,
      givenNames,
      searchKey: nameSearchKey(said),
      formerNameZh: former?.nameZh ?? null,
      formerSurname: former?.surname ?? null,
      formerGivenNames: former?.givenNames ?? null,
      formerSearchKey: former ? nameSearchKey(former) : "",
    },
    select: { id: true },
  });
  // Whoever was counted stays counted as they were: what is said at a later filing changes no number of the past.
  await db.person.updateMany({ where: { id: personId, firstRegisteredOn: null }, data: { inBaseline } });
}
