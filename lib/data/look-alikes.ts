import type { Db } from "@/lib/data/client";
import type { FilingKind, FilingState } from "@/lib/domain/filing/filing";
import type { LookAlikeGround, SameOrNot } from "@/lib/domain/filing/look-alikes";
import type { Names } from "@/lib/domain/person/names";

type InThree = { en: string; "zh-Hant": string; "zh-Hans": string };
/** A filing of somebody as it is compared: no answers but the number of their registration at home. */
export type ComparedFiling = {
  id: string;
  reference: string | null;
  kind: FilingKind;
  state: FilingState;
  entryCode: string;
  field: string;
  qualification: InThree;
  submittedAt: string | null;
  decidedOn: string | null;
  /** Why it was refused or not accepted; nothing otherwise. */
  reasons: string[];
  licence: string | null;
  /** The number in the form in which it is compared. */
  licenceKey: string | null;
};
export type ComparedPerson = Names & {
  personId: string;
  /** The name they had before, as far as they said it. */
  former: Names;
  filings: ComparedFiling[];
  registrations: { number: string; state: string }[];
};
export type LookAlikeRow = ComparedPerson & {
  grounds: LookAlikeGround[];
  /** Bytes are hex. */
  ruling: {
    ruling: SameOrNot;
    grounds: LookAlikeGround[];
    reason: string;
    by: string;
    at: string;
    revision: number;
  } | null;
};

/**
 * Everybody else who may be the person of a filing, or of whom it was ruled whether they are, each with what they filed
 * and what was ruled; those not ruled on first.
 */
export async function readLookAlikes(
  db: Db,
  filingId: string,
  limit: number,
  who: "look_alike" | "ruled_on" = "look_alike",
): Promise<LookAlikeRow[]> {
  const rows = await db.$queryRaw<{ found: Omit<LookAlikeRow, keyof ComparedPerson> & { personId: string } }[]>`
    SELECT jsonb_build_object('personId', l."person_id", 'grounds', l."grounds",
      'ruling', CASE WHEN r."ruling" IS NOT NULL THEN jsonb_build_object('ruling', r."ruling", 'grounds', r."grounds",
        'reason', encode(r."reason", 'hex'), 'by', a."display_name", 'at', r."ruled_at", 'revision', r."revision") END) AS "found"
    FROM (
      SELECT "person_id", "grounds" FROM "look_alikes"(${filingId}::uuid) WHERE ${who === "look_alike"}
      UNION ALL
      SELECT "other_person_id", "grounds" FROM "look_alike_ruling"
      WHERE "filing_id" = ${filingId}::uuid AND NOT "superseded" AND ${who === "ruled_on"}) l
    LEFT JOIN "look_alike_ruling" r ON r."filing_id" = ${filingId}::uuid AND r."other_person_id" = l."person_id" AND NOT r."superseded"
    LEFT JOIN "account" a ON a."id" = r."account_id"
    ORDER BY r."ruling" IS NOT NULL, cardinality(l."grounds") DESC, l."person_id"
    LIMIT ${limit}`;
  const people = await readCompared(
    db,
    rows.map(({ found }) => found.personId),
  );
  return rows.flatMap(({ found }) => {
    const person = people.get(found.personId);
    return person ? [{ ...person, ...found }] : [];
  });
}

/** People as they are compared with each other: their names, what they filed, newest first, and their registrations. */
export async function readCompared(db: Db, personIds: readonly string[]): Promise<Map<string, ComparedPerson>> {
  if (personIds.length === 0) return new Map();
  const rows = await db.$queryRaw<{ person: ComparedPerson }[]>`
    SELECT jsonb_build_object('personId', p."id", 'nameZh', p."name_zh", 'surname', p."surname", 'givenNames', p."given_names",
      'former', jsonb_build_object('nameZh', p."former_name_zh", 'surname', p."former_surname", 'givenNames', p."former_given_names"),
      'filings', COALESCE((SELECT jsonb_agg(jsonb_build_object('id', f."id", 'reference', f."reference", 'kind', f."kind", 'state', f."state",
          'entryCode', f."entry_code", 'field', f."field_code", 'submittedAt', f."submitted_at", 'decidedOn', f."decided_on",
          'qualification', jsonb_build_object('en', v."qualification_en", 'zh-Hant', v."qualification_zh_hant", 'zh-Hans', v."qualification_zh_hans"),
          'licence', n."value" #>> '{}', 'licenceKey', "licence_key"(n."value"),
          'reasons', COALESCE((SELECT to_jsonb(d."reason_codes") FROM "decision" d WHERE d."filing_id" = f."id"
            AND f."state" IN ('refused', 'not_accepted') AND d."stage" IN ('confirmation', 'declined')
            ORDER BY d."filing_version" DESC LIMIT 1), '[]')) ORDER BY f."submitted_at" DESC)
        FROM "filing" f JOIN "list_entry_version" v ON v."id" = f."entry_version_id"
        LEFT JOIN "answer" n ON n."filing_id" = f."id" AND n."question" = 'home_registration_number'
        WHERE f."person_id" = p."id" AND f."state" <> 'draft'), '[]'),
      'registrations', COALESCE((SELECT jsonb_agg(jsonb_build_object('number', r."number", 'state', r."state") ORDER BY r."number")
        FROM "registration" r WHERE r."person_id" = p."id"), '[]')) AS "person"
    FROM "person" p WHERE p."id" = ANY(${[...personIds]}::uuid[])`;
  return new Map(rows.map(({ person }) => [person.personId, person]));
}

/** A ruling in another filing that its person and this one are the same. */
export type SameRuledElsewhere = { reference: string | null; field: string };

/** The filings of others in which it was ruled that their person is this one, newest ruling first. */
export async function listRuledTheSame(db: Db, personId: string): Promise<SameRuledElsewhere[]> {
  const rulings = await db.lookAlikeRuling.findMany({
    where: { otherPersonId: personId, ruling: "same_person", superseded: false },
    orderBy: { ruledAt: "desc" },
    select: { filing: { select: { reference: true, fieldCode: true } } },
  });
  return rulings.map(({ filing }) => ({ reference: filing.reference, field: filing.fieldCode }));
}

export type NewRuling = {
  filingId: string;
  otherPersonId: string;
  ruling: SameOrNot;
  grounds: LookAlikeGround[];
  reason: Uint8Array<ArrayBuffer>;
  accountId: string;
  ruledAt: Date;
};

/** Writes a ruling over the one that was seen, which stays as history; false when that was not the revision seen. */
export async function putRuling(db: Db, ruling: NewRuling, seenRevision: number): Promise<boolean> {
  const { filingId, otherPersonId } = ruling;
  if (seenRevision > 0) {
    const { count } = await db.lookAlikeRuling.updateMany({
      where: { filingId, otherPersonId, revision: seenRevision, superseded: false },
      data: { superseded: true },
    });
    if (count === 0) return false;
  }
  const { count } = await db.lookAlikeRuling.createMany({
    data: { ...ruling, revision: seenRevision + 1 },
    skipDuplicates: true,
  });
  return count === 1;
}

/** What one other person has in common with the person of a filing now; nothing where they do not look alike. */
export async function findGrounds(db: Db, filingId: string, otherPersonId: string): Promise<LookAlikeGround[]> {
  const [row] = await db.$queryRaw<{ grounds: LookAlikeGround[] }[]>`
    SELECT "grounds" FROM "look_alikes"(${filingId}::uuid) WHERE "person_id" = ${otherPersonId}::uuid`;
  return row?.grounds ?? [];
}
