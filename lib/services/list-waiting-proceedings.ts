import { database } from "@/lib/data/client";
import { listWaitingProceedings as listRows } from "@/lib/data/proceedings";
import type { Staff } from "@/lib/domain/actor";
import { fieldsOf } from "@/lib/domain/permissions";
import type { WaitingProceeding } from "@/lib/domain/registration/proceeding-views";

// There are a handful; whoever has more decides on the first of them first.
const mostShown = 100;

/** What awaits this officer as the second person about registrations: in the fields they decide or revoke in, and nothing of their own. */
export function listWaitingProceedings(actor: Staff): Promise<WaitingProceeding[]> {
  const fields = [...new Set([...fieldsOf(actor, "decide"), ...fieldsOf(actor, "revoke")])];
  return listRows(database, { fields, accountId: actor.accountId, notOf: actor.personId }, mostShown);
}
