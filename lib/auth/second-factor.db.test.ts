import { TOTP } from "otpauth";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { database, transaction } from "@/lib/data/client";
import {
  changePasswordSchema,
  confirmSchema,
  buttonSchema,
  signInSchema,
  signUpSchema,
} from "@/lib/domain/account/schema";
import {
  giveCodeSchema,
  giveRecoveryCodeSchema,
  newCodesSchema,
  setUpSchema,
} from "@/lib/domain/account/second-factor";
import type { ActionState } from "@/lib/domain/form";
import { env } from "@/lib/env";
import { wallTime } from "@/lib/ports/clock";
import { connectionHeader } from "@/lib/ports/connection";
import { hashPassword } from "@/lib/ports/password";
import { Browser, form } from "@/prisma/testing/browser";
import { beginNewCodes, beginSetUp, confirmNewCodes, confirmSetUp, currentOffer, removeApp } from "./change-app";
import { changePassword } from "./change-password";
import { defineAction } from "./define-action";
import { forgetKnownDevices } from "./forget-known-devices";
import { readSession } from "./read-session";
import { giveSession, startSession } from "./session-cookies";
import { sessionCookie } from "./session-token";
import { signIn } from "./sign-in";
import { currentStep, finishSetUp, giveCode, giveRecoveryCode, sendCodeAgain } from "./sign-in-steps";
import { confirmCode, requestCode } from "./sign-up";

let browser: Browser;

vi.mock("next/headers", () => ({
  cookies: () => Promise.resolve(browser.jar),
  headers: () => Promise.resolve(new Headers(browser.headers)),
}));
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next-intl/server", () => ({ getLocale: () => Promise.resolve("en") }));
vi.mock("react", async (load) => ({ ...(await load<object>()), cache: (work: unknown) => work }));
vi.mock("next/navigation", () => ({
  redirect: (address: string) => {
    throw new Error(`→ ${address}`);
  },
  notFound: () => {
    throw new Error("→ 404");
  },
}));

const open = { access: "public", next: ({ to }: { to: string }) => to } as const;
const mine = { access: "signed_in", fresh: true } as const;
const enter = defineAction(signInSchema, signIn, open);
const give = defineAction(giveCodeSchema, giveCode, open);
const recover = defineAction(giveRecoveryCodeSchema, giveRecoveryCode, open);
const again = defineAction(buttonSchema, sendCodeAgain, open);
const setUpFirst = defineAction(setUpSchema, finishSetUp, open);
const forget = defineAction(signUpSchema, requestCode, { access: "public" });
const choose = defineAction(confirmSchema, confirmCode, open);
const change = defineAction(changePasswordSchema, changePassword, { access: "signed_in" });
const forgetDevices = defineAction(buttonSchema, forgetKnownDevices, { access: "signed_in" });
const begin = defineAction(buttonSchema, beginSetUp, mine);
const confirm = defineAction(setUpSchema, confirmSetUp, mine);
const remove = defineAction(buttonSchema, removeApp, mine);
const newCodes = defineAction(buttonSchema, beginNewCodes, mine);
const keepCodes = defineAction(newCodesSchema, confirmNewCodes, mine);

type Posted = (state: ActionState, data: FormData) => Promise<ActionState>;
/** Posts a form and tells where it leads, or why it was refused. */
async function post(action: Posted, values: Record<string, string> = {}) {
  try {
    const state = await action({ status: "idle" }, form(values));
    return state.status === "refused" ? state.refusal : state.status;
  } catch (redirected) {
    return (redirected as Error).message;
  }
}

const password = "a heron walks slowly";
let count = 0;

async function account(kind: "professional" | "staff" = "professional") {
  const { id, email } = await database.account.create({
    data: {
      kind,
      email: `owner.${++count}@example.com`,
      locale: "en",
      passwordHash: await hashPassword(password),
      ...(kind === "staff" ? { displayName: "Lee" } : { person: { create: {} } }),
    },
    select: { id: true, email: true },
  });
  return { id, email };
}

