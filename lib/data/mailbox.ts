import { localeOfColumn } from "@/lib/data/accounts";
import type { Db } from "@/lib/data/client";
import type { MailTemplate } from "@/lib/domain/mail/templates";

export type StoredMail = {
  id: string;
  email: string;
  locale: "en" | "zh-Hant" | "zh-Hans";
  template: MailTemplate;
  params: Record<string, unknown>;
  state: "queued" | "sent" | "failed";
  createdAt: Date;
};

const selected = {
  id: true,
  email: true,
  locale: true,
  template: true,
  params: true,
  state: true,
  createdAt: true,
} as const;

/** One mail, or null. */
export async function findMail(db: Db, id: string): Promise<StoredMail | null> {
  const mail = await db.mail.findUnique({ where: { id }, select: selected });
  return mail && read(mail);
}

/** Marks a mail that still waited as sent, or as one that will never arrive. */
export async function settleMail(db: Db, id: string, state: "sent" | "failed", at: Date): Promise<void> {
  await db.mail.updateMany({
    where: { id, state: "queued" },
    data: { state, ...(state === "sent" && { sentAt: at }) },
  });
}

/** The mails that have arrived, newest first, of one address or of all, from one mail on. */
export async function listArrivedMails(
  db: Db,
  { email, before }: { email: string | null; before: string | null },
  limit: number,
): Promise<StoredMail[]> {
  const mails = await db.mail.findMany({
    where: { state: "sent", ...(email !== null && { email }) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...(before !== null && { cursor: { id: before }, skip: 1 }),
    take: limit,
    select: selected,
  });
  return mails.map(read);
}

/** A mail in the inbox of the account it was written to. */
export type InboxMail = StoredMail & { readAt: Date | null };

/** The mails that were written to an account, whether they arrived or not, newest first, from one mail on. */
export async function listMailsOf(
  db: Db,
  accountId: string,
  before: string | null,
  limit: number,
): Promise<InboxMail[]> {
  const mails = await db.mail.findMany({
    where: { accountId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...(before !== null && { cursor: { id: before }, skip: 1 }),
    take: limit,
    select: { ...selected, readAt: true },
  });
  return mails.map(({ readAt, ...mail }) => ({ ...read(mail), readAt }));
}

/** One mail that was written to an account, now read; null where it was written to somebody else. */
export async function openMailOf(db: Db, accountId: string, id: string, readAt: Date): Promise<StoredMail | null> {
  const mail = await db.mail.findFirst({ where: { id, accountId }, select: { ...selected, readAt: true } });
  if (!mail) return null;
  if (mail.readAt === null) await db.mail.updateMany({ where: { id, readAt: null }, data: { readAt } });
  return read(mail);
}

/** Marks the mails of one kind about one filing as read, once what they told of was read in its own place. */
export async function markMailsRead(
  db: Db,
  { accountId, template, filingId }: { accountId: string; template: MailTemplate; filingId: string },
  readAt: Date,
): Promise<void> {
  await db.mail.updateMany({
    where: { accountId, template, readAt: null, params: { path: ["filingId"], equals: filingId } },
    data: { readAt },
  });
}

/** Was a mail of one kind about one filing written to this account from an instant on? */
export async function wasTold(
  db: Db,
  { accountId, template, filingId }: { accountId: string; template: MailTemplate; filingId: string },
  from: Date,
): Promise<boolean> {
  const mail = await db.mail.findFirst({
    where: { accountId, template, createdAt: { gte: from }, params: { path: ["filingId"], equals: filingId } },
    select: { id: true },
  });
  return mail !== null;
}

/** How many mails to an account nobody has opened here yet. */
export async function countUnread(db: Db, accountId: string): Promise<number> {
  return db.mail.count({ where: { accountId, readAt: null } });
}

/** The mails that never arrived, newest first: of one account, or of all. */
export async function listFailedMails(db: Db, accountId: string | null, limit: number): Promise<StoredMail[]> {
  const mails = await db.mail.findMany({
    where: { state: "failed", ...(accountId !== null && { accountId }) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    select: selected,
  });
  return mails.map(read);
}

/** How many mails about a filing never reached whoever filed, and when the last was written. */
export async function countFailedAbout(db: Db, filingId: string): Promise<{ count: number; last: Date | null }> {
  const [row] = await db.$queryRaw<{ count: number; last: Date | null }[]>`
    SELECT count(*)::int AS "count", max(m."created_at") AS "last"
    FROM "filing" f JOIN "account" a ON a."person_id" = f."person_id" JOIN "mail" m ON m."account_id" = a."id"
    WHERE f."id" = ${filingId}::uuid AND m."state" = 'failed' AND m."params"->>'filingId' = ${filingId}`;
  return row ?? { count: 0, last: null };
}

type Row = Omit<StoredMail, "locale" | "template" | "params"> & {
  locale: keyof typeof localeOfColumn;
  template: string;
  params: unknown;
};

function read({ locale, template, params, ...mail }: Row): StoredMail {
  return {
    ...mail,
    locale: localeOfColumn[locale],
    template: template as MailTemplate,
    params: params as Record<string, unknown>,
  };
}
