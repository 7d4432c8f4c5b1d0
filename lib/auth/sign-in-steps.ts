import * as z from "zod";
import { findCredentialsOf, type Credentials } from "@/lib/data/accounts";
import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { clearMailedCode, useUpCode } from "@/lib/data/mailed-codes";
import { queueMail } from "@/lib/data/mails";
import { forgiveAttempts, takeAttempt } from "@/lib/data/rate-limits";
import { countRecoveryCodes } from "@/lib/data/second-factors";
import {
  stepAfterMail,
  stepMinutes,
  type giveCodeSchema,
  type giveRecoveryCodeSchema,
  type setUpSchema,
  type SignInStep,
} from "@/lib/domain/account/second-factor";
import { ok, refuse, type Refusal, type Result } from "@/lib/domain/result";
import { env, keyedHash } from "@/lib/env";
import { wallTime } from "@/lib/ports/clock";
import type { Visitor } from "./access";
import { keepApp, newSetUp, takeAppCode, takeRecoveryCode, type SetUp } from "./app-codes";
import { arrive, openFor, type Way } from "./arrive";
import { findMailedCode, mailCode } from "./mailed-code";
import { sealedCookie } from "./sealed-cookie";
import type { StartedSession } from "./session-cookies";
import { tellOwner } from "./tell-owner";
import { whileUnchanged } from "./while-unchanged";

const quarterOfAnHour = 15 * 60;
const anHour = 60 * 60;
// Whoever comes this far knows the password, or stole it: so each network has tries of its own, and only from several of
// them together are the owner's used up.
const codeTries = triesOf("sign-in-code", 6, quarterOfAnHour);
const recoveryTries = triesOf("recovery-code", 6, quarterOfAnHour);
const codesByMail = triesOf("sign-in-code-mail", 6, anHour);

function triesOf(name: string, points: number, seconds: number) {
  return {
    fromOnePlace: { name, points, seconds },
    fromAnywhere: { name: `${name}-all`, points: 4 * points, seconds },
  };
}

const wrongCode = refuse({ code: "invalid_input", fields: { code: "validation.code_wrong" } });
const wrongRecoveryCode = refuse({ code: "invalid_input", fields: { recovery: "validation.recovery_code_wrong" } });
const signInAgain: Refusal = { code: "unmet", condition: "sign_in_again" };
const ranOut = refuse(signInAgain);

/** How far somebody has come whose password was right. Nobody is signed in by this: it only says what is asked next. */
const progress = sealedCookie(
  "sign-in",
  z.object({
    step: z.enum(["app", "mail", "set_up"]),
    account: z.string(),
    password: z.string(),
    next: z.string(),
    setUp: z.object({ secret: z.string(), codes: z.array(z.string()) }).optional(),
  }),
);

/** Asks somebody for the next thing that is missing, and says where. */
export async function askFor(
  step: SignInStep,
  account: Credentials,
  visitor: Visitor,
  next: string | null,
  officeNow: Date,
): Promise<Result<Way>> {
  if (step === "mail" && !(await mailSignInCode(account, visitor, officeNow))) {
    return refuse({ code: "too_many_requests" });
  }
  await progress.give(
    {
      step,
      account: account.id,
      password: printOf(account),
      next: next ?? "",
      ...(step === "set_up" && { setUp: newSetUp() }),
    },
    stepMinutes * 60,
  );
  return ok({ to: step === "set_up" ? "/sign-in/set-up" : "/sign-in/code" });
}

export type Step = { step: SignInStep; account: Credentials; next: string; setUp: SetUp | null };

/** What is asked of whoever signs in with this browser; null for everybody else, and once the password has changed. */
export async function currentStep(): Promise<Step | null> {
  const here = await progress.read();
  const account = here && (await findCredentialsOf(database, here.account));
  if (!account || account.status === "disabled" || printOf(account) !== here.password) return null;
  return { step: here.step, account, next: here.next, setUp: here.setUp ?? null };
}

/** Takes the six digits of the app or of the mail, and signs in or asks for what is still missing. */
export async function giveCode(
  visitor: Visitor,
  { code }: z.output<typeof giveCodeSchema>,
  officeNow: Date,
): Promise<Result<Way>> {
  const here = await currentStep();
  if (!here || here.step === "set_up") return ranOut;
  const { account } = here;
  if (!(await mayTry(codeTries, account, visitor, officeNow))) return refuse({ code: "too_many_requests" });
  return here.step === "app"
    ? giveAppCode(visitor, here, code, officeNow)
    : giveMailedCode(visitor, here, code, officeNow);
}

async function giveAppCode(visitor: Visitor, { account, next }: Step, code: string, officeNow: Date) {
  const arrival = { device: visitor.device, shown: "app", now: wallTime() } as const;
  const session = await whileUnchanged(account, signInAgain, async (db): Promise<Result<StartedSession>> => {
    if (!(await takeAppCode(db, account.id, code, arrival.now))) return wrongCode;
    return ok(await openFor(db, account, arrival, officeNow));
  });
  return session.ok ? finish(session.value, visitor, { account, next }, arrival) : session;
}

async function giveMailedCode(visitor: Visitor, { account, next }: Step, code: string, officeNow: Date) {
  const codeId = await findMailedCode("sign_in", account.email, code);
  if (!codeId) return wrongCode;
  const step = stepAfterMail({ ...account, isDemonstration: env.demo });
  const arrival = { device: visitor.device, shown: "mailed_code", now: wallTime() } as const;
  const session = await whileUnchanged(account, signInAgain, async (db): Promise<Result<StartedSession | null>> => {
    if (!(await useUpCode(db, codeId, arrival.now))) return wrongCode;
    await clearMailedCode(db, codeId);
    return ok(step ? null : await openFor(db, account, arrival, officeNow));
  });
  if (!session.ok) return session;
  if (session.value) return finish(session.value, visitor, { account, next }, arrival);
  return step ? askFor(step, account, visitor, next, officeNow) : ranOut;
}

