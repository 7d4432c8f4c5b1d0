import type { Person } from "@/lib/domain/actor";
import { ok, type Result } from "@/lib/domain/result";

/** Does nothing: whoever came in was seen at the door, and that keeps the session. */
export function stay(_actor: Person): Promise<Result<null>> {
  return Promise.resolve(ok(null));
}
