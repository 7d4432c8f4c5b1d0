import { localeOfColumn } from "@/lib/data/accounts";
import type { Db } from "@/lib/data/client";
import { plainDay, plainDayOrNull } from "@/lib/data/days";
import type { HeldOfPerson } from "@/lib/domain/personal-data/retention";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { filingAddress } from "@/lib/domain/filing/address";
import type { Names } from "@/lib/domain/person/names";

/** What of a person has a time to be kept. */
export async function findHeld(db: Db, personId: string): Promise<HeldOfPerson> {
  const { filings, registrations, consents, dataRequests, bars } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      filings: {
        orderBy: { createdAt: "asc" },
        select: { id: true, reference: true, state: true, stateSince: true, decidedOn: true },
      },
      registrations: { select: { filingId: true, number: true, state: true, stateFrom: true, validUntil: true } },
      consents: { select: { givenAt: true, withdrawnAt: true } },
      bars: {
        where: { liftedOn: null },
        orderBy: { until: "asc" },
        select: { until: true, filing: { select: { reference: true } } },
      },
      dataRequests: {
        where: { state: "refused", answeredAt: { not: null } },
        orderBy: { answeredAt: "desc" },
        take: 1,
        select: { answeredAt: true },
      },
    },
  });
  const refusedAt = dataRequests[0]?.answeredAt;
  const consentDays = consents.map(({ givenAt, withdrawnAt }) => officeDay(withdrawnAt ?? givenAt)).sort();
  return {
    filings: filings.map(({ id, reference, state, stateSince, decidedOn }) => ({
      id,
      address: filingAddress({ id, reference }),
      state,
      endedOn: plainDayOrNull(decidedOn) ?? (endedStates.has(state) ? officeDay(stateSince) : null),
    })),
    registrations: registrations.map(({ state, stateFrom, validUntil, ...it }) => ({
      ...it,
      lastDay: plainDay(runningStates.has(state) ? validUntil : stateFrom),
    })),
    bars: bars.map(({ until, filing }) => ({ reference: filing.reference, until: plainDay(until) })),
    lastConsentOn: consentDays.at(-1) ?? null,
    lastRefusalOn: refusedAt ? officeDay(refusedAt) : null,
  };
}

const endedStates: ReadonlySet<string> = new Set([
  "approved",
  "refused",
  "not_accepted",
  "closed_no_response",
  "withdrawn",
]);
const runningStates: ReadonlySet<string> = new Set(["in_force", "suspended"]);

/** The account and the person as they stand. */
export async function findProfile(db: Db, accountId: string) {
  const { locale, person, ...account } = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      email: true,
      locale: true,
      createdAt: true,
      person: {
        select: {
          nameZh: true,
          surname: true,
          givenNames: true,
          formerNameZh: true,
          formerSurname: true,
          formerGivenNames: true,
        },
      },
    },
  });
  const former = { nameZh: person?.formerNameZh, surname: person?.formerSurname, givenNames: person?.formerGivenNames };
  return {
    ...account,
    locale: localeOfColumn[locale],
    names: namesOrNone(person),
    formerNames: namesOrNone(former),
  };
}

const namesOrNone = (names: { [part in keyof Names]?: string | null | undefined } | null): Names => ({
  nameZh: names?.nameZh ?? null,
  surname: names?.surname ?? null,
  givenNames: names?.givenNames ?? null,
});

/** The identity papers that were sent in, their numbers sealed. */
export async function listIdentities(db: Db, personId: string) {
  const rows = await db.identityDocument.findMany({
    where: { personId },
    orderBy: { kind: "asc" },
    select: { kind: true, number: true, numberIndex: true, issuingState: true, expiresOn: true },
  });
  return rows.map(({ expiresOn, ...row }) => ({ ...row, expiresOn: plainDayOrNull(expiresOn) }));
}

