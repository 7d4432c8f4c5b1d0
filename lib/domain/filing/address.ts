import { parseFilingReference } from "@/lib/domain/codes/references";

/** Where a filing is found: by its id while it is a draft, by its reference afterwards. */
export type FilingAddress = { id: string } | { reference: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The filing that an address names, or null where it can name none. */
export function parseFilingAddress(typed: string): FilingAddress | null {
  const id = typed.toLowerCase();
  if (uuid.test(id)) return { id };
  const reference = parseFilingReference(typed);
  return reference === null ? null : { reference };
}

/** The part of a path that leads to a filing. */
export function filingAddress({ id, reference }: { id: string; reference: string | null }): string {
  return reference ?? id;
}
