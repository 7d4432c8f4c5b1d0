import { database } from "@/lib/data/client";
import {
  listFilingsOf,
  listRegistrationsOf,
  type FilingLine,
  type InThree,
  type RegistrationLine,
} from "@/lib/data/filings";
import type { Professional } from "@/lib/domain/actor";
import { addDays, officeDay } from "@/lib/domain/calendar/working-days";
import { filingAddress } from "@/lib/domain/filing/address";
import { isOpen, ownerOf, type FilingKind, type FilingState } from "@/lib/domain/filing/filing";
import { draftDays } from "@/lib/domain/filing/tasks";

export type MyFilingLine = {
  address: string;
  reference: string | null;
  kind: FilingKind;
  state: FilingState;
  held: boolean;
  qualification: InThree;
  /** The day by which somebody must act; for a draft the day on which it is deleted. */
  by: string | null;
  isProvisional: boolean;
  since: Date;
};

export type MyFilings = {
  /** What waits for its professional, the nearest day first. */
  mine: MyFilingLine[];
  /** What lies with the authority, the nearest day first. */
  withAuthority: MyFilingLine[];
  /** What has ended, the latest first. */
  ended: MyFilingLine[];
  registrations: RegistrationLine[];
};

/** Everything of one's own: what is due next stands first. */
export async function viewMyFilings(actor: Professional): Promise<MyFilings> {
  const [filings, registrations] = await Promise.all([
    listFilingsOf(database, actor.personId),
    listRegistrationsOf(database, actor.personId),
  ]);
  const lines = filings.map((filing) => ({
    ...lineOf(filing),
    owner: filing.held ? "authority" : ownerOf(filing.state),
  }));
  const due = (owner: string) => lines.filter((line) => line.owner === owner).sort(byDay);
  return {
    mine: due("professional"),
    withAuthority: due("authority"),
    ended: lines.filter(({ state }) => !isOpen(state)),
    registrations,
  };
}

function lineOf(filing: FilingLine): MyFilingLine {
  const { reference, kind, state, held, qualification, dueOn, dueProvisional, editedAt, stateSince } = filing;
  return {
    address: filingAddress(filing),
    reference,
    kind,
    state,
    held,
    qualification,
    by: state === "draft" ? addDays(officeDay(editedAt), draftDays) : dueOn,
    isProvisional: dueProvisional,
    since: stateSince,
  };
}

const byDay = (a: MyFilingLine, b: MyFilingLine) => (a.by ?? "9999").localeCompare(b.by ?? "9999");