const signedIn = () => readSession(browser.cookies.get(sessionCookie));

/** A browser in which somebody is signed in. */
async function cameIn(id: string, kind: "professional" | "staff" = "professional", now = wallTime()) {
  const session = await transaction((db) => startSession(db, { id, kind }, "", null, now));
  await giveSession(session, now);
}

async function mailedCode(email: string): Promise<string> {
  const mail = await database.mail.findFirstOrThrow({
    where: { email, template: { in: ["mailed_code", "sign_in_code"] } },
    orderBy: { dedupeKey: "desc" },
  });
  return String((mail.params as { code: string }).code);
}

/** What the app shows now, or so many steps later. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret }).generate({ timestamp: wallTime().getTime() + steps * 30_000 });

const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

/** Sets up an app for somebody and gives its secret and the recovery codes. */
async function withApp(id: string) {
  await cameIn(id);
  expect(await post(begin)).toBe("done");
  const actor = (await signedIn())?.actor;
  const offer = actor && (await currentOffer(actor));
  if (!offer) throw new Error("Nothing was offered.");
  // The step before this one, so that this one's code is still to be taken.
  expect(await post(confirm, { code: codeOf(offer.secret, -1), kept: "yes" })).toBe("done");
  return offer;
}

const mailsTo = async (email: string) =>
  (await database.mail.findMany({ where: { email }, select: { template: true } })).map(({ template }) => template);

async function outsideTheDemonstration(work: () => Promise<void>) {
  try {
    env.demo = false;
    await work();
  } finally {
    env.demo = true;
  }
}

/** A browser somewhere else. */
function from(address: string) {
  browser = new Browser();
  browser.headers[connectionHeader] = address;
}

beforeEach(() => {
  browser = new Browser();
});

