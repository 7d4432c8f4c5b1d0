import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { writtenMails } from "@/lib/data/drafts";
import { appendEvents } from "@/lib/data/events";
import { listInsurances, type RunningInsurance } from "@/lib/data/insurances";
import { queueMail } from "@/lib/data/mails";
import { findRegistration } from "@/lib/data/registrations";
import type { Clock } from "@/lib/domain/actor";
import { addDays, officeDay } from "@/lib/domain/calendar/working-days";
import { insuranceMark, insuranceMarks, lapseDays, type InsuranceMark } from "@/lib/domain/registration/insurance";

const clock: Clock = { kind: "clock" };
const pageSize = 200;

type Due = RunningInsurance & { mark: InsuranceMark; dedupeKey: string };

/**
 * Tells holders thirty and seven days before the insurance of their registration ends, and once it has; the end is written
 * down for the office. Once each, however often it runs.
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
    for (const it of due) if (!known.has(it.dedupeKey)) await tell(it, now);
    const last = page.at(-1);
    page = last && page.length === pageSize ? await listInsurances(database, days, last, pageSize) : [];
  }
}

function dueOf(insurance: RunningInsurance, today: string): Due[] {
  const { registrationId, until } = insurance;
  const mark = insuranceMark(until, today);
  return mark === null ? [] : [{ ...insurance, mark, dedupeKey: `insurance:${registrationId}:${until}:${mark}` }];
}

function tell({ registrationId, number, accountId, until, mark, dedupeKey }: Due, now: Date): Promise<void> {
  return transaction(async (db) => {
    // Locked, so that two clocks write one event.
    const registration = await findRegistration(db, registrationId);
    if (!registration || (await writtenMails(db, [dedupeKey])).size > 0) return;
    await queueMail(db, {
      dedupeKey,
      accountId,
      template: mark === "ended" ? "insurance_ended" : "insurance_ending",
      params: { registrationNumber: number, dueOn: until },
      at: now,
    });
    if (mark !== "ended") return;
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
