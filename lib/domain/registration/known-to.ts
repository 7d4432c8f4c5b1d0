import type { Capability, Person } from "@/lib/domain/actor";
import { holds } from "@/lib/domain/permissions";

/** With which rights staff read a registration. */
export const registrationReaders = ["examine", "decide", "hold", "revoke"] as const satisfies Capability[];
/** With which rights staff read what is proposed about one: who only puts filings on hold has no part in it. */
export const proceedingReaders = ["examine", "decide", "revoke"] as const satisfies Capability[];

/** Is this known to its holder, or to staff with one of these rights in its field? Nobody of the staff reads their own at work. */
export function isKnownTo(
  actor: Person,
  { holder, field }: { holder: string; field: string },
  rights: readonly Capability[],
): boolean {
  if (actor.kind === "professional") return actor.personId === holder;
  return actor.personId !== holder && rights.some((right) => holds(actor, right, field));
}
