import { appendAudit } from "@/lib/data/audit";
import { transaction, type Db } from "@/lib/data/client";
import { readFilingFacts } from "@/lib/data/filing-facts";
import { readCompared, readLookAlikes, type ComparedPerson, type LookAlikeRow } from "@/lib/data/look-alikes";
import type { Staff } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { parseFilingReference } from "@/lib/domain/codes/references";
import { findFilingByReference } from "@/lib/data/examinations";
import { mayRecord } from "@/lib/domain/filing/examination";
import { isOpenQuestion, type LookAlikeGround, type SameOrNot } from "@/lib/domain/filing/look-alikes";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { filingFrom } from "@/lib/services/filing-facts";
import { findKeyOfPerson, openWords, sealedAbout } from "@/lib/services/person-seal";
import { canSee } from "@/lib/services/visibility";

export type RulingView = { ruling: SameOrNot; reason: string | null; by: string; at: Date; revision: number };
export type LookAlikeView = ComparedPerson & {
  grounds: LookAlikeGround[];
  ruling: RulingView | null;
  /** Nothing is ruled yet on what they have in common now. */
  isOpen: boolean;
};
export type LookAlikes = {
  id: string;
  own: ComparedPerson;
  others: LookAlikeView[];
  mayRule: boolean;
};

/** So many are shown at once; those not ruled on come first, and further ones follow as these are ruled on. */
const mostShown = 20;

/** Everybody who may be the person of a filing, side by side with them. Each look is on record for both. */
export function viewLookAlikes(actor: Staff, address: string, now: Date): Promise<Result<LookAlikes>> {
  const reference = parseFilingReference(address);
  return transaction(async (db) => {
    const id = reference && (await findFilingByReference(db, reference));
    const row = id ? await readFilingFacts(db, id) : null;
    if (!row || !canSee(actor, row)) return refuse({ code: "not_found" });
    const own = (await readCompared(db, [row.personId])).get(row.personId);
    if (!own) return refuse({ code: "not_found" });

    const key = await findKeyOfPerson(db, row.personId);
    const rows = await readLookAlikes(db, row.id, mostShown);
    const others = rows.map((it): LookAlikeView => {
      const { ruling, grounds } = it;
      const reason = (hex: string) =>
        key && openWords(key, Buffer.from(hex, "hex"), sealedAbout.lookAlikeReason(row.id, it.personId));
      return {
        ...it,
        ruling: ruling && {
          ruling: ruling.ruling,
          reason: reason(ruling.reason),
          by: ruling.by,
          at: new Date(ruling.at),
          revision: ruling.revision,
        },
        isOpen: isOpenQuestion({ grounds, ruling: ruling?.ruling ?? null, ruledOn: ruling?.grounds ?? [] }),
      };
    });
    await noteLook(db, actor, row.id, rows);
    return ok({ id: row.id, own, others, mayRule: mayRecord(filingFrom(row, officeDay(now)), actor).ok });
  });
}

async function noteLook(db: Db, actor: Staff, filingId: string, others: readonly LookAlikeRow[]): Promise<void> {
  const fields = ["names", "home_registration_number"];
  await appendAudit(db, { actor, action: "compare_people", object: `filing:${filingId}`, fields });
  for (const { personId } of others) {
    await appendAudit(db, { actor, action: "compare_people", object: `person:${personId}`, fields });
  }
}
