import { database } from "@/lib/data/client";
import { findOpenRequest } from "@/lib/data/requests";
import type { Staff } from "@/lib/domain/actor";
import { acceptFiling } from "@/lib/services/accept-filing";
import { requestInformation } from "@/lib/services/request-information";
import { answerItem, supplementFiling } from "@/lib/services/supplement-filing";
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

/** Answers everything that is asked and sends it. */
export async function answerAll({ applicant, filingId }: Submitted): Promise<void> {
  const open = await findOpenRequest(database, filingId);
  for (const { id: itemId } of open?.items ?? []) {
    await answerItem(applicant, { filingId, itemId, answer: "Since 2020." }, monday);
  }
  const sent = await supplementFiling(applicant, await seen(filingId), monday);
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusal));
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
