import { database, transaction } from "@/lib/data/client";
import { queueMail } from "@/lib/data/mails";
import { listColleagues } from "@/lib/data/staff";
import { isReviewDue } from "@/lib/domain/account/staff";
import { officeDay } from "@/lib/domain/calendar/working-days";

/** Writes to everybody who looks after people, once a month, while somebody's rights wait to be looked through. */
export async function askForReviews(now: Date): Promise<void> {
  const colleagues = (await listColleagues(database)).filter(({ isActive }) => isActive);
  if (!colleagues.some(({ rightsSince }) => isReviewDue(rightsSince, now))) return;

  const month = officeDay(now).slice(0, 7);
  for (const { id: accountId, rights } of colleagues) {
    if (!rights.some(({ capability }) => capability === "manage_people")) continue;
    const dedupeKey = `rights_review:${month}:${accountId}`;
    await transaction((db) => queueMail(db, { dedupeKey, accountId, template: "rights_review", params: {}, at: now }));
  }
}
