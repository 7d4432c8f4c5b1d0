import * as z from "zod";
import { emailSchema } from "@/lib/domain/account/schema";
import { capabilities, type Capability, type Grant } from "@/lib/domain/actor";
import { isBoundToField } from "@/lib/domain/permissions";

// Who works in the office and with which rights. Nobody changes their own.

const grave: ReadonlySet<Capability> = new Set(["decide", "reverse", "revoke", "publish_list", "manage_people"]);

/** Does a second administrator have to confirm this right before it is given? */
export function needsSecond(capability: Capability): boolean {
  return grave.has(capability);
}

/** The rights that one form gives: one, or one for each field where the capability is bound to fields; null where none makes sense. */
export function grantsOf(capability: Capability, fields: readonly string[]): Grant[] | null {
  if (!isBoundToField(capability)) return [{ capability, field: null }];
  return fields.length === 0 ? null : [...new Set(fields)].map((field) => ({ capability, field }));
}

/** A right in one word, as the audit trail names it: `audit`, or `examine:construction`. */
export function writeGrant({ capability, field }: Grant): string {
  return field === null ? capability : `${capability}:${field}`;
}

/** One capability with everything it is given for: fields, or nothing but the office where it is bound to none. */
export type RightsLine = { capability: Capability; grants: { id: string; field: string | null }[] };

/** A right that waits for a second administrator, as whoever looks at it may answer it. */
export type ProposedLine = Grant & {
  id: string;
  accountId: string;
  name: string;
  proposedBy: string;
  mayConfirm: boolean;
  mayDrop: boolean;
};

/** After so many days somebody says again that the rights of a member of staff are right. */
export const reviewDays = 90;

/** Is it time to look through somebody's rights again? */
export function isReviewDue(lastReviewed: Date, now: Date): boolean {
  return now.getTime() - lastReviewed.getTime() > reviewDays * 24 * 60 * 60 * 1000;
}

/** What is done to somebody's account and rights, as the audit trail names it. */
export const actsOnStaff = [
  "accept_invitation",
  "give_right",
  "propose_right",
  "confirm_right",
  "drop_right",
  "take_back_right",
  "review_rights",
  "archive_staff",
  "reactivate_staff",
] as const;
export type ActOnStaff = (typeof actsOnStaff)[number];

/** Which of the staff a page shows. */
export const peopleShown = ["active", "due", "archived"] as const;
export type PeopleShown = (typeof peopleShown)[number];

const id = z.uuid("validation.invalid");
const mostRights = 100;

export const inviteColleagueSchema = z.strictObject({
  email: emailSchema,
  name: z.string("validation.required").trim().min(1, "validation.required").max(100, "validation.too_long"),
  locale: z.enum(["en", "zh-Hant", "zh-Hans"], "validation.choose_one"),
});
export type InviteColleagueInput = z.output<typeof inviteColleagueSchema>;

export const giveRightSchema = z.strictObject({
  accountId: id,
  capability: z.enum(capabilities, "validation.choose_one"),
  fields: z.array(z.string().max(40)).max(mostRights).default([]),
});
export type GiveRightInput = z.output<typeof giveRightSchema>;

export const takeRightsSchema = z.strictObject({
  accountId: id,
  grants: z.array(id, "validation.choose_one").min(1, "validation.choose_one").max(mostRights),
});
export type TakeRightsInput = z.output<typeof takeRightsSchema>;

export const proposalSchema = z.strictObject({ proposalId: id });
export type ProposalInput = z.output<typeof proposalSchema>;

export const colleagueSchema = z.strictObject({ accountId: id });
export type ColleagueInput = z.output<typeof colleagueSchema>;
