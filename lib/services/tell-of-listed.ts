import { localeColumn } from "@/lib/data/accounts";
import { database, transaction } from "@/lib/data/client";
import { queueMail } from "@/lib/data/mails";
import {
  forgetUnconfirmed,
  forgetWishMails,
  listPublished,
  listWaitingWishes,
  settleWish,
  type PublishedEntry,
  type WaitingWish,
} from "@/lib/data/wishes";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { cameTrue } from "@/lib/domain/demand/listing";
import { wishDays } from "@/lib/domain/demand/schema";

const atOnce = 1_000;
const day = 24 * 60 * 60 * 1000;

/** Tells whoever waits for a qualification that it can be filed for now, once; then their address is forgotten, a day later in that mail too. */
export async function tellOfListed(now: Date): Promise<number> {
  await forgetUnconfirmed(database, new Date(now.getTime() - wishDays * day));
  await forgetWishMails(database, new Date(now.getTime() - day));
  const [published, today] = [await listPublished(database), officeDay(now)];
  let told = 0;
  let page: WaitingWish[] = [];
  do {
    page = await listWaitingWishes(database, page.at(-1)?.id ?? null, atOnce);
    for (const wish of page) {
      const entry = cameTrue(wish, published, today);
      if (entry && (await tell(wish, entry, now))) told += 1;
    }
  } while (page.length === atOnce);
  return told;
}

function tell(wish: WaitingWish, entry: PublishedEntry, now: Date): Promise<boolean> {
  const { id, email, locale, entryCode, qualification } = wish;
  return transaction(async (db) => {
    if (!(await settleWish(db, id, now))) return false;
    await queueMail(db, {
      dedupeKey: `wish:${id}:listed`,
      email,
      locale: localeColumn[locale],
      template: "wish_listed",
      params: { entryCode: entry.code, wished: entryCode === null ? qualification : entry.qualification },
      at: now,
    });
    return true;
  });
}
