import { database } from "@/lib/data/client";
import { readFilingFacts } from "@/lib/data/filing-facts";
import {
  countFailedAbout,
  countUnread,
  listFailedMails,
  listMailsOf,
  openMailOf,
  type StoredMail,
} from "@/lib/data/mailbox";
import type { Person, Staff } from "@/lib/domain/actor";
import { may } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import { renderMail, type RenderedMail } from "@/lib/services/mail/render-mail";
import { withAuthority } from "@/lib/services/mail/with-authority";
import { canSee } from "@/lib/services/visibility";

type Locale = StoredMail["locale"];

export type MessageLine = { id: string; subject: string; at: Date; isRead: boolean; hasFailed: boolean };
export type Inbox = { lines: MessageLine[]; unread: number; next: string | null };

const pageSize = 25;

/** Everything that was written to whoever asks, newest first, in the language they read now. */
export async function viewInbox(actor: Person, before: string | null, locale: Locale): Promise<Inbox> {
  const [mails, unread] = await Promise.all([
    listMailsOf(database, actor.accountId, before, pageSize + 1),
    countUnread(database, actor.accountId),
  ]);
  const shown = mails.slice(0, pageSize);
  const lines = await Promise.all(
    shown.map(async ({ id, createdAt, readAt, state, ...mail }) => ({
      id,
      subject: (await renderMail({ ...mail, locale })).subject,
      at: createdAt,
      isRead: readAt !== null,
      hasFailed: state === "failed",
    })),
  );
  return { lines, unread, next: mails.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}

export type MessageView = RenderedMail & { email: string; state: StoredMail["state"]; at: Date };

/** One message to whoever asks, in the language they read now; it counts as read from here on. */
export async function viewMessage(actor: Person, id: string, locale: Locale): Promise<Result<MessageView>> {
  const mail = await openMailOf(database, actor.accountId, id, wallTime());
  if (!mail) return refuse({ code: "not_found" });
  const { email, state, createdAt } = mail;
  return ok({ ...(await renderMail(await withAuthority(database, { ...mail, locale }))), email, state, at: createdAt });
}

/** How many messages to whoever asks they have not opened yet. */
export function countNewMessages(actor: Person): Promise<number> {
  return countUnread(database, actor.accountId);
}

export type FailedMail = { id: string; email: string; subject: string; at: Date };

const mostFailed = 200;

/** The mails that never arrived, newest first, for staff who look after people. */
export async function listUndelivered(actor: Staff, locale: Locale): Promise<Result<FailedMail[]>> {
  if (!may(actor, "read_failed_mail")) return refuse({ code: "not_found" });
  const mails = await listFailedMails(database, null, mostFailed);
  return ok(
    await Promise.all(
      mails.map(async ({ id, email, createdAt, ...mail }) => ({
        id,
        email,
        subject: (await renderMail({ ...mail, locale })).subject,
        at: createdAt,
      })),
    ),
  );
}

/** The mails about one filing that never reached whoever filed; null when all arrived. */
export async function viewUnreached(actor: Staff, filingId: string): Promise<{ count: number; last: Date } | null> {
  const row = await readFilingFacts(database, filingId);
  if (!row || !canSee(actor, row)) return null;
  const { count, last } = await countFailedAbout(database, filingId);
  return last && { count, last };
}
