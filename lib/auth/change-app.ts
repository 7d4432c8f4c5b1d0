import * as z from "zod";
import { lockAccount } from "@/lib/data/accounts";
import { database, transaction } from "@/lib/data/client";
import { takeAttempt } from "@/lib/data/rate-limits";
import { deleteSecondFactor, findSecondFactor } from "@/lib/data/second-factors";
import { stepMinutes, type setUpSchema } from "@/lib/domain/account/second-factor";
import type { Person } from "@/lib/domain/actor";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { wallTime } from "@/lib/ports/clock";
import { keepApp, keepRecoveryCodes, newRecoveryCodes, newSetUp, type SetUp } from "./app-codes";
import { changeAccess, tellOfChange } from "./change-access";
import { sealedCookie } from "./sealed-cookie";

const tries = { name: "set-up-code", points: 10, seconds: 15 * 60 };

/** What somebody who is signed in has been shown and has not confirmed yet. */
const offered = sealedCookie(
  "set-up",
  z.object({ account: z.string(), secret: z.string(), codes: z.array(z.string()) }),
);

/** Makes a secret for an app and the codes for its loss, to be shown on the next page. */
export async function beginSetUp(actor: Person): Promise<Result<null>> {
  await offered.give({ account: actor.accountId, ...newSetUp() }, stepMinutes * 60);
  return ok(null);
}

/** Makes new recovery codes, to be shown on the next page; the old ones hold until the new ones are confirmed. */
export async function beginNewCodes(actor: Person): Promise<Result<null>> {
  if (!(await findSecondFactor(database, actor.accountId))) return refuse({ code: "not_found" });
  await offered.give({ account: actor.accountId, secret: "", codes: newRecoveryCodes() }, stepMinutes * 60);
  return ok(null);
}

/** What was made for whoever asks and waits to be confirmed; a secret, or only codes, or nothing. */
export async function currentOffer(actor: Person): Promise<SetUp | null> {
  const offer = await offered.read();
  return offer?.account === actor.accountId ? offer : null;
}

/** Sets the app up that has shown a right code, in place of an earlier one, and ends every session but a new one here. */
export async function confirmSetUp(
  actor: Person,
  { code }: z.output<typeof setUpSchema>,
  officeNow: Date,
): Promise<Result<null>> {
  const offer = await currentOffer(actor);
  if (!offer?.secret) return refuse({ code: "unmet", condition: "set_up_again" });
  if (!(await takeAttempt(tries, actor.accountId))) return refuse({ code: "too_many_requests" });
  const done = await changeAccess(actor, officeNow, { what: "second_factor_set_up", shown: "app" }, async (db, now) =>
    (await keepApp(db, actor.accountId, offer, code, now))
      ? ok(null)
      : refuse({ code: "invalid_input", fields: { code: "validation.app_code_wrong" } }),
  );
  if (done.ok) await offered.drop();
  return done;
}

/** Takes the app away. Staff outside the demonstration cannot do without: they set up another in its place. */
export async function removeApp(actor: Person, _input: unknown, officeNow: Date): Promise<Result<null>> {
  if (actor.kind === "staff" && !env.demo) return refuse({ code: "unmet", condition: "staff_need_app" });
  return changeAccess(actor, officeNow, { what: "second_factor_removed", shown: null }, async (db) =>
    (await deleteSecondFactor(db, actor.accountId)) ? ok(null) : refuse({ code: "not_found" }),
  );
}

/** Puts the codes that were shown in the place of all earlier ones. */
export async function confirmNewCodes(actor: Person, _input: unknown, officeNow: Date): Promise<Result<null>> {
  const offer = await currentOffer(actor);
  if (!offer || offer.secret !== "") return refuse({ code: "unmet", condition: "set_up_again" });
  const now = wallTime();
  const { accountId } = actor;
  const done = await transaction(async (db): Promise<Result<null>> => {
    await lockAccount(db, accountId);
    if (!(await findSecondFactor(db, accountId))) return refuse({ code: "not_found" });
    await keepRecoveryCodes(db, accountId, offer.codes);
    await tellOfChange(db, actor, "recovery_codes_new", now, officeNow);
    return ok(null);
  });
  if (done.ok) await offered.drop();
  return done;
}
