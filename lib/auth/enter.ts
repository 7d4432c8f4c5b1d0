import type { Locale } from "next-intl";
import { takeAttempt } from "@/lib/data/rate-limits";
import type { OpenSession } from "@/lib/data/sessions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import { admit, type Access, type ActorOf, type Visitor } from "./access";
import { isFromOurPages } from "./origin";
import { readSession } from "./read-session";
import { before, freshFor } from "@/lib/domain/account/session-rules";
import { deviceOf, networkOf } from "./visitor";

/** What is asked of whoever comes in. */
export type Entrance<A extends Access> = {
  access: A;
  /** At most so many in so long, counted for one account or one network. */
  limit?: { name: string; points: number; seconds: number; by: "account" | "network" };
  /** Whoever comes has shown within the last 15 minutes who they are. */
  fresh?: true;
};

/** What the door sees of a request. */
export type Knock = { headers: Headers; sessionToken: string | undefined; locale: Locale; changes: boolean };

export type Entered<A extends Access> = { actor: ActorOf<A>; visitor: Visitor; session: OpenSession | null };

/** Lets a request in, in this order: where it was sent from, who sent it, whether they may, how often, and how freshly. */
export async function enter<A extends Access>(entrance: Entrance<A>, knock: Knock): Promise<Result<Entered<A>>> {
  if (knock.changes && !isFromOurPages(knock.headers)) return refuse({ code: "forbidden" });

  const session = await readSession(knock.sessionToken);
  const visitor: Visitor = {
    network: networkOf(knock.headers),
    device: deviceOf(knock.headers),
    locale: knock.locale,
    actor: session?.actor ?? null,
  };
  const admitted = admit(entrance.access, visitor);
  if (!admitted.ok) return admitted;

  const { limit, fresh } = entrance;
  if (limit) {
    const who = limit.by === "account" && session ? session.actor.accountId : visitor.network;
    if (!(await takeAttempt(limit, who))) return refuse({ code: "too_many_requests" });
  }
  if (fresh && (!session || session.authenticatedAt < before(wallTime(), freshFor))) {
    return refuse({ code: "reauthenticate" });
  }
  return ok({ actor: admitted.value, visitor, session });
}
