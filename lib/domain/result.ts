/** The closed list of polite answers that are not a success. */
export type RefusalCode =
  | "unauthenticated"
  | "reauthenticate"
  | "too_many_requests"
  | "unavailable"
  | "not_found"
  | "forbidden"
  | "wrong_status"
  | "stale"
  | "unmet"
  | "invalid_input";

/** Why something was not done: a code, the condition that was not met, or a message key per field. */
export type Refusal = {
  code: RefusalCode;
  condition?: string;
  fields?: Record<string, string>;
};

/** A value, or the reason why there is none. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** The answer when all went well. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** The answer when it may not be. */
export function refuse(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}