describe("a professional without an app", () => {
  test("is mailed a code on a device that is not known, once, and goes on to where they wanted", async () => {
    const { email } = await account();
    expect(await post(enter, { email, password, next: "/filings/new" })).toBe("→ /en/sign-in/code");
    expect(await signedIn()).toBeNull();
    const code = await mailedCode(email);
    expect(await post(give, { code: otherThan(code) })).toMatchObject({ fields: { code: "validation.code_wrong" } });
    expect(await post(give, { code })).toBe("→ /en/filings/new");
    expect((await signedIn())?.shown).toBe("mailed_code");
    expect(await post(enter, { email, password })).toBe("→ /en/filings");
  });

  test("is asked again where the device cookie is another's, was tampered with, or is older than a new password", async () => {
    const [one, other] = [await account(), await account()];
    await post(enter, { email: one.email, password });
    await post(give, { code: await mailedCode(one.email) });
    expect(await post(enter, { email: other.email, password })).toBe("→ /en/sign-in/code");

    const elsewhere = new Browser();
    elsewhere.cookies = new Map(browser.cookies);
    expect(await post(change, { currentPassword: password, password: "two otters read maps" })).toBe("done");
    const values = { email: one.email, password: "two otters read maps" };
    expect(await post(enter, values)).toBe("→ /en/filings");
    browser = elsewhere;
    expect(await post(enter, values)).toBe("→ /en/sign-in/code");

    browser = new Browser();
    browser.cookies.set("device", `${elsewhere.cookies.get("device")}x`);
    expect(await post(enter, values)).toBe("→ /en/sign-in/code");
  });

  test("is asked again on each device once all of them are forgotten, and stays signed in", async () => {
    const { email } = await account();
    await post(enter, { email, password });
    await post(give, { code: await mailedCode(email) });
    expect(await post(forgetDevices)).toBe("done");
    expect(await signedIn()).not.toBeNull();
    expect(await post(enter, { email, password })).toBe("→ /en/sign-in/code");
  });

  test("is not kept out by whoever stole the password and uses up tries and mails from one network", async () => {
    const { email } = await account();
    from("203.0.113.7");
    await post(enter, { email, password });
    const wrong = otherThan(await mailedCode(email));
    for (let mistake = 0; mistake < 6; mistake++) await post(give, { code: wrong });
    expect(await post(give, { code: wrong })).toEqual({ code: "too_many_requests" });
    for (let mail = 1; mail < 6; mail++) expect(await post(again)).toBe("→ /en/sign-in/code");
    expect(await post(again)).toEqual({ code: "too_many_requests" });

    from("198.51.100.4");
    expect(await post(enter, { email, password })).toBe("→ /en/sign-in/code");
    expect(await post(give, { code: await mailedCode(email) })).toBe("→ /en/filings");
  });

  test("gets another code by a button, and only the newest works", async () => {
    const { email } = await account();
    await post(enter, { email, password });
    const first = await mailedCode(email);
    expect(await post(again)).toBe("→ /en/sign-in/code");
    const second = await mailedCode(email);
    if (first !== second) expect(await post(give, { code: first })).toMatchObject({ code: "invalid_input" });
    expect(await post(give, { code: second })).toBe("→ /en/filings");
  });

  test("cannot use a code to sign in for choosing a password, nor the other way round", async () => {
    const { email } = await account();
    await post(enter, { email, password });
    const toSignIn = await mailedCode(email);
    await post(forget, { email });
    const toChoose = await mailedCode(email);
    if (toSignIn !== toChoose) {
      expect(await post(choose, { code: toSignIn, password })).toMatchObject({ code: "invalid_input" });
      expect(await post(give, { code: toChoose })).toMatchObject({ code: "invalid_input" });
    }
    expect(await post(give, { code: toSignIn })).toBe("→ /en/filings");
  });

  test("has gone nowhere without the password: the step alone is no way in", async () => {
    const { email } = await account();
    expect(await post(give, { code: "123456" })).toEqual({ code: "unmet", condition: "sign_in_again" });
    expect(await post(again)).toEqual({ code: "unmet", condition: "sign_in_again" });
    await post(enter, { email, password: "not this one, no" });
    expect(await currentStep()).toBeNull();
    expect(await mailsTo(email)).toEqual([]);
  });

  test("who changes the password meanwhile ends every half-made sign-in", async () => {
    const { id, email } = await account();
    await post(enter, { email, password });
    const code = await mailedCode(email);
    await database.account.update({ where: { id }, data: { passwordHash: await hashPassword("another one, yes") } });
    expect(await post(give, { code })).toEqual({ code: "unmet", condition: "sign_in_again" });
  });
});

