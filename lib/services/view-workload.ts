import { database } from "@/lib/data/client";
import { countUnheld, listHands, listHeldBy, type HandRow, type HeldRow } from "@/lib/data/workload";
import type { Staff } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { mostHandedOver } from "@/lib/domain/filing/sharing-schema";
import { fieldsOf } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";

export type { HandRow };
export type Workload = { hands: HandRow[]; unheld: number };
export type HandOver = {
  /** Who holds them; null where nobody does. */
  holder: { name: string; awayUntil: string | null } | null;
  /** The first of them, as many as change hands at once. */
  filings: HeldRow[];
  hasMore: boolean;
  colleagues: HandRow[];
};

/** Who examines in the fields that the actor supervises, and what each has in hand. */
export async function viewWorkload(actor: Staff, now: Date): Promise<Workload> {
  const [hands, unheld] = await Promise.all([
    listHands(database, scopeOf(actor), officeDay(now)),
    countUnheld(database, scopeOf(actor)),
  ]);
  return { hands, unheld };
}

/** What one account holds of the actor's fields, or nobody does, and who could take it. */
export async function viewHandOver(actor: Staff, holderId: string | null, now: Date): Promise<Result<HandOver>> {
  const hands = await listHands(database, scopeOf(actor), officeDay(now));
  const holder = hands.find(({ id }) => id === holderId);
  if (holderId !== null && !holder) return refuse({ code: "not_found" });

  const rows = await listHeldBy(database, holderId, scopeOf(actor), mostHandedOver + 1);
  return ok({
    holder: holder ? { name: holder.name, awayUntil: holder.awayUntil } : null,
    filings: rows.slice(0, mostHandedOver),
    hasMore: rows.length > mostHandedOver,
    colleagues: hands.filter(({ id, fields: theirs }) => id !== holderId && theirs.length > 0),
  });
}

function scopeOf(actor: Staff) {
  return { fields: fieldsOf(actor, "reverse"), notOf: actor.personId };
}
