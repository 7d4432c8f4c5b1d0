import type { Actor, Capability } from "@/lib/domain/actor";

/** What may be done outside the workflow, and the capability it needs. */
export const permissions = {
  view_statistics: "view_statistics",
  export_rows: "export",
  read_queue: "examine",
  share_out_work: "reverse",
  read_second_checks: "decide",
  read_audit: "audit",
  answer_data_requests: "manage_people",
  read_failed_mail: "manage_people",
  keep_list: "publish_list",
  look_after_people: "manage_people",
} as const satisfies Record<string, Capability>;
export type Permission = keyof typeof permissions;

const boundToField = new Set<Capability>(["examine", "decide", "hold", "reverse", "revoke"]);

/** Is this capability given for one field at a time? */
export function isBoundToField(capability: Capability): boolean {
  return boundToField.has(capability);
}

/** The fields in which a staff member holds a capability. Nobody else holds any; no field means none. */
export function fieldsOf(actor: Actor, capability: Capability): string[] {
  if (actor.kind !== "staff") return [];
  return actor.grants.flatMap((grant) => (grant.capability === capability && grant.field ? [grant.field] : []));
}

/** May this actor use this capability, in this field where it is bound to one? */
export function holds(actor: Actor, capability: Capability, field?: string): boolean {
  if (actor.kind !== "staff") return false;
  if (boundToField.has(capability)) {
    const fields = fieldsOf(actor, capability);
    return field === undefined ? fields.length > 0 : fields.includes(field);
  }
  return actor.grants.some((grant) => grant.capability === capability && grant.field === null);
}

/** May this actor do this at all? */
export function may(actor: Actor, permission: Permission): boolean {
  return holds(actor, permissions[permission]);
}
