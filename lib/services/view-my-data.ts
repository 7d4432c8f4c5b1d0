import { listBarsOf, type OwnBar } from "@/lib/data/bars";
import { database } from "@/lib/data/client";
import { listIdentitiesOf } from "@/lib/data/external-identities";
import { listDataRequestsOf, type DataRequestRow } from "@/lib/data/data-requests";
import { listFilingsOf, listRegistrationsOf, type InThree, type RegistrationLine } from "@/lib/data/filings";
import {
  findHeld,
  findProfile,
  listConsentsOfPerson,
  listIdentities,
  listLooks,
  listOwnActs,
  type Look,
} from "@/lib/data/personal-data";
import type { DigitalIdentity } from "@/lib/domain/account/digital-identity";
import type { Professional } from "@/lib/domain/actor";
import { addDays, officeDay } from "@/lib/domain/calendar/working-days";
import { filingAddress } from "@/lib/domain/filing/address";
import type { FilingState } from "@/lib/domain/filing/filing";
import type { ConsentPurpose } from "@/lib/domain/filing/questions";
import { whatMustStay, type Kept } from "@/lib/domain/personal-data/retention";
import { answerTimes } from "@/lib/domain/personal-data/schema";
import type { IdentityDocumentKind } from "@/lib/domain/person/identity-document";
import { maskedIdentityNumber } from "@/lib/domain/person/identity-document";
import type { Names } from "@/lib/domain/person/names";
import { findKeyOfPerson, openWords, sealedAbout, type PersonKey } from "@/lib/services/person-seal";

export type IdentityView = {
  kind: IdentityDocumentKind;
  /** Masked, and stars alone once its key is destroyed. */
  number: string;
  issuingState: string | null;
  expiresOn: string | null;
};
export type ConsentView = {
  filingId: string;
  address: string;
  qualification: InThree;
  purpose: ConsentPurpose;
  givenAt: Date;
  withdrawnAt: Date | null;
};
export type DataRequestView = {
  id: string;
  kind: "correction" | "erasure";
  state: "open" | "done" | "refused";
  subject: string;
  words: string | null;
  askedAt: Date;
  dueOn: string;
  /** The outer limit of the law. */
  latestOn: string;
  answeredAt: Date | null;
  answer: string | null;
};

export type MyData = {
  profile: { email: string; locale: "en" | "zh-Hant" | "zh-Hans"; since: Date; names: Names; formerNames: Names };
  identities: IdentityView[];
  /** What opens the account besides a password. */
  digitalIdentities: (DigitalIdentity & { since: Date })[];
  filings: { address: string; reference: string | null; state: FilingState; qualification: InThree }[];
  registrations: RegistrationLine[];
  /** By which refusals they were ever barred from a field, and whether that holds today. */
  bars: (OwnBar & { stands: boolean })[];
  /** The newest consent to each purpose of each filing. */
  consents: ConsentView[];
  looks: Look[];
  acts: { action: string; at: Date }[];
  requests: DataRequestView[];
  /** What an erasure asked for today would leave, and until when. */
  kept: Kept[];
  drafts: number;
};

/** How much of the trail a page shows; a copy for oneself has all of it. */
const onePage = { looks: 200, acts: 50 };

/** What is held of whoever asks, who looked at it, and what may be done about it. */
export async function viewMyData(actor: Professional, now: Date, most = onePage): Promise<MyData> {
  const { personId, accountId } = actor;
  const today = officeDay(now);
  const [profile, held, key, identities, digital, filings, registrations, bars, given, looks, acts, requests] =
    await Promise.all([
      findProfile(database, accountId),
      findHeld(database, personId),
      findKeyOfPerson(database, personId),
      listIdentities(database, personId),
      listIdentitiesOf(database, accountId),
      listFilingsOf(database, personId),
      listRegistrationsOf(database, personId),
      listBarsOf(database, personId),
      listConsentsOfPerson(database, personId),
      listLooks(database, personId, most.looks),
      listOwnActs(database, personId, most.acts),
      listDataRequestsOf(database, personId),
    ]);
  const named = new Map(filings.map((filing) => [filing.id, filing]));
  const newest = new Map(given.map((consent) => [`${consent.filingId}:${consent.purpose}`, consent]));
  return {
    profile: {
      email: profile.email,
      locale: profile.locale,
      since: profile.createdAt,
      names: profile.names,
      formerNames: profile.formerNames,
    },
    identities: identities.map((row) => identityView(key, personId, row)),
    digitalIdentities: digital,
    filings: filings.map((it) => ({
      address: filingAddress(it),
      reference: it.reference,
      state: it.state,
      qualification: it.qualification,
    })),
    registrations,
    bars: bars.map((bar) => ({ ...bar, stands: bar.liftedOn === null && today <= bar.until })),
    consents: [...newest.values()].flatMap(({ filingId, purpose, givenAt, withdrawnAt }) => {
      const filing = named.get(filingId);
      if (!filing) return [];
      const { qualification } = filing;
      return [{ filingId, address: filingAddress(filing), qualification, purpose, givenAt, withdrawnAt }];
    }),
    looks,
    acts,
    requests: requests.map((row) => dataRequestView(key, row)),
    kept: whatMustStay(held, today),
    drafts: filings.filter(({ state }) => state === "draft").length,
  };
}

/** An identity paper as its owner and staff see it: masked. */
export function identityView(
  key: PersonKey | null,
  personId: string,
  row: Awaited<ReturnType<typeof listIdentities>>[number],
): IdentityView {
  const { kind, number, numberIndex, issuingState, expiresOn } = row;
  const opened = key && openWords(key, number, sealedAbout.identity(personId, kind, numberIndex));
  return { kind, number: opened ? maskedIdentityNumber(kind, opened) : "********", issuingState, expiresOn };
}

/** A request about personal data in the words of whoever asked, while their key is there. */
export function dataRequestView(key: PersonKey | null, row: DataRequestRow): DataRequestView {
  const open = (part: "words" | "answer") => {
    const sealed = row[part];
    return sealed && key ? openWords(key, sealed, sealedAbout.dataRequest(row.id, part)) : null;
  };
  const { id, kind, state, subject, askedAt, dueOn, answeredAt } = row;
  return {
    id,
    kind,
    state,
    subject,
    words: open("words"),
    askedAt,
    dueOn,
    latestOn: addDays(officeDay(askedAt), answerTimes.calendarDays),
    answeredAt,
    answer: open("answer"),
  };
}
