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

/** The mails that were written to an account, whether they arrived or not, newest first, from one mail on. */
export async function listMailsOf(
  db: Db,
  accountId: string,
  before: string | null,
  limit: number,
): Promise<StoredMail[]> {
  const mails = await db.mail.findMany({
    where: { accountId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...(before !== null && { cursor: { id: before }, skip: 1 }),
    take: limit,
    select: selected,
  });
  return mails.map(read);
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
