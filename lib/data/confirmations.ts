import { localeColumn } from "@/lib/data/accounts";
import type { Db } from "@/lib/data/client";
import {
  domainOf,
  type AddressWarning,
  type ConfirmationAnswer,
  type Relation,
} from "@/lib/domain/confirmation/confirmation";
import type { Job } from "@/lib/domain/filing/questions";
import type { Names } from "@/lib/domain/person/names";

/** Who is named, and the post, as they were asked about. */
export type ConfirmationSubject = { names: Names; post: Job };

export type StoredConfirmation = {
  id: string;
  filingId: string;
  relation: Relation;
  email: string;
  warnings: AddressWarning[];
  subject: ConfirmationSubject;
  state: "sent" | "answered" | "asked_again" | "cancelled";
  answer: ConfirmationAnswer | null;
  answeredName: string | null;
  answeredPosition: string | null;
  words: string | null;
  sentAt: Date;
  expiresAt: Date;
  answeredAt: Date | null;
};

const selected = {
  id: true,
  filingId: true,
  relation: true,
  email: true,
  warnings: true,
  subject: true,
  state: true,
  answer: true,
  answeredName: true,
  answeredPosition: true,
  words: true,
  sentAt: true,
  expiresAt: true,
  answeredAt: true,
} as const;

// The columns are wider than what is ever written into them.
const read = (row: Record<keyof typeof selected, unknown>) => row as StoredConfirmation;

/** Everybody who was asked for the sake of a filing, the latest first; after an erasure nobody is known to have been. */
export async function listConfirmations(db: Db, filingId: string): Promise<StoredConfirmation[]> {
  const rows = await db.confirmation.findMany({
    where: { filingId, email: { not: "" } },
    orderBy: [{ sentAt: "desc" }, { expiresAt: "desc" }],
    select: selected,
  });
  return rows.map(read);
}

/** What a link leads to, by the hash of its secret part, or null. */
export async function findConfirmation(db: Db, tokenHash: string): Promise<StoredConfirmation | null> {
  const row = await db.confirmation.findUnique({ where: { tokenHash }, select: selected });
  return row && read(row);
}

export type NewConfirmation = {
  id: string;
  filingId: string;
  relation: Relation;
  email: string;
  locale: keyof typeof localeColumn;
  warnings: AddressWarning[];
  subject: ConfirmationSubject;
  tokenHash: string;
  sentAt: Date;
  expiresAt: Date;
};

/** Keeps what somebody is about to be asked. */
export async function insertConfirmation(db: Db, { locale, ...confirmation }: NewConfirmation): Promise<void> {
  await db.confirmation.create({
    data: { ...confirmation, locale: localeColumn[locale], state: "sent" },
    select: { id: true },
  });
}

/** Ends a link that was not used; false when it had ended already. */
export async function endConfirmation(db: Db, id: string, state: "asked_again" | "cancelled"): Promise<boolean> {
  const { count } = await db.confirmation.updateMany({ where: { id, state: "sent" }, data: { state } });
  return count === 1;
}

/** Takes away the mails by which somebody was asked for the sake of a filing: they name people and their post. */
export async function deleteMailsOfAsking(db: Db, filingId: string): Promise<void> {
  await db.$executeRaw`
    DELETE FROM "mail" WHERE "dedupe_key" IN
      (SELECT 'confirmation:' || "id" FROM "confirmation" WHERE "filing_id" = ${filingId}::uuid)`;
}

export type GivenAnswer = {
  answer: ConfirmationAnswer;
  answeredName: string;
  answeredPosition: string;
  words: string | null;
  answeredAt: Date;
};

/** Keeps the answer to a link that is still open; false when it is so no more. */
export async function answerConfirmation(db: Db, id: string, given: GivenAnswer, now: Date): Promise<boolean> {
  const { count } = await db.confirmation.updateMany({
    where: { id, state: "sent", expiresAt: { gt: now } },
    data: { ...given, state: "answered" },
  });
  return count === 1;
}

/** From which domains other people's posts at this employer were confirmed. */
export async function domainsOfEmployer(db: Db, employer: string, personId: string): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ email: string }[]>`
    SELECT DISTINCT c."email" FROM "confirmation" c JOIN "filing" f ON f."id" = c."filing_id"
    WHERE c."state" = 'answered' AND c."answer" = 'confirmed' AND c."warnings" = '{}'
      AND c."subject"->'post'->>'employer' = ${employer} AND f."person_id" <> ${personId}::uuid
    LIMIT 100`;
  return new Set(rows.map(({ email }) => domainOf(email)));
}
