import { appendAudits } from "@/lib/data/audit";
import { transaction, type Db } from "@/lib/data/client";
import { readFilingFacts } from "@/lib/data/filing-facts";
import { readCompared, readLookAlikes, type ComparedPerson, type LookAlikeRow } from "@/lib/data/look-alikes";
import type { Staff } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { parseFilingReference } from "@/lib/domain/codes/references";
import { findFilingByReference } from "@/lib/data/examinations";
import { mayRecord } from "@/lib/domain/filing/examination";
import { isCompared, isOpenQuestion, type LookAlikeGround, type SameOrNot } from "@/lib/domain/filing/look-alikes";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { filingFrom } from "@/lib/services/filing-facts";
import { findKeyOfPerson, openWords, sealedAbout, type PersonKey } from "@/lib/services/person-seal";
import { canSee, mayCompare } from "@/lib/services/visibility";

export type RulingView = { ruling: SameOrNot; reason: string | null; by: string; at: Date; revision: number };
export type LookAlikeView = ComparedPerson & {
  grounds: LookAlikeGround[];
  ruling: RulingView | null;
  /** Nothing is ruled yet on what they have in common now. */
  isOpen: boolean;
  /** They filed with the same number of their registration at home in a field that this reader has nothing to do with. */
  hasSameLicenceElsewhere: boolean;
  /** It is the reader: a colleague rules. */
  isReader: boolean;
};
export type LookAlikes = {
  id: string;
  own: ComparedPerson;
  others: LookAlikeView[];
  mayRule: boolean;
};

/** So many are shown at once; those not ruled on come first, and further ones follow as these are ruled on. */
const mostShown = 20;

/**
 * Everybody who may be the person of a filing, side by side with them, and what was ruled; for whoever examines or decides
 * in its field. What they filed is shown as far as the reader's own fields reach. Each look is on record for both.
 */
export function viewLookAlikes(actor: Staff, address: string, now: Date): Promise<Result<LookAlikes>> {
  const reference = parseFilingReference(address);
  return transaction(async (db) => {
    const id = reference && (await findFilingByReference(db, reference));
    const row = id ? await readFilingFacts(db, id) : null;
    if (!row || !canSee(actor, row) || !mayCompare(actor, row.field)) return refuse({ code: "not_found" });
    const own = (await readCompared(db, [row.personId])).get(row.personId);
    if (!own) return refuse({ code: "not_found" });

    const key = await findKeyOfPerson(db, row.personId);
    const rows = await readLookAlikes(db, row.id, mostShown, isCompared(row.state) ? "look_alike" : "ruled_on");
    const licence = own.filings.find((filing) => filing.id === row.id)?.licenceKey ?? null;
    const others = rows.map((it): LookAlikeView => {
      const isReader = it.personId === actor.personId;
      return {
        ...asFarAsSeen(actor, it),
        grounds: it.grounds,
        ruling: it.ruling && rulingView(row.id, it.personId, it.ruling, isReader ? null : key),
        isOpen: isOpenQuestion({
          grounds: it.grounds,
          ruling: it.ruling?.ruling ?? null,
          ruledOn: it.ruling?.grounds ?? [],
        }),
        hasSameLicenceElsewhere:
          it.grounds.includes("licence_number") &&
          it.filings.some(({ field, licenceKey }) => licenceKey === licence && !mayCompare(actor, field)),
        isReader,
      };
    });
    const seen = { id: row.id, own: asFarAsSeen(actor, own), others };
    await noteLook(db, actor, seen);
    return ok({ ...seen, mayRule: mayRecord(filingFrom(row, officeDay(now)), actor).ok });
  });
}

/** Somebody with what they filed in the reader's own fields alone. */
function asFarAsSeen(actor: Staff, person: ComparedPerson): ComparedPerson {
  const { personId, nameZh, surname, givenNames, former, filings, registrations } = person;
  const seen = filings.filter(({ field }) => mayCompare(actor, field));
  return { personId, nameZh, surname, givenNames, former, filings: seen, registrations };
}

function rulingView(
  filingId: string,
  personId: string,
  { ruling, reason, by, at, revision }: NonNullable<LookAlikeRow["ruling"]>,
  key: PersonKey | null,
): RulingView {
  const about = sealedAbout.lookAlikeReason(filingId, personId);
  return { ruling, reason: key && openWords(key, Buffer.from(reason, "hex"), about), by, at: new Date(at), revision };
}

async function noteLook(db: Db, actor: Staff, { id, own, others }: Pick<LookAlikes, "id" | "own" | "others">) {
  const look = { actor, action: "compare_people" };
  await appendAudits(db, [
    { ...look, object: `filing:${id}`, fields: fieldsSeen(own) },
    ...others.map((it) => ({ ...look, object: `person:${it.personId}`, fields: fieldsSeen(it) })),
  ]);
}

function fieldsSeen({ filings, registrations }: ComparedPerson): string[] {
  return [
    "names",
    ...(filings.length > 0 ? ["filings"] : []),
    ...(filings.some(({ licence }) => licence !== null) ? ["home_registration_number"] : []),
    ...(registrations.length > 0 ? ["registrations"] : []),
  ];
}
