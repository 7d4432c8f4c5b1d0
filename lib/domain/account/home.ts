import type { Person } from "@/lib/domain/actor";
import { may } from "@/lib/domain/permissions";

/** The room somebody enters after signing in. */
export function homeOf(person: Person): `/${string}` {
  if (person.kind === "professional") return "/filings";
  if (may(person, "read_queue") || may(person, "read_second_checks")) return "/review";
  return may(person, "view_statistics") ? "/admin" : "/account";
}
