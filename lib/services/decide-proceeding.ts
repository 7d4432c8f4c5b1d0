import { insertBar, listBarLengths } from "@/lib/data/bars";
import { transaction } from "@/lib/data/client";
import { putMeasures } from "@/lib/data/registrations";
import type { Staff } from "@/lib/domain/actor";
import { barAfter } from "@/lib/domain/filing/bars";
import type { MailTemplate } from "@/lib/domain/mail/templates";
import { holdsFrom, measuresAfter, obstacleTo } from "@/lib/domain/registration/proceeding";
import type { ProceedingKind } from "@/lib/domain/registration/proceeding-reasons";
import type { DecideProceedingInput, DropProceedingInput } from "@/lib/domain/registration/proceeding-schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { sealedAbout, sealWords } from "@/lib/services/person-seal";
import { takeProceedingStep } from "@/lib/services/take-proceeding-step";

export type DecidedOn = { number: string };

const mailOf: Record<ProceedingKind, MailTemplate> = {
  suspension: "suspension_decided",
  revocation: "revocation_decided",
  lifting: "suspension_lifted",
};

/**
 * Decides what a colleague proposed: a second, different person. From its day on the registration reads so everywhere;
 * where that day is today, it is written with the decision itself.
 */
export function decideProceeding(
  actor: Staff,
  { proceedingId, version, note }: DecideProceedingInput,
  now: Date,
): Promise<Result<DecidedOn>> {
  return transaction(async (db) => {
    const step = { proceedingId, version, action: "decide" } as const;
    const stepped = await takeProceedingStep(db, actor, step, now, async ({ proceeding, registration, key, today }) => {
      const { kind, reasonCode, untilOn } = proceeding;
      const obstacle = obstacleTo(kind, registration, today);
      if (obstacle) return refuse({ code: "unmet", condition: obstacle });
      const from = holdsFrom(proceeding.effectiveOn, today);
      // A suspension whose last day went by before anybody decided has nothing left to suspend.
      if (untilOn !== null && untilOn < from) return refuse({ code: "unmet", condition: "period_left" });

      if (!(await putMeasures(db, registration, measuresAfter(proceeding, registration, from)))) {
        return refuse({ code: "stale" });
      }
      const bar =
        kind === "revocation" ? barAfter([reasonCode], await listBarLengths(db, registration.fieldCode), from) : null;
      const { filingId: id, personId, fieldCode: field } = registration;
      // Only what has ended rests on no filing.
      if (bar && id !== null) {
        await insertBar(db, { id, personId, field }, bar);
      }
      return ok({
        change: {
          decidedById: actor.accountId,
          decidedAt: now,
          holdsFrom: from,
          note: note === "" ? null : sealWords(key, note, sealedAbout.proceeding(proceedingId, "note")),
        },
        mail: { template: mailOf[kind], dueOn: from },
        payload: { holdsFrom: from, ...(bar && { barredUntil: bar.until }) },
      });
    });
    return stepped.ok ? ok({ number: stepped.value.registration.number }) : stepped;
  });
}

/** Lets what a colleague proposed rest, with reasons that its holder reads: a second, different person. */
export function dropProceeding(
  actor: Staff,
  { proceedingId, version, note }: DropProceedingInput,
  now: Date,
): Promise<Result<DecidedOn>> {
  return transaction(async (db) => {
    const step = { proceedingId, version, action: "drop" } as const;
    const stepped = await takeProceedingStep(db, actor, step, now, ({ proceeding, key }) =>
      Promise.resolve(
        ok({
          change: {
            decidedById: actor.accountId,
            decidedAt: now,
            note: sealWords(key, note, sealedAbout.proceeding(proceedingId, "note")),
          },
          ...(proceeding.hearingUntil !== null && { mail: { template: "proceeding_dropped" as const, dueOn: null } }),
        }),
      ),
    );
    return stepped.ok ? ok({ number: stepped.value.registration.number }) : stepped;
  });
}