/** Takes one of the codes that were kept for the loss of the app, and signs in; the owner hears of it. */
export async function giveRecoveryCode(
  visitor: Visitor,
  { recovery }: z.output<typeof giveRecoveryCodeSchema>,
  officeNow: Date,
): Promise<Result<Way>> {
  const here = await currentStep();
  if (here?.step !== "app") return ranOut;
  const { account, next } = here;
  if (!(await mayTry(recoveryTries, account, visitor, officeNow))) return refuse({ code: "too_many_requests" });

  const arrival = { device: visitor.device, shown: "recovery_code", now: wallTime() } as const;
  const session = await whileUnchanged(account, signInAgain, async (db): Promise<Result<StartedSession>> => {
    if (!(await takeRecoveryCode(db, account.id, recovery, arrival.now))) return wrongRecoveryCode;
    await queueMail(db, {
      dedupeKey: `${account.id}:recovery_code_used:${arrival.now.getTime()}`,
      accountId: account.id,
      template: "recovery_code_used",
      params: { device: visitor.device, left: await countRecoveryCodes(db, account.id) },
      at: officeNow,
    });
    return ok(await openFor(db, account, arrival, officeNow));
  });
  return session.ok ? finish(session.value, visitor, { account, next }, arrival) : session;
}

/** Mails another code to whoever is asked for one. */
export async function sendCodeAgain(visitor: Visitor, _input: unknown, officeNow: Date): Promise<Result<Way>> {
  const here = await currentStep();
  return here?.step === "mail" ? askFor("mail", here.account, visitor, here.next, officeNow) : ranOut;
}

/** Takes the first code of an app that staff set up before they come in for the first time. */
export async function finishSetUp(
  visitor: Visitor,
  { code }: z.output<typeof setUpSchema>,
  officeNow: Date,
): Promise<Result<Way>> {
  const here = await currentStep();
  if (here?.step !== "set_up" || !here.setUp) return ranOut;
  const { account, setUp, next } = here;
  // Somebody else set one up meanwhile: that one is asked for.
  if (account.hasApp) return ranOut;
  if (!(await mayTry(codeTries, account, visitor, officeNow))) return refuse({ code: "too_many_requests" });

  const arrival = { device: visitor.device, shown: "app", now: wallTime() } as const;
  const session = await whileUnchanged(account, signInAgain, async (db): Promise<Result<StartedSession>> => {
    if (!(await keepApp(db, account.id, setUp, code, arrival.now))) return wrongAppCode;
    await queueMail(db, {
      dedupeKey: `${account.id}:second_factor_set_up:${arrival.now.getTime()}`,
      accountId: account.id,
      template: "second_factor_set_up",
      params: {},
      at: officeNow,
    });
    const opened = await openFor(db, account, arrival, officeNow);
    const object = `account:${account.id}`;
    await appendAudit(db, { actor: null, action: "second_factor_set_up", object, fields: ["second_factor"] });
    return ok(opened);
  });
  return session.ok ? finish(session.value, visitor, { account, next }, arrival) : session;
}

const wrongAppCode = refuse({ code: "invalid_input", fields: { code: "validation.app_code_wrong" } });

async function finish(
  session: StartedSession,
  visitor: Visitor,
  { account, next }: Pick<Step, "account" | "next">,
  arrival: Parameters<typeof arrive>[2],
) {
  for (const tries of [codeTries, recoveryTries, codesByMail]) {
    await forgiveAttempts(tries.fromOnePlace, hereOf(account, visitor));
  }
  const way = await arrive(session, next || null, arrival);
  await progress.drop();
  return ok(way);
}

async function mailSignInCode(account: Credentials, visitor: Visitor, at: Date): Promise<boolean> {
  if (!(await count(codesByMail, account, visitor))) return false;
  const { locale, device } = visitor;
  await transaction((db) =>
    mailCode(db, {
      purpose: "sign_in",
      template: "sign_in_code",
      email: account.email,
      locale,
      device,
      minutes: stepMinutes,
      at,
    }),
  );
  return true;
}

/** Counts a try; the owner hears when there were too many. */
async function mayTry(tries: Tries, account: Credentials, visitor: Visitor, officeNow: Date): Promise<boolean> {
  if (await count(tries, account, visitor)) return true;
  await tellOwner(account, officeNow);
  return false;
}

type Tries = ReturnType<typeof triesOf>;

const hereOf = ({ id }: Credentials, { network }: Visitor) => `${id} ${network}`;

/** Counts a try from where somebody is, and only then towards what is allowed from everywhere together. */
async function count({ fromOnePlace, fromAnywhere }: Tries, account: Credentials, visitor: Visitor): Promise<boolean> {
  return (await takeAttempt(fromOnePlace, hereOf(account, visitor))) && takeAttempt(fromAnywhere, account.id);
}

/** By this a change of what the account signs in with is seen, which forgets its devices; nothing can be read from it. */
const printOf = ({ passwordHash, devicesSince }: Credentials) =>
  keyedHash("codes", `password ${passwordHash ?? ""} ${devicesSince?.toISOString() ?? ""}`).toString("hex");
