import { database } from "@/lib/data/client";
import { listProceedings } from "@/lib/data/proceedings";
import {
  findRegistrationHistory,
  findRegistrationsByName,
  findRegistrationsByNumber,
  listRegistrationsInProceedings,
  namesOfStaff,
  type FoundRegistration,
  type RegistrationHistory,
} from "@/lib/data/registration-files";
import { findRegistrationVersion } from "@/lib/data/registrations";
import { foldForSearch } from "@/lib/data/search-folding";
import type { Staff } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { parseRegistrationNumber } from "@/lib/domain/codes/references";
import { fieldsOf } from "@/lib/domain/permissions";
import { isKnownTo, proceedingReaders } from "@/lib/domain/registration/known-to";
import { earliestEffect, mayOpen, obstacleTo, type Obstacle } from "@/lib/domain/registration/proceeding";
import { proceedingKinds, type ProceedingKind } from "@/lib/domain/registration/proceeding-reasons";
import type { ProceedingView } from "@/lib/domain/registration/proceeding-views";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { standingOf, type Measures, type Standing } from "@/lib/domain/verification/verdict";
import { lastDayToAnswer } from "@/lib/services/open-proceeding";
import { findVisibleRegistration, viewRegistration, type RegistrationView } from "@/lib/services/view-registration";

/** Whether this reader may propose something, and if not, why. */
export type ProceedingOffer = { kind: ProceedingKind; withheld: "forbidden" | "proceeding_open" | Obstacle | null };

/** A proceeding in a line, as staff see it: nothing of what was said is opened for it. */
type ProceedingLine = Pick<
  ProceedingView,
  "id" | "kind" | "state" | "reasonCode" | "effectiveOn" | "holdsFrom" | "proposedAt" | "proposedBy"
>;

export type RegistrationFile = RegistrationView & {
  version: number;
  measures: Measures;
  history: RegistrationHistory;
  proceedings: ProceedingLine[];
  offers: ProceedingOffer[];
  /** Were something proposed today: the last day to answer, and the first on which it may take effect. */
  ifProposedToday: { hearingUntil: string; earliest: string; today: string };
};

/** A registration with where it came from and all that was proposed about it, for staff of its field. */
export async function viewRegistrationFile(actor: Staff, typed: string, now: Date): Promise<Result<RegistrationFile>> {
  const view = await viewRegistration(actor, typed, now);
  const row = view.ok ? await findVisibleRegistration(actor, typed) : null;
  const known = row && isKnownTo(actor, { holder: row.personId, field: row.field }, proceedingReaders);
  if (!view.ok || !known) return refuse({ code: "not_found" });

  const today = officeDay(now);
  const rows = await listProceedings(database, row.id);
  const [history, names, version, hearingUntil] = await Promise.all([
    findRegistrationHistory(database, row.id),
    namesOfStaff(
      database,
      rows.map(({ proposedById }) => proposedById),
    ),
    findRegistrationVersion(database, row.id),
    lastDayToAnswer(database, row.field, today),
  ]);
  const isOpen = (kind: ProceedingKind) =>
    rows.some((it) => it.kind === kind && it.state !== "decided" && it.state !== "dropped");
  return ok({
    ...view.value,
    version,
    measures: { suspension: row.suspension, ending: row.ending },
    history,
    proceedings: rows.map(({ id, kind, state, reasonCode, effectiveOn, holdsFrom, proposedAt, proposedById }) => {
      return {
        id,
        kind,
        state,
        reasonCode,
        effectiveOn,
        holdsFrom,
        proposedAt,
        proposedBy: names.get(proposedById) ?? null,
      };
    }),
    offers: proceedingKinds.map((kind) => ({
      kind,
      withheld: mayOpen(actor, { holder: row.personId, field: row.field })
        ? (obstacleTo(kind, row, today) ?? (isOpen(kind) ? "proceeding_open" : null))
        : "forbidden",
    })),
    ifProposedToday: { hearingUntil, earliest: earliestEffect(hearingUntil, today), today },
  });
}

export type RegistrationLine = Pick<
  FoundRegistration,
  "number" | "names" | "field" | "qualification" | "hasProceeding"
> & {
  standing: Standing;
};
export type FoundRegistrations = { rows: RegistrationLine[]; isCut: boolean; tooShort: boolean };

const mostFound = 50;

/** Registrations of the reader's fields by number or name in any script; without words, those about which something is open. */
export async function findRegistrations(actor: Staff, typed: string, now: Date): Promise<FoundRegistrations> {
  const today = officeDay(now);
  const readable = proceedingReaders.flatMap((right) => fieldsOf(actor, right));
  const scope = { fields: [...new Set(readable)], notOf: actor.personId };
  const number = parseRegistrationNumber(typed);
  const words = foldForSearch(typed).split(" ").filter(Boolean);
  const tooShort = typed.trim() !== "" && !number && !words.some((word) => [...word].length > 1);
  if (tooShort) return { rows: [], isCut: false, tooShort };

  const found = number
    ? await findRegistrationsByNumber(database, scope, number)
    : words.length > 0
      ? await findRegistrationsByName(database, scope, words, mostFound + 1)
      : await listRegistrationsInProceedings(database, scope, today, mostFound + 1);
  return {
    rows: found.slice(0, mostFound).map((row) => ({
      number: row.number,
      names: row.names,
      field: row.field,
      qualification: row.qualification,
      hasProceeding: row.hasProceeding,
      standing: standingOf(row, today),
    })),
    isCut: found.length > mostFound,
    tooShort: false,
  };
}