/** Every consent of a person with the filing it belongs to, the newest filing first. */
export async function listConsentsOfPerson(db: Db, personId: string) {
  return db.consent.findMany({
    where: { personId },
    orderBy: [{ filingId: "desc" }, { givenAt: "asc" }],
    select: { filingId: true, purpose: true, textVersion: true, givenAt: true, withdrawnAt: true },
  });
}

/** What was asked of a person with one filing, and what they answered. */
export async function listRequestsOf(db: Db, filingId: string) {
  const rows = await db.request.findMany({
    where: { filingId },
    orderBy: { round: "asc" },
    select: {
      round: true,
      sentAt: true,
      dueOn: true,
      answeredAt: true,
      items: { orderBy: { number: "asc" }, select: { number: true, text: true, answer: true } },
    },
  });
  return rows.map(({ dueOn, ...row }) => ({ ...row, dueOn: plainDay(dueOn) }));
}

/** What staff did when they looked at somebody's data. */
export const lookActions = [
  "view_filing",
  "view_document",
  "read_document",
  "reveal_identity_number",
  "view_registration",
  "view_proceeding",
  "download_certificate",
  "view_data_requests",
  "compare_people",
] as const;
export type LookAction = (typeof lookActions)[number];

export type Look = {
  action: LookAction;
  day: string;
  last: Date;
  times: number;
  /** Why an identity number was shown in full; null for every other look. */
  why: string | null;
  /** The filing that was looked at and its field; null where it was what somebody asked about their data. */
  field: string | null;
  filing: { id: string; reference: string | null } | null;
  /** The paper that was looked at, or null. */
  evidenceKey: string | null;
  registration: string | null;
};

/** Who of the staff looked at what of a person, one line a day for each thing and each of them, newest first. */
export async function listLooks(db: Db, personId: string, limit: number): Promise<Look[]> {
  return db.$queryRaw<Look[]>`
    WITH thing AS (
      SELECT 'filing:' || f."id" AS object, f."id" AS filing, NULL AS evidence, NULL AS registration
      FROM "filing" f WHERE f."person_id" = ${personId}::uuid
      UNION ALL
      SELECT 'document:' || d."id", d."filing_id", d."evidence_key", NULL
      FROM "document" d WHERE d."person_id" = ${personId}::uuid
      UNION ALL
      SELECT 'registration:' || r."id", r."filing_id", NULL, r."number"
      FROM "registration" r WHERE r."person_id" = ${personId}::uuid
      UNION ALL
      SELECT 'proceeding:' || p."id", r."filing_id", NULL, r."number"
      FROM "proceeding" p JOIN "registration" r ON r."id" = p."registration_id" WHERE r."person_id" = ${personId}::uuid
      UNION ALL
      SELECT ${`person:${personId}`}, NULL, NULL, NULL)
    SELECT a."action", (a."at" AT TIME ZONE 'Asia/Shanghai')::date::text AS "day", max(a."at") AS "last", count(*)::int AS "times",
      CASE WHEN a."action" = 'reveal_identity_number' THEN a."result" END AS "why", f."field_code" AS "field",
      CASE WHEN f."id" IS NOT NULL THEN jsonb_build_object('id', f."id", 'reference', f."reference") END AS "filing",
      thing.evidence AS "evidenceKey", thing.registration AS "registration"
    FROM thing
    JOIN "audit_entry" a ON a."object" = thing.object
    JOIN "account" who ON who."id" = a."actor_id" AND who."kind" = 'staff'
    LEFT JOIN "filing" f ON f."id" = thing.filing
    WHERE a."action" = ANY(${[...lookActions]})
    GROUP BY a."action", 2, 5, a."actor_id", thing.object, f."id", thing.evidence, thing.registration
    ORDER BY max(a."at") DESC, a."action" LIMIT ${limit}`;
}

/** What a person did about their own data, newest first. */
export async function listOwnActs(db: Db, personId: string, limit: number): Promise<{ action: string; at: Date }[]> {
  return db.auditEntry.findMany({
    where: { object: `person:${personId}`, action: { notIn: [...lookActions] } },
    orderBy: { seq: "desc" },
    take: limit,
    select: { action: true, at: true },
  });
}
