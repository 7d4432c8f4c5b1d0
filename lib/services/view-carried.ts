import { database } from "@/lib/data/client";
import type { InThree } from "@/lib/data/filings";
import type { Professional } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { filingAddress } from "@/lib/domain/filing/address";
import type { Carried } from "@/lib/domain/filing/carry";
import { mayHandleIdentity } from "@/lib/domain/filing/tasks";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { carriedInto, markOfCarried } from "@/lib/services/carried-answers";
import { findMyFiling } from "@/lib/services/my-filing";
import { withMaskedNumbers } from "@/lib/services/sent-snapshot";

export type MyCarried = {
  filingId: string;
  address: string;
  isDraft: boolean;
  qualification: InThree;
  /** Identity numbers are masked; the mark goes back with what is confirmed. */
  carried: (Carried & { mark: string })[];
  /** Identity papers are not taken over before the consent to it. */
  needsConsent: boolean;
};

/** What one's own draft may take over from earlier filings: each item with where it comes from and when it was last verified. */
export async function viewCarried(actor: Professional, address: string, now: Date): Promise<Result<MyCarried>> {
  const row = await findMyFiling(database, actor, address);
  if (!row) return refuse({ code: "not_found" });
  const carried = await carriedInto(database, row, officeDay(now));
  return ok({
    filingId: row.id,
    address: filingAddress(row),
    isDraft: row.state === "draft",
    qualification: row.entry.qualification,
    carried: carried.map((it) => ({ ...it, values: withMaskedNumbers(it.values), mark: markOfCarried(it) })),
    needsConsent: !mayHandleIdentity(row.consents),
  });
}
