import { capabilities, type Grant } from "@/lib/domain/actor";
import { isBoundToField } from "@/lib/domain/permissions";

/** What the first administrators may do where nothing else is said: look after people, and see how the office does. */
export const firstGrants = ["manage_people", "view_statistics", "audit"];

/** How many administrators are invited from outside; they invite the others. */
export const firstAdministrators = 2;

/** A right as it is written in one word, such as `audit` or `examine:construction`; null where it makes no sense. */
export function readGrant(written: string): Grant | null {
  const [named = "", field = null, ...rest] = written.split(":");
  const capability = capabilities.find((it) => it === named);
  if (!capability || rest.length > 0 || field === "") return null;
  return isBoundToField(capability) === (field !== null) ? { capability, field } : null;
}

export type InvitationView = { is: "open"; email: string; name: string } | { is: "dead" };