describe("somebody with an app", () => {
  test("is asked for it at each sign-in, on known devices too, and a code is taken once", async () => {
    const { id, email } = await account();
    const { secret } = await withApp(id);
    const code = codeOf(secret);
    expect(await post(enter, { email, password })).toBe("→ /en/sign-in/code");
    expect(await post(give, { code: otherThan(code) })).toMatchObject({ code: "invalid_input" });
    expect(await post(give, { code })).toBe("→ /en/filings");
    expect((await signedIn())?.shown).toBe("app");

    await post(enter, { email, password });
    expect(await post(give, { code })).toMatchObject({ code: "invalid_input" });
    expect(await post(give, { code: codeOf(secret, 1) })).toBe("→ /en/filings");
    expect(await mailsTo(email)).not.toContain("sign_in_code");
  });

  test("two who give the same code at the same moment get one session", async () => {
    const { id, email } = await account();
    const { secret } = await withApp(id);
    await post(enter, { email, password });
    const code = codeOf(secret);
    const answers = await Promise.all([post(give, { code }), post(give, { code })]);
    expect(answers.filter((answer) => typeof answer === "string")).toHaveLength(1);
  });

  test("comes in with a recovery code, once each, and hears of it", async () => {
    const { id, email } = await account();
    const { codes } = await withApp(id);
    expect(new Set(codes).size).toBe(10);
    await post(enter, { email, password });
    expect(await post(recover, { recovery: String(codes[3]).toLowerCase() })).toBe("→ /en/filings");
    await post(enter, { email, password });
    expect(await post(recover, { recovery: String(codes[3]) })).toMatchObject({
      fields: { recovery: "validation.recovery_code_wrong" },
    });
    const told = await database.mail.findFirstOrThrow({ where: { email, template: "recovery_code_used" } });
    expect(told.params).toMatchObject({ left: 9 });
  });

  test("is slowed down after a few wrong codes, and is told", async () => {
    const { id, email } = await account();
    const { secret } = await withApp(id);
    await post(enter, { email, password });
    const wrong = otherThan(codeOf(secret));
    for (let mistake = 0; mistake < 6; mistake++) {
      expect(await post(give, { code: wrong })).toMatchObject({ code: "invalid_input" });
    }
    expect(await post(give, { code: codeOf(secret) })).toEqual({ code: "too_many_requests" });
    expect(await mailsTo(email)).toContain("sign_in_refused");
  });

  test("is asked for it after a forgotten password too: the mailbox alone opens nothing", async () => {
    const { id, email } = await account();
    const { secret } = await withApp(id);
    browser = new Browser();
    await post(forget, { email });
    const chosen = await post(choose, { code: await mailedCode(email), password: "two otters read maps" });
    expect(chosen).toBe("→ /en/sign-in/code");
    expect(await signedIn()).toBeNull();
    expect(await post(give, { code: codeOf(secret) })).toBe("→ /en/filings");
  });

  test("keeps nothing readable with us", async () => {
    const { id } = await account();
    const { secret, codes } = await withApp(id);
    const factor = await database.secondFactor.findUniqueOrThrow({ where: { accountId: id } });
    const kept = await database.recoveryCode.findMany({ where: { accountId: id } });
    expect(kept).toHaveLength(10);
    expect(Buffer.from(factor.secret).includes(Buffer.from(secret))).toBe(false);
    for (const code of codes) expect(JSON.stringify(kept)).not.toContain(code.replaceAll("-", ""));
  });

  test("may change it only after a fresh sign-in; a change ends every other session and is told and written down", async () => {
    const { id, email } = await account();
    const elsewhere = browser;
    await cameIn(id);
    browser = new Browser();
    await withApp(id);
    expect(await readSession(elsewhere.cookies.get(sessionCookie))).toBeNull();
    expect(await signedIn()).not.toBeNull();

    await database.session.updateMany({
      where: { accountId: id },
      data: { authenticatedAt: new Date(wallTime().getTime() - 16 * 60_000) },
    });
    for (const action of [begin, remove, newCodes]) expect(await post(action)).toEqual({ code: "reauthenticate" });

    browser = new Browser();
    await cameIn(id);
    expect(await post(newCodes)).toBe("done");
    expect(await post(keepCodes, { kept: "yes" })).toBe("done");
    expect(await post(remove)).toBe("done");
    expect(await database.secondFactor.count({ where: { accountId: id } })).toBe(0);
    expect(await database.recoveryCode.count({ where: { accountId: id } })).toBe(0);

    expect((await mailsTo(email)).sort()).toEqual([
      "recovery_codes_new",
      "second_factor_removed",
      "second_factor_set_up",
    ]);
    const written = await database.auditEntry.findMany({ where: { object: `account:${id}` }, orderBy: { seq: "asc" } });
    expect(written.map(({ action }) => action)).toEqual([
      "second_factor_set_up",
      "recovery_codes_new",
      "second_factor_removed",
    ]);
  });

  test("does not have it before it showed a right code, and not with what was shown to somebody else", async () => {
    const [one, other] = [await account(), await account()];
    await cameIn(one.id);
    await post(begin);
    const actor = (await signedIn())?.actor;
    const offer = actor && (await currentOffer(actor));
    const code = codeOf(offer?.secret ?? "");
    expect(await post(confirm, { code })).toMatchObject({ fields: { kept: "validation.keep_codes" } });
    expect(await post(confirm, { code: otherThan(code), kept: "yes" })).toMatchObject({
      fields: { code: "validation.app_code_wrong" },
    });
    await cameIn(other.id);
    expect(await post(confirm, { code, kept: "yes" })).toEqual({ code: "unmet", condition: "set_up_again" });
    expect(await database.secondFactor.count({ where: { accountId: { in: [one.id, other.id] } } })).toBe(0);
  });

  test("finds that the database too takes no step twice and no used code again", async () => {
    const { id } = await account();
    await withApp(id);
    const factor = await database.secondFactor.findUniqueOrThrow({ where: { accountId: id } });
    const back = { where: { accountId: id }, data: { lastStep: factor.lastStep } };
    await expect(database.secondFactor.update(back)).rejects.toThrow();
    await database.recoveryCode.updateMany({ where: { accountId: id }, data: { usedAt: wallTime() } });
    await expect(
      database.recoveryCode.updateMany({ where: { accountId: id }, data: { usedAt: null } }),
    ).rejects.toThrow();
  });
});

