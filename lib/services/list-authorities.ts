import { listFieldAuthorities, type FieldAuthority } from "@/lib/data/authorities";
import { database } from "@/lib/data/client";

/** Which body answers for which field, for anybody who asks. */
export function listAuthorities(): Promise<FieldAuthority[]> {
  return listFieldAuthorities(database);
}
