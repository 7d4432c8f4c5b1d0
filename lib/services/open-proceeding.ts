import { randomUUID } from "node:crypto";
import { findHearingDays } from "@/lib/data/authorities";
import { readWorkingCalendar } from "@/lib/data/calendar";
import { transaction, type Db } from "@/lib/data/client";
import { insertProceeding } from "@/lib/data/proceedings";
import { findRegistration, findRegistrationId, type RegistrationRow } from "@/lib/data/registrations";
import type { Staff } from "@/lib/domain/actor";
import { addWorkingDays, officeDay } from "@/lib/domain/calendar/working-days";
import { parseRegistrationNumber } from "@/lib/domain/codes/references";
import { earliestEffect, mayOpen, obstacleTo } from "@/lib/domain/registration/proceeding";
import {
  voidsFromTheStart,
  type ProceedingKind,
  type ProceedingReason,
} from "@/lib/domain/registration/proceeding-reasons";
import type { LiftInput, RevokeInput, SuspendInput } from "@/lib/domain/registration/proceeding-schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { keyOfPerson, sealedAbout, sealWords } from "@/lib/services/person-seal";
import { maySee, takeProceedingStep } from "@/lib/services/take-proceeding-step";

export type Opened = { number: string; proceedingId: string };

/** Proposes to suspend a registration: its holder is told why, and heard before another person decides. */
export function proposeSuspension(actor: Staff, input: SuspendInput, now: Date): Promise<Result<Opened>> {
  const untilOn = input.untilOn === "" ? null : input.untilOn;
  return open(actor, { ...input, kind: "suspension", untilOn, fromTheStart: false }, now);
}

/** Proposes to revoke a registration: its holder is told why, and heard before another person decides. */
export function proposeRevocation(actor: Staff, input: RevokeInput, now: Date): Promise<Result<Opened>> {
  const fromTheStart = input.fromTheStart === "yes";
  return open(actor, { ...input, kind: "revocation", untilOn: null, fromTheStart }, now);
}

/** Proposes to let somebody practise again: another person decides, and nobody need be heard. */
export function proposeLifting(actor: Staff, input: LiftInput, now: Date): Promise<Result<Opened>> {
  return open(actor, { ...input, kind: "lifting", untilOn: null, fromTheStart: false }, now);
}

type Proposed = {
  kind: ProceedingKind;
  number: string;
  version: number;
  reason: ProceedingReason;
  words: string;
  effectiveOn: string;
  untilOn: string | null;
  fromTheStart: boolean;
};

function open(actor: Staff, proposed: Proposed, now: Date): Promise<Result<Opened>> {
  const number = parseRegistrationNumber(proposed.number);
  return transaction(async (db) => {
    const id = number && (await findRegistrationId(db, number));
    const registration = id && (await findRegistration(db, id));
    if (!registration || !maySee(actor, registration)) return refuse({ code: "not_found" });

    const { personId: holder, fieldCode: field } = registration;
    if (!mayOpen(actor, { holder, field })) return refuse({ code: "forbidden" });
    const today = officeDay(now);
    const obstacle = obstacleTo(proposed.kind, registration, today);
    if (obstacle) return refuse({ code: "unmet", condition: obstacle });
    if (registration.version !== proposed.version) return refuse({ code: "stale" });

    const hearingUntil = proposed.kind === "lifting" ? null : await lastDayToAnswer(db, field, today);
    const wrong = wrongFields(proposed, registration, hearingUntil, today);
    if (wrong) return refuse({ code: "invalid_input", fields: wrong });

    const proceedingId = randomUUID();
    const key = await keyOfPerson(db, holder);
    const isNew = await insertProceeding(db, {
      id: proceedingId,
      registrationId: registration.id,
      kind: proposed.kind,
      reasonCode: proposed.reason,
      words: sealWords(key, proposed.words, sealedAbout.proceeding(proceedingId, "words")),
      effectiveOn: proposed.effectiveOn,
      untilOn: proposed.untilOn,
      fromTheStart: proposed.fromTheStart,
      hearingUntil,
      proposedById: actor.accountId,
      proposedAt: now,
    });
    if (!isNew) return refuse({ code: "unmet", condition: "proceeding_open" });

    const action = proposed.kind === "lifting" ? "put_forward" : "give_notice";
    const stepped = await takeProceedingStep(db, actor, { proceedingId, version: 1, action }, now, () =>
      Promise.resolve(
        ok({
          payload: { effectiveOn: proposed.effectiveOn, hearingUntil },
          ...(proposed.kind !== "lifting" && {
            mail: { template: `${proposed.kind}_proposed` as const, dueOn: hearingUntil },
          }),
        }),
      ),
    );
    return stepped.ok ? ok({ number: registration.number, proceedingId }) : stepped;
  });
}

/** The last day on which somebody may answer to what is proposed on a day. */
export async function lastDayToAnswer(db: Db, field: string, today: string): Promise<string> {
  const calendar = await readWorkingCalendar(db);
  return addWorkingDays(today, await findHearingDays(db, field), calendar).date;
}

function wrongFields(
  { kind, effectiveOn, reason, fromTheStart }: Proposed,
  { validUntil, suspension }: RegistrationRow,
  hearingUntil: string | null,
  today: string,
): Record<string, string> | null {
  if (effectiveOn < earliestEffect(hearingUntil, today)) return { effectiveOn: "validation.effect_too_soon" };
  if (effectiveOn > validUntil) return { effectiveOn: "validation.effect_too_late" };
  if (kind === "lifting" && suspension?.until && effectiveOn > suspension.until) {
    return { effectiveOn: "validation.lifted_too_late" };
  }
  if (fromTheStart && !voidsFromTheStart(reason)) return { fromTheStart: "validation.not_void" };
  return null;
}
