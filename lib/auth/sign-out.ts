import { cookies } from "next/headers";
import { appendAudit } from "@/lib/data/audit";
import { transaction } from "@/lib/data/client";
import { endSession } from "@/lib/data/sessions";
import { ok, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import type { Visitor } from "./access";
import { readSession } from "./read-session";
import { checkCookie, cookieOptions, sessionCookie } from "./session-token";

/** Ends the session of this browser, if it has one, and empties what the browser kept of this site. */
export async function signOut(visitor: Visitor): Promise<Result<Response>> {
  const jar = await cookies();
  const session = await readSession(jar.get(sessionCookie)?.value);
  if (session) {
    await transaction(async (db) => {
      await endSession(db, session.actor.accountId, session.idHash, wallTime());
      await appendAudit(db, {
        actor: session.actor,
        action: "sign_out",
        object: `account:${session.actor.accountId}`,
      });
    });
  }
  for (const name of [sessionCookie, checkCookie]) jar.delete({ name, ...cookieOptions });
  return ok(
    new Response(null, {
      status: 303,
      headers: { location: `/${visitor.locale}/sign-in?left=1`, "clear-site-data": '"cache", "storage"' },
    }),
  );
}
