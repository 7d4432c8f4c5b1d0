import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { listDraftsBefore, writtenMails, type OldDraft } from "@/lib/data/drafts";
import { deleteDraft, isDraftUntouchedSince } from "@/lib/data/filings";
import { queueMail } from "@/lib/data/mails";
import { addDays, officeDay } from "@/lib/domain/calendar/working-days";
import { draftDays, draftWarnings } from "@/lib/domain/filing/tasks";
import { destroyKept } from "@/lib/ports/storage";

const pageSize = 200;
const day = 24 * 60 * 60 * 1000;

/** Deletes every draft that nobody worked on for 90 days, and writes 14 and 7 days before to whoever began it. */
export async function endOldDrafts(now: Date): Promise<void> {
  const today = officeDay(now);
  // A day more than the days of a draft leaves none out, whatever the hour at which it was last worked on.
  const before = new Date(now.getTime() - (draftDays - Math.max(...draftWarnings) - 1) * day);

  for (let page = await listDraftsBefore(database, before, null, pageSize); page.length > 0;) {
    for (const draft of page) if (endOf(draft) <= today) await end(draft);
    await warn(
      page.filter((draft) => endOf(draft) > today),
      today,
      now,
    );
    const last = page.at(-1);
    page = last && page.length === pageSize ? await listDraftsBefore(database, before, last, pageSize) : [];
  }
}

const endOf = ({ editedAt }: OldDraft) => addDays(officeDay(editedAt), draftDays);

async function end({ id, editedAt }: OldDraft): Promise<void> {
  const files = await transaction(async (db) => {
    if (!(await isDraftUntouchedSince(db, id, editedAt))) return null;
    const kept = await deleteDraft(db, id);
    if (kept) await appendAudit(db, { actor: { kind: "clock" }, action: "delete_draft", object: `filing:${id}` });
    return kept;
  });
  // Their keys went with the rows: what may be left behind is unreadable, and the sweeper takes it.
  for (const key of files ?? []) await destroyKept(key);
}

/** Writes the nearest warning that is due, once for the same last edit. */
async function warn(drafts: readonly OldDraft[], today: string, now: Date): Promise<void> {
  const mails = drafts.flatMap((draft) => {
    const { accountId, id: filingId, qualification } = draft;
    const dueOn = endOf(draft);
    const due = draftWarnings.findLast((days) => addDays(today, days) >= dueOn);
    if (due === undefined || accountId === null) return [];
    const dedupeKey = `${filingId}:draft_ending:${due}:${dueOn}`;
    return [
      { dedupeKey, accountId, template: "draft_ending" as const, params: { filingId, qualification, dueOn }, at: now },
    ];
  });
  const written = await writtenMails(
    database,
    mails.map(({ dedupeKey }) => dedupeKey),
  );
  for (const mail of mails) if (!written.has(mail.dedupeKey)) await transaction((db) => queueMail(db, mail));
}
