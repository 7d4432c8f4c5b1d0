import { database } from "@/lib/data/client";
import { readFilingFacts } from "@/lib/data/filing-facts";
import type { Staff } from "@/lib/domain/actor";
import type { MakeItemInput } from "@/lib/domain/case-message/schema";
import { refuse, type Result } from "@/lib/domain/result";
import { recordFinding } from "@/lib/services/record-finding";
import { canSee } from "@/lib/services/visibility";

/**
 * Makes an item of the next request of what came up in a message: the check is found missing, with what its professional
 * is to be told. Whatever stood at the check stays as history.
 */
export async function makeItem(
  actor: Staff,
  { filingId, check, text, revisions }: MakeItemInput,
  now: Date,
): Promise<Result<{ reference: string }>> {
  const row = await readFilingFacts(database, filingId);
  if (!row || !canSee(actor, row)) return refuse({ code: "not_found" });
  const revision = revisions[check] ?? 0;
  const recorded = await recordFinding(actor, { filingId, check, result: "missing", note: text, revision }, now);
  const problem = recorded.ok ? undefined : recorded.refusal.fields?.["result"];
  // The form has no field for the result: what speaks against it stands at the check.
  return problem ? refuse({ code: "invalid_input", fields: { check: problem } }) : recorded;
}
