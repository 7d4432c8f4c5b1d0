import { appendAudit } from "@/lib/data/audit";
import { findBarOfRegistration } from "@/lib/data/bars";
import { database, transaction } from "@/lib/data/client";
import { findProceeding, type ProceedingRow } from "@/lib/data/proceedings";
import { namesOfStaff } from "@/lib/data/registration-files";
import { findRegistrationSheet, type RegistrationSheetRow } from "@/lib/data/registration-sheets";
import type { Person } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { parseRegistrationNumber } from "@/lib/domain/codes/references";
import { concernsHolder, holdsFrom, obstacleTo, stepsOf, type Obstacle } from "@/lib/domain/registration/proceeding";
import type { ProceedingView } from "@/lib/domain/registration/proceeding-views";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { findKeyOfPerson, openWords, sealedAbout, type PersonKey } from "@/lib/services/person-seal";
import { factsOf, maySee } from "@/lib/services/take-proceeding-step";
import { registrationView, type RegistrationView } from "@/lib/services/view-registration";

export type ProceedingPage = {
  registration: RegistrationView;
  proceeding: ProceedingView;
  /** Why it can no longer be decided as it was proposed, or null. */
  obstacle: Obstacle | "period_left" | null;
  /** The day from which it would hold, decided today. */
  wouldHoldFrom: string;
  /** Of a revocation that was decided: the last day on which it bars from the field, where it does. */
  barredUntil: string | null;
};

/** One proceeding for the holder of its registration, or for staff of its field; a look of staff is recorded. */
export async function viewProceeding(
  actor: Person,
  { number, proceedingId }: { number: string; proceedingId: string },
  now: Date,
): Promise<Result<ProceedingPage>> {
  const today = officeDay(now);
  const canonical = parseRegistrationNumber(number);
  const row = canonical && (await findRegistrationSheet(database, canonical));
  const proceeding = isId(proceedingId) ? await findProceeding(database, proceedingId) : null;
  if (!row || proceeding?.registrationId !== row.id || !maySee(actor, asRegistration(row))) {
    return refuse({ code: "not_found" });
  }
  if (actor.kind === "professional" && !concernsHolder(proceeding)) return refuse({ code: "not_found" });

  if (actor.kind === "staff") {
    await transaction((db) =>
      appendAudit(db, {
        actor,
        action: "view_proceeding",
        object: `proceeding:${proceedingId}`,
        fields: ["words", "statement", "note"],
      }),
    );
  }
  const wouldHoldFrom = holdsFrom(proceeding.effectiveOn, today);
  const isOver = proceeding.untilOn !== null && proceeding.untilOn < wouldHoldFrom;
  return ok({
    registration: registrationView(row, now),
    proceeding: await proceedingView(actor, proceeding, row, now),
    obstacle: obstacleTo(proceeding.kind, row, today) ?? (isOver ? "period_left" : null),
    wouldHoldFrom,
    barredUntil:
      proceeding.kind === "revocation" && proceeding.state === "decided"
        ? await findBarOfRegistration(database, row.id, today)
        : null,
  });
}

/** A proceeding as this reader sees it, its words opened. */
async function proceedingView(
  actor: Person,
  row: ProceedingRow,
  registration: RegistrationSheetRow,
  now: Date,
): Promise<ProceedingView> {
  const { registrationId: _, words, statement, note, proposedById, decidedById, ...shown } = row;
  const key = await findKeyOfPerson(database, registration.personId);
  const names =
    actor.kind === "staff" ? await namesOfStaff(database, [proposedById, decidedById]) : new Map<string, string>();
  const today = officeDay(now);
  return {
    ...shown,
    words: opened(key, row.id, "words", words),
    statement: opened(key, row.id, "statement", statement),
    note: opened(key, row.id, "note", note),
    proposedBy: names.get(proposedById) ?? null,
    decidedBy: (decidedById && names.get(decidedById)) ?? null,
    steps: stepsOf(factsOf(row, asRegistration(registration), today), actor, today),
  };
}

/** Words of a proceeding, opened with the key of its holder; null where there are none or the key is gone. */
export function opened(
  key: PersonKey | null,
  id: string,
  part: "words" | "statement" | "note",
  sealed: Uint8Array | null,
): string | null {
  return key && sealed && openWords(key, sealed, sealedAbout.proceeding(id, part));
}

const asRegistration = (row: RegistrationSheetRow) => ({ ...row, fieldCode: row.field });
const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
