import { appendAudit } from "@/lib/data/audit";
import { transaction } from "@/lib/data/client";
import { findFilingFacts } from "@/lib/data/filing-facts";
import { findGrounds, putRuling } from "@/lib/data/look-alikes";
import type { Staff } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { mayRecord } from "@/lib/domain/filing/examination";
import type { LookAlikeInput } from "@/lib/domain/filing/review-schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { filingFrom } from "@/lib/services/filing-facts";
import { keyOfPerson, sealedAbout, sealWords } from "@/lib/services/person-seal";
import { canSee } from "@/lib/services/visibility";

/** Rules whether somebody who looks like the person of a filing is that person; whoever rules took part in the filing. */
export function ruleOnLookAlike(
  actor: Staff,
  { filingId, personId, ruling, reason, revision }: LookAlikeInput,
  now: Date,
): Promise<Result<{ reference: string }>> {
  return transaction(async (db) => {
    const row = await findFilingFacts(db, filingId);
    if (!row || !canSee(actor, row)) return refuse({ code: "not_found" });
    const allowed = mayRecord(filingFrom(row, officeDay(now)), actor);
    if (!allowed.ok) return allowed;
    // Nobody rules on whether they are somebody.
    if (personId === actor.personId) return refuse({ code: "forbidden" });
    const grounds = await findGrounds(db, filingId, personId);
    if (grounds.length === 0) return refuse({ code: "not_found" });

    const key = await keyOfPerson(db, row.personId);
    const written = {
      filingId,
      otherPersonId: personId,
      ruling,
      grounds,
      reason: sealWords(key, reason, sealedAbout.lookAlikeReason(filingId, personId)),
      accountId: actor.accountId,
      ruledAt: now,
    };
    if (!(await putRuling(db, written, revision))) return refuse({ code: "stale" });
    await appendAudit(db, { actor, action: "rule_on_look_alike", object: `filing:${filingId}`, fields: grounds });
    return ok({ reference: row.reference ?? "" });
  });
}