describe("staff outside the demonstration", () => {
  test("come in only after an app is set up and given; there is no session before", async () => {
    const { id, email } = await account("staff");
    await outsideTheDemonstration(async () => {
      expect(await post(enter, { email, password })).toBe("→ /en/sign-in/code");
      expect(await post(give, { code: await mailedCode(email) })).toBe("→ /en/sign-in/set-up");
      expect(await signedIn()).toBeNull();
      expect(await database.session.count({ where: { accountId: id } })).toBe(0);

      const secret = (await currentStep())?.setUp?.secret ?? "";
      const code = codeOf(secret, -1);
      expect(await post(setUpFirst, { code: otherThan(code), kept: "yes" })).toMatchObject({ code: "invalid_input" });
      expect(await post(setUpFirst, { code, kept: "yes" })).toBe("→ /en/account");
      expect((await signedIn())?.actor.kind).toBe("staff");
      const written = await database.auditEntry.findMany({ where: { object: `account:${id}` } });
      expect(written.map(({ action }) => action).sort()).toEqual(["second_factor_set_up", "sign_in"]);

      browser = new Browser();
      expect(await post(enter, { email, password })).toBe("→ /en/sign-in/code");
      expect(await post(setUpFirst, { code: codeOf(secret), kept: "yes" })).toMatchObject({ code: "unmet" });
      expect(await post(give, { code: codeOf(secret) })).toBe("→ /en/account");
    });
  });

  test("are strangers at every door with a session that only a password, a mailed code or a click opened", async () => {
    const { id } = await account("staff");
    for (const shown of [null, "mailed_code"] as const) {
      const now = wallTime();
      await giveSession(await transaction((db) => startSession(db, { id, kind: "staff" }, "", shown, now)), now);
      expect(await signedIn()).not.toBeNull();
      await outsideTheDemonstration(async () => {
        expect(await signedIn()).toBeNull();
        expect(await post(begin)).toEqual({ code: "unauthenticated" });
      });
    }
  });

  test("cannot remove their app, and in the demonstration may", async () => {
    const { id } = await account("staff");
    await cameIn(id, "staff");
    await post(begin);
    const actor = (await signedIn())?.actor;
    const offer = actor && (await currentOffer(actor));
    await post(confirm, { code: codeOf(offer?.secret ?? ""), kept: "yes" });
    await outsideTheDemonstration(async () => {
      expect(await post(remove)).toEqual({ code: "unmet", condition: "staff_need_app" });
    });
    expect(await post(remove)).toBe("done");
  });
});
