import { localeColumn } from "@/lib/data/accounts";
import { database, transaction } from "@/lib/data/client";
import { queueMail } from "@/lib/data/mails";
import { forgetUnconfirmed, forgetWishMails, listPublished, listWaitingWishes, settleWish } from "@/lib/data/wishes";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { cameTrue } from "@/lib/domain/demand/listing";
import { wishDays } from "@/lib/domain/demand/schema";

const atOnce = 10_000;
const day = 24 * 60 * 60 * 1000;

/** Tells whoever waits for a qualification that it can be filed for now, once; then their address is forgotten, a day later in that mail too. */
export async function tellOfListed(now: Date): Promise<number> {
  await forgetUnconfirmed(database, new Date(now.getTime() - wishDays * day));
  await forgetWishMails(database, new Date(now.getTime() - day));
  const waiting = await listWaitingWishes(database, atOnce);
  if (waiting.length === 0) return 0;

  const [published, today] = [await listPublished(database), officeDay(now)];
  let told = 0;
  for (const wish of waiting) {
    const entry = cameTrue(wish, published, today);
    if (!entry) continue;
    const { id, email, locale, qualification } = wish;
    await transaction(async (db) => {
      if (!(await settleWish(db, id, now))) return;
      await queueMail(db, {
        dedupeKey: `wish:${id}:listed`,
        email,
        locale: localeColumn[locale],
        template: "wish_listed",
        params: { entryCode: entry.code, wished: wish.entryCode === null ? qualification : entry.qualification },
        at: now,
      });
      told += 1;
    });
  }
  return told;
}
