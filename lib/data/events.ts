import type { Db } from "@/lib/data/client";
import type { Prisma } from "@/lib/data/generated/client";
import { accountOf, type Actor } from "@/lib/domain/actor";

export type NewEvent = {
  type: string;
  filingId?: string;
  registrationId?: string;
  /** Whoever was asked for the professional's sake has no account: what they answer counts as the professional's. */
  actor: Actor | "referee";
  from?: string;
  to?: string;
  /** Office time. */
  at: Date;
  /** Codes, ids and dates; never words of a person. */
  payload?: Prisma.InputJsonObject;
};

const actorKinds = { professional: "applicant", staff: "staff", clock: "clock" } as const;

/** Appends steps to the workflow's trail, in this order: among the last writes of a transaction, since the trail's head is one row. */
export async function appendEvents(db: Db, events: readonly NewEvent[]): Promise<void> {
  await db.event.createMany({
    data: events.map(({ filingId, registrationId, actor, from, to, payload, ...event }) => ({
      ...event,
      filingId: filingId ?? null,
      registrationId: registrationId ?? null,
      actorKind: actor === "referee" ? "applicant" : actorKinds[actor.kind],
      actorId: actor === "referee" ? null : accountOf(actor),
      fromState: from ?? null,
      toState: to ?? null,
      payload: payload ?? {},
    })),
  });
}
