import { database } from "@/lib/data/client";
import { forgetHandovers } from "@/lib/data/handovers";
import { forgetInvitations } from "@/lib/data/invitations";
import { forgetCommands } from "@/lib/data/idempotency-keys";
import { forgetKeptPosts } from "@/lib/data/kept-posts";
import { forgetCodes } from "@/lib/data/mailed-codes";
import { clearOldLimits } from "@/lib/data/rate-limits";
import { forgetSessions } from "@/lib/data/sessions";
import { wallTime } from "@/lib/ports/clock";

const day = 24 * 60 * 60 * 1000;

/** Removes what was kept for a short while only: codes, links to telephones, invitations and sessions that ran out, words that waited for one, counts of attempts, keys of forms sent long ago. */
export async function forgetThePast(): Promise<void> {
  const now = wallTime();
  const yesterday = new Date(now.getTime() - day);
  const lastMonth = new Date(now.getTime() - 30 * day);
  await forgetCodes(database, yesterday);
  await forgetCommands(database, yesterday);
  await forgetHandovers(database, yesterday);
  await forgetInvitations(database, yesterday);
  await forgetKeptPosts(database, yesterday);
  await forgetSessions(database, lastMonth);
  await clearOldLimits(now);
}
