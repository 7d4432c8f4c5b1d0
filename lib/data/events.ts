import type { Db } from "@/lib/data/client";
import type { Prisma } from "@/lib/data/generated/client";
import { accountOf, type Actor } from "@/lib/domain/actor";

export type NewEvent = {
  type: string;
  filingId?: string;
  registrationId?: string;
  actor: Actor;
  from?: string;
  to?: string;
  /** Office time. */
  at: Date;
  /** Codes, ids and dates; never words of a person. */
  payload?: Prisma.InputJsonObject;
};

const actorKinds = { professional: "applicant", staff: "staff", clock: "clock" } as const;

/** Appends one step to the workflow's trail. */
export async function appendEvent(db: Db, event: NewEvent): Promise<void> {
  await db.event.create({
    data: {
      type: event.type,
      filingId: event.filingId ?? null,
      registrationId: event.registrationId ?? null,
      actorKind: actorKinds[event.actor.kind],
      actorId: accountOf(event.actor),
      fromState: event.from ?? null,
      toState: event.to ?? null,
      at: event.at,
      payload: event.payload ?? {},
    },
    select: { seq: true },
  });
}
