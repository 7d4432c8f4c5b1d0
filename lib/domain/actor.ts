export const capabilities = [
  "examine",
  "decide",
  "hold",
  "reverse",
  "revoke",
  "publish_list",
  "manage_people",
  "view_statistics",
  "export",
  "audit",
] as const;
export type Capability = (typeof capabilities)[number];

/** One right of a staff member; `field` is null only where the capability is not bound to a field. */
export type Grant = { capability: Capability; field: string | null };

export type Professional = { kind: "professional"; accountId: string; personId: string; email: string };
export type Staff = {
  kind: "staff";
  accountId: string;
  /** The staff member's own person, where there is one: for conflicts of interest only. */
  personId: string | null;
  displayName: string;
  email: string;
  grants: readonly Grant[];
};
export type Clock = { kind: "clock" };

/** Whoever acts: someone signed in, or the office's own clock. */
export type Actor = Professional | Staff | Clock;
/** Whoever may sign in. */
export type Person = Professional | Staff;

/** The account that stands in the records for this actor; the clock has none. */
export function accountOf(actor: Actor): string | null {
  return actor.kind === "clock" ? null : actor.accountId;
}
