import type { Person } from "@/lib/domain/actor";
import { isOpen, type FilingState } from "@/lib/domain/filing/filing";
import type { MailTemplate } from "@/lib/domain/mail/templates";
import { holds } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";

// The professional and the office write each other short messages about a filing. A message changes nothing of it: what
// is to be changed is asked for in a request.

/** Who wrote a message. */
export type MessageSide = "applicant" | "office";

/** What the trail of a filing tells of messages. */
export const messageEvent = "message_written";
export type MessageEvent = typeof messageEvent;

/** So many messages at most belong to one filing. */
export const mostMessages = 200;

/** The filing as far as messages ask. */
export type Correspondence = {
  state: FilingState;
  held: boolean;
  field: string;
  reviewerId: string | null;
  /** Who had a part in the refusal that was objected to. */
  objection: { excluded: readonly string[] } | null;
};

/** The side on which somebody stands who may see the filing. */
export function sideOf(actor: Person): MessageSide {
  return actor.kind === "professional" ? "applicant" : "office";
}

/** The side to which a message goes. */
export const otherSide = { applicant: "office", office: "applicant" } as const satisfies Record<
  MessageSide,
  MessageSide
>;

/** The mail that tells a side of a message. */
export const mailTo = {
  applicant: "message_to_applicant",
  office: "message_to_office",
} as const satisfies Record<MessageSide, MailTemplate>;

/** Does this person speak for their side? The professional; of the office whoever examines the filing, or may while nobody does, but nobody who had a part in a refusal that was objected to. */
export function speaks({ field, reviewerId, objection }: Correspondence, actor: Person): boolean {
  if (actor.kind === "professional") return true;
  if (objection?.excluded.includes(actor.accountId)) return false;
  return holds(actor, "examine", field) && (reviewerId === null || reviewerId === actor.accountId);
}

/** May this person, who may see the filing, write to the other side now? */
export function mayWrite(filing: Correspondence, actor: Person): Result<void> {
  if (!speaks(filing, actor)) return refuse({ code: "forbidden" });
  if (filing.state === "draft" || !isOpen(filing.state)) return refuse({ code: "wrong_status" });
  return filing.held ? refuse({ code: "unmet", condition: "not_held" }) : ok(undefined);
}
