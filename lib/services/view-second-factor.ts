import { database } from "@/lib/data/client";
import { findStandingOfFactor } from "@/lib/data/second-factors";
import type { Person } from "@/lib/domain/actor";

/** Since when whoever asks has an app set up, and how many recovery codes are left; null where there is none. */
export function viewSecondFactor(actor: Person): Promise<{ since: Date; codes: number } | null> {
  return findStandingOfFactor(database, actor.accountId);
}
