import { database } from "@/lib/data/client";
import { listConsents, type GivenConsent } from "@/lib/data/consents";
import type { Professional } from "@/lib/domain/actor";
import { ok, type Result } from "@/lib/domain/result";
import { viewMyFiling, type MyFiling } from "@/lib/services/view-my-filing";

export type MyConsents = {
  filing: MyFiling;
  /** Oldest first, those taken back included. */
  given: GivenConsent[];
};

/** What somebody agreed to with one filing, and when. */
export async function viewConsents(actor: Professional, address: string, now: Date): Promise<Result<MyConsents>> {
  const filing = await viewMyFiling(actor, address, now);
  return filing.ok ? ok({ filing: filing.value, given: await listConsents(database, filing.value.id) }) : filing;
}
