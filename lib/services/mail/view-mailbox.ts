import { database } from "@/lib/data/client";
import { findMail, listArrivedMails, type StoredMail } from "@/lib/data/mailbox";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { renderMail, type RenderedMail } from "@/lib/services/mail/render-mail";
import { withAuthority } from "@/lib/services/mail/with-authority";

export type MailLine = { id: string; to: string; locale: StoredMail["locale"]; subject: string; at: Date };
export type MailboxView = { lines: MailLine[]; next: string | null };

const pageSize = 25;

/** The demonstration's mailbox: what has arrived, newest first. */
export async function viewMailbox(asked: { to: string; before: string | null }): Promise<MailboxView> {
  const mails = await listArrivedMails(database, { email: asked.to || null, before: asked.before }, pageSize + 1);
  const shown = mails.slice(0, pageSize);
  const lines = await Promise.all(
    shown.map(async (mail) => ({
      id: mail.id,
      to: mail.email,
      locale: mail.locale,
      subject: (await renderMail(mail)).subject,
      at: mail.createdAt,
    })),
  );
  return { lines, next: mails.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}

export type MailView = RenderedMail & { to: string; locale: StoredMail["locale"]; at: Date };

/** One mail of the demonstration's mailbox as its reader sees it. */
export async function viewMail(id: string): Promise<Result<MailView>> {
  const mail = await findMail(database, id);
  if (mail?.state !== "sent") return refuse({ code: "not_found" });
  return ok({
    ...(await renderMail(await withAuthority(database, mail))),
    to: mail.email,
    locale: mail.locale,
    at: mail.createdAt,
  });
}
