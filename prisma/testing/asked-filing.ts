import type { Staff } from "@/lib/domain/actor";
import { acceptFiling } from "@/lib/services/accept-filing";
import { requestInformation } from "@/lib/services/request-information";
import { findAll, monday, seen, submittedFiling, type Submitted } from "./review-office";

/** Asks about the institution, and says how that went. */
export async function askAboutInstitution(
  reviewer: Staff,
  filingId: string,
  {
    outcome = "close_no_response",
    reason,
  }: { outcome?: "close_no_response" | "decide_on_file"; reason?: "new_fact" } = {},
) {
  const request = { outcome, checks: ["institution"], texts: ["Say since when."], ...(reason && { reason }) };
  return requestInformation(reviewer, { ...(await seen(filingId)), ...request }, monday);
}

/** A filing of which a reviewer asked on Monday 23 November 2026; the answer is due on Monday 14 December. */
export async function askedFiling(
  reviewer: Staff,
  outcome: "close_no_response" | "decide_on_file" = "close_no_response",
): Promise<Submitted> {
  const filing = await submittedFiling();
  await acceptFiling(reviewer, await seen(filing.filingId), monday);
  await findAll(reviewer, filing.filingId, monday, { institution: "missing" });
  const asked = await askAboutInstitution(reviewer, filing.filingId, { outcome });
  if (!asked.ok) throw new Error(JSON.stringify(asked.refusal));
  return filing;
}
