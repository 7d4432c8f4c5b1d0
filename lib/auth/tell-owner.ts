import { randomUUID } from "node:crypto";
import type { Credentials } from "@/lib/data/accounts";
import { transaction } from "@/lib/data/client";
import { queueMail } from "@/lib/data/mails";
import { wallTime } from "@/lib/ports/clock";

/** Writes to the owner that somebody tries to get in, once a day at most. Nobody's account is asked for as well, so that the answer takes as long. */
export async function tellOwner(account: Credentials | null, officeNow: Date): Promise<void> {
  const accountId = account?.status === "active" ? account.id : randomUUID();
  const day = wallTime().toISOString().slice(0, 10);
  await transaction((db) =>
    queueMail(db, {
      dedupeKey: `${accountId}:sign_in_refused:${day}`,
      accountId,
      template: "sign_in_refused",
      params: {},
      at: officeNow,
    }),
  );
}
