import type { Actor, Staff } from "@/lib/domain/actor";
import { holds } from "@/lib/domain/permissions";

/** May this actor know that the filing exists? Its own professional, and staff with a right in its field. */
export function canSee(actor: Actor, filing: { personId: string; field: string; state: string }): boolean {
  switch (actor.kind) {
    case "clock":
      return true;
    case "professional":
      return actor.personId === filing.personId;
    case "staff":
      // A draft is nobody's business but its author's.
      return (
        filing.state !== "draft" &&
        actor.personId !== filing.personId &&
        (mayCompare(actor, filing.field) || holds(actor, "hold", filing.field) || holds(actor, "reverse", filing.field))
      );
  }
}

/** May this reader read what somebody filed in a field, to compare them with others? Whoever examines or decides there. */
export function mayCompare(actor: Staff, field: string): boolean {
  return holds(actor, "examine", field) || holds(actor, "decide", field);
}
