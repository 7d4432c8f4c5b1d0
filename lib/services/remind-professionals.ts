import { listAwaitedAnswers, type AwaitedAnswer } from "@/lib/data/awaited-answers";
import { readWorkingCalendar } from "@/lib/data/calendar";
import { database, transaction } from "@/lib/data/client";
import { writtenMails } from "@/lib/data/drafts";
import { findFilingFacts } from "@/lib/data/filing-facts";
import { queueMail } from "@/lib/data/mails";
import { officeDay, type WorkingCalendar } from "@/lib/domain/calendar/working-days";
import { reminderDue } from "@/lib/domain/filing/reminders";
import { promisedDays } from "@/lib/domain/filing/time-limits";
import { whereItStands } from "@/lib/services/mail/where-it-stands";

const pageSize = 200;

type Reminder = AwaitedAnswer & { dedupeKey: string };

/**
 * Reminds everybody who owes an answer at half time and when seven and two working days are left, once each, and says how
 * many were written.
 */
export async function remindProfessionals(now: Date): Promise<number> {
  const today = officeDay(now);
  const calendar = await readWorkingCalendar(database);
  let written = 0;

  for (let page = await listAwaitedAnswers(database, today, null, pageSize); page.length > 0;) {
    const due = page.flatMap((awaited) => remindersDue(awaited, today, calendar));
    const known = await writtenMails(
      database,
      due.map(({ dedupeKey }) => dedupeKey),
    );
    for (const reminder of due) {
      if (!known.has(reminder.dedupeKey) && (await remind(reminder, calendar, now))) written += 1;
    }
    const last = page.at(-1);
    page = last && page.length === pageSize ? await listAwaitedAnswers(database, today, last, pageSize) : [];
  }
  return written;
}

function remindersDue(awaited: AwaitedAnswer, today: string, calendar: WorkingCalendar): Reminder[] {
  const { requestId, sentAt, until, dueOn } = awaited;
  const mark = reminderDue({ sentOn: officeDay(sentAt), until, dueOn }, today, calendar);
  return mark === null ? [] : [{ ...awaited, dedupeKey: `${requestId}:answer_reminder:${mark}:${until}` }];
}

/** Writes one reminder, unless the filing has moved since it was looked for. */
function remind(reminder: Reminder, calendar: WorkingCalendar, now: Date): Promise<boolean> {
  const { dedupeKey, accountId, filingId, requestId, dueOn } = reminder;
  return transaction(async (db) => {
    const row = await findFilingFacts(db, filingId);
    if (row?.request?.id !== requestId || row.held || row.dueOn !== dueOn || row.reference === null) return false;
    const promised = promisedDays(row, row.limits, calendar);
    await queueMail(db, {
      dedupeKey,
      accountId,
      template: "answer_reminder",
      params: {
        filingId,
        reference: row.reference,
        qualification: row.entry.qualification,
        dueOn,
        where: whereItStands(row, row, officeDay(now), promised, calendar),
      },
      at: now,
    });
    return true;
  });
}
