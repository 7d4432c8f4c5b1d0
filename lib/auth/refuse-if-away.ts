import { isDatabaseAway } from "@/lib/data/away";
import { refuse } from "@/lib/domain/result";

/** The answer of a door when the database is away: try again later. Any other accident stays one. */
export function refuseIfAway(error: unknown) {
  if (isDatabaseAway(error)) return refuse({ code: "unavailable" });
  throw error;
}
