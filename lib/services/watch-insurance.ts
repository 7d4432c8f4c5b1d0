import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { writtenMails } from "@/lib/data/drafts";
import { appendEvents } from "@/lib/data/events";
import { isLapseWritten, listInsurances, type RunningInsurance } from "@/lib/data/insurances";
import { queueMail } from "@/lib/data/mails";
import { findRegistration } from "@/lib/data/registrations";
import type { Clock } from "@/lib/domain/actor";
import { addDays, officeDay } from "@/lib/domain/calendar/working-days";
import { insuranceMark, insuranceMarks, lapseDays, type InsuranceMark } from "@/lib/domain/registration/insurance";

const clock: Clock = { kind: "clock" };
const pageSize = 200;

type Due = RunningInsurance & { mark: InsuranceMark; dedupeKey: string };

/** Without an account there is nobody to mail, and only an end is written down. */
const hasWork = ({ accountId, mark }: Due) => accountId !== null || mark === "ended";

/**
 * Tells holders who have an account thirty and seven days before the insurance of their registration ends, and once it has;
 * every end is written down for the office. Once each, however often it runs.
 */
export async function watchInsurance(now: Date): Promise<void> {
  const today = officeDay(now);
  const days = { from: addDays(today, -lapseDays), to: addDays(today, Math.max(...insuranceMarks)) };
  for (let page = await listInsurances(database, days, null, pageSize); page.length > 0;) {
    const due = page.flatMap((insurance) => dueOf(insurance, today));
    const known = await writtenMails(
      database,
      due.map(({ dedupeKey }) => dedupeKey),
    );
    for (const it of due) if (!known.has(it.dedupeKey) && hasWork(it)) await tell(it, now);
    const last = page.at(-1);
    page = last && page.length === pageSize ? await listInsurances(database, days, last, pageSize) : [];
  }
}

function dueOf(insurance: RunningInsurance, today: string): Due[] {
  const { registrationId, until } = insurance;
  const mark = insuranceMark(until, today);
  return mark === null ? [] : [{ ...insurance, mark, dedupeKey: `insurance:${registrationId}:${until}:${mark}` }];
}

function tell(due: Due, now: Date): Promise<void> {
  const { registrationId, number, accountId, until, authority, mark, dedupeKey } = due;
  return transaction(async (db) => {
    // Locked, so that two clocks write one event.
    const registration = await findRegistration(db, registrationId);
    if (!registration || (await writtenMails(db, [dedupeKey])).size > 0) return;
    if (accountId !== null) {
      await queueMail(db, {
        dedupeKey,
        accountId,
        template: mark === "ended" ? "insurance_ended" : "insurance_ending",
        params: { registrationNumber: number, dueOn: until, authority },
        at: now,
      });
    }
    if (mark !== "ended" || (await isLapseWritten(db, registrationId, until))) return;
    const payload = { endedOn: until };
    await appendEvents(db, [{ type: "insurance_lapsed", registrationId, actor: clock, at: now, payload }]);
    await appendAudit(db, {
      actor: clock,
      action: "insurance_lapsed",
      object: `registration:${registrationId}`,
      fields: ["insurance_until"],
    });
  });
}
