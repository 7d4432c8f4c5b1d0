import { lockAccount } from "@/lib/data/accounts";
import type { Db } from "@/lib/data/client";
import { deleteMailsOfAsking } from "@/lib/data/confirmations";
import { unlinkIdentities } from "@/lib/data/external-identities";
import { deleteSecondFactor } from "@/lib/data/second-factors";

/** Destroys the keys of papers whose time to be kept has run out, and gives where their bytes lie. */
export async function destroyPapers(
  db: Db,
  filingId: string,
  which: { evidenceKeys: readonly string[] } | "all",
  at: Date,
): Promise<string[]> {
  const rows = await db.document.updateManyAndReturn({
    where: {
      filingId,
      state: "stored",
      destroyedAt: null,
      ...(which !== "all" && { evidenceKey: { in: [...which.evidenceKeys] } }),
    },
    data: { wrappedKey: new Uint8Array(), displayName: "–", destroyedAt: at },
    select: { storageKey: true },
  });
  return rows.flatMap(({ storageKey }) => storageKey ?? []);
}

/**
 * Takes away everything of a person but that they were there: the key of what is sealed, answers, names, identity papers,
 * what was written to and by them, and the account. The trails stay, for they name nobody.
 */
export async function erasePerson(db: Db, personId: string): Promise<void> {
  const filings = await db.filing.findMany({ where: { personId }, select: { id: true } });
  for (const { id: filingId } of filings) {
    await db.$queryRaw`SELECT set_config('office.erases', ${filingId}, true)`;
    await db.answer.deleteMany({ where: { filingId } });
    await db.finding.updateMany({ where: { filingId, note: { not: "" } }, data: { note: "" } });
    // What was refused has no key to destroy, but was named by its owner.
    await db.document.updateMany({ where: { filingId }, data: { displayName: "–" } });
    await deleteMailsOfAsking(db, filingId);
    await db.$executeRaw`
      UPDATE "confirmation" SET "email" = '', "warnings" = '{}', "subject" = jsonb_build_object('erased', "id"),
        "answered_name" = left("answered_name", 0), "answered_position" = left("answered_position", 0), "words" = left("words", 0)
      WHERE "filing_id" = ${filingId}::uuid`;
    await db.unsentWords.deleteMany({ where: { filingId } });
    await db.caseMessage.deleteMany({ where: { filingId } });
    await db.requestItem.updateMany({ where: { request: { filingId } }, data: { text: "", answer: null } });
  }
  await db.$queryRaw`SELECT set_config('office.erases', '', true)`;
  await db.identityDocument.deleteMany({ where: { personId } });
  await db.registration.updateMany({
    where: { personId },
    data: {
      published: false,
      nameZh: null,
      surname: null,
      givenNames: null,
      searchKey: "",
      institution: null,
      homeRegistrationNumber: "",
    },
  });
  await db.person.update({
    where: { id: personId },
    data: {
      nameZh: null,
      surname: null,
      givenNames: null,
      searchKey: "",
      formerNameZh: null,
      formerSurname: null,
      formerGivenNames: null,
      formerSearchKey: "",
      sealKey: null,
    },
    select: { id: true },
  });
  const account = await db.account.findUnique({ where: { personId }, select: { id: true, email: true } });
  if (account) await closeAccount(db, account);
}

async function closeAccount(db: Db, { id: accountId, email: known }: { id: string; email: string }): Promise<void> {
  await lockAccount(db, accountId);
  const email = `${accountId}@erased.invalid`;
  await db.mail.updateMany({
    // Codes and wishes were written to the address alone. What somebody else asked at it belongs to their filing.
    where: { OR: [{ accountId }, { email: known, accountId: null, template: { not: "confirmation_asked" } }] },
    data: { email, params: {} },
  });
  await db.mailedCode.deleteMany({ where: { email: known } });
  await db.wish.updateMany({ where: { email: known }, data: { email: null } });
  await db.session.deleteMany({ where: { accountId } });
  await db.keptPost.deleteMany({ where: { accountId } });
  await db.idempotencyKey.deleteMany({ where: { accountId } });
  await deleteSecondFactor(db, accountId);
  await unlinkIdentities(db, accountId);
  await db.account.update({
    where: { id: accountId },
    data: { email, passwordHash: null, status: "disabled" },
    select: { id: true },
  });
}
