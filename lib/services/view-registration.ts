import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { findInsurance } from "@/lib/data/insurances";
import { listProceedings } from "@/lib/data/proceedings";
import { findRegistrationSheet, type RegistrationSheetRow } from "@/lib/data/registration-sheets";
import type { Person } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { parseRegistrationNumber } from "@/lib/domain/codes/references";
import { formatVerificationCode } from "@/lib/domain/codes/verification-code";
import { hasEnded } from "@/lib/domain/filing/conditions";
import { isKnownTo, registrationReaders } from "@/lib/domain/registration/known-to";
import { concernsHolder } from "@/lib/domain/registration/proceeding";
import type { ConcernsHolder, OwnProceeding } from "@/lib/domain/registration/proceeding-views";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { standingOf, type Measures, type Standing } from "@/lib/domain/verification/verdict";
import { verificationAddress } from "@/lib/ports/addresses";
import { unprintable } from "@/lib/ports/certificate-pdf";

export type RegistrationView = Omit<
  RegistrationSheetRow,
  "id" | "personId" | "state" | "stateFrom" | "certificate" | keyof Measures
> & {
  standing: Standing;
  /** The live paper, and the address anybody checks it at; null where none was issued. */
  certificate: { code: string; address: string; serial: number; issuedOn: string } | null;
  /** Whether a certificate is given out: not after the end, and not with a character that no font of ours has. */
  canPrint: boolean;
  unprintable: string[];
};

/** Whether the insurance that a registration rests on still runs; null where its entry asks for none or nothing rests on it any more. */
export type InsuranceView = {
  until: string;
  hasEnded: boolean;
  /** When a mail told the holder that it ended; null while none went out. */
  toldAt: Date | null;
} | null;

/** One registration for its holder, or for staff of its field; a look of staff is recorded. */
export async function viewRegistration(
  actor: Person,
  typed: string,
  now: Date,
): Promise<Result<RegistrationView & { insurance: InsuranceView; concern: ConcernsHolder }>> {
  const row = await findVisibleRegistration(actor, typed);
  if (!row) return refuse({ code: "not_found" });
  if (actor.kind === "staff") {
    await transaction((db) =>
      appendAudit(db, {
        actor,
        action: "view_registration",
        object: `registration:${row.id}`,
        fields: ["names", "home_registration_number"],
      }),
    );
  }
  const view = registrationView(row, now);
  const found = view.standing.is === "ended" ? null : await findInsurance(database, row.id);
  const insurance = found && { ...found, hasEnded: hasEnded(found.until, officeDay(now)) };
  return ok({ ...view, insurance, concern: await concernOf(row, view.standing) });
}

async function concernOf(row: RegistrationSheetRow, standing: Standing): Promise<ConcernsHolder> {
  const { suspension, ending } = row;
  const rows = (await listProceedings(database, row.id)).filter(concernsHolder);
  const own = rows.map(({ id, kind, state, hearingUntil, proposedAt }) => ({
    id,
    kind,
    state,
    hearingUntil,
    proposedAt,
  }));
  const isOver = ({ state }: OwnProceeding) => state === "decided" || state === "dropped";
  const revoked = ending && standing.is !== "ended" ? ({ is: "revoked", from: ending.from } as const) : null;
  const suspended =
    suspension && standing.is === "valid" ? ({ is: "suspended", from: suspension.from } as const) : null;
  return {
    // What may be answered comes first.
    open: own.filter((it) => !isOver(it)).toSorted((a, b) => rank(a) - rank(b)),
    upcoming: suspended && revoked ? (suspended.from < revoked.from ? suspended : revoked) : (revoked ?? suspended),
    over: own.filter(isOver),
  };
}

const rank = ({ state }: OwnProceeding) => (state === "hearing" ? 0 : 1);

/** The registration with this number, if the actor may know of it. */
export async function findVisibleRegistration(actor: Person, typed: string): Promise<RegistrationSheetRow | null> {
  const number = parseRegistrationNumber(typed);
  const row = number && (await findRegistrationSheet(database, number));
  return row && isKnownTo(actor, { holder: row.personId, field: row.field }, registrationReaders) ? row : null;
}

/** What a registration and its certificate show on a day. */
export function registrationView(row: RegistrationSheetRow, now: Date): RegistrationView {
  const {
    id: _id,
    personId: _personId,
    state: _state,
    stateFrom: _from,
    suspension: _,
    ending: _ending,
    ...rest
  } = row;
  const { certificate, ...shown } = rest;
  const standing = standingOf(row, officeDay(now));
  const missing = unprintable(printedWords(row));
  return {
    ...shown,
    standing,
    certificate: certificate && {
      code: formatVerificationCode(certificate.code),
      address: verificationAddress(certificate.code),
      serial: certificate.serial,
      issuedOn: officeDay(certificate.issuedAt),
    },
    canPrint: standing.is !== "ended" && certificate !== null && missing.length === 0,
    unprintable: missing,
  };
}

function printedWords({ names, institution, homeRegistrationNumber, scope }: RegistrationSheetRow): string {
  return [...Object.values(names), institution, homeRegistrationNumber, ...Object.values(scope)]
    .filter(Boolean)
    .join("");
}
