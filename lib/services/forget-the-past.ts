import { database } from "@/lib/data/client";
import { forgetCommands } from "@/lib/data/idempotency-keys";
import { forgetCodes } from "@/lib/data/mailed-codes";
import { clearOldLimits } from "@/lib/data/rate-limits";
import { wallTime } from "@/lib/ports/clock";

const day = 24 * 60 * 60 * 1000;

/** Removes what was kept for a short while only: codes that ran out, counts of attempts, keys of forms sent long ago. */
export async function forgetThePast(): Promise<void> {
  const now = wallTime();
  const yesterday = new Date(now.getTime() - day);
  await forgetCodes(database, yesterday);
  await forgetCommands(database, yesterday);
  await clearOldLimits(now);
}
