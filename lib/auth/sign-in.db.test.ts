import { beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "@/lib/data/client";
import { settleMail } from "@/lib/data/mailbox";
import type { ActionState } from "@/lib/domain/form";
import { env } from "@/lib/env";
import { hashPassword } from "@/lib/ports/password";
import { Browser, form } from "@/prisma/testing/browser";
import { changePasswordSchema, confirmSchema, signInSchema, signUpSchema } from "@/lib/domain/account/schema";
import { giveCodeSchema } from "@/lib/domain/account/second-factor";
import { demonstrationSignInSchema } from "@/lib/domain/account/demonstration";
import { changePassword } from "./change-password";
import { defineAction } from "./define-action";
import { readSession } from "./read-session";
import { deviceCookie } from "./known-devices";
import { signIn, signInToDemonstration } from "./sign-in";
import { giveCode } from "./sign-in-steps";
import { confirmCode, requestCode } from "./sign-up";
import { sessionCookie } from "./session-token";

let browser: Browser;

vi.mock("next/headers", () => ({
  cookies: () => Promise.resolve(browser.jar),
  headers: () => Promise.resolve(new Headers(browser.headers)),
}));
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next-intl/server", () => ({ getLocale: () => Promise.resolve("zh-Hant") }));
vi.mock("next/navigation", () => ({
  redirect: (address: string) => {
    throw new Error(`→ ${address}`);
  },
  notFound: () => {
    throw new Error("→ 404");
  },
}));

const signUp = defineAction(signUpSchema, requestCode, { access: "public", next: () => "/sign-up/code" });
const confirm = defineAction(confirmSchema, confirmCode, { access: "public", next: ({ to }) => to });
const enter = defineAction(signInSchema, signIn, { access: "public", next: ({ to }) => to });
const give = defineAction(giveCodeSchema, giveCode, { access: "public", next: ({ to }) => to });
const change = defineAction(changePasswordSchema, changePassword, { access: "signed_in" });
const click = defineAction(demonstrationSignInSchema, signInToDemonstration, {
  access: "demonstration",
  next: ({ to }) => to,
});

type Posted = (state: ActionState, data: FormData) => Promise<ActionState>;
/** Posts a form and tells where it leads, or why it was refused. */
async function post(action: Posted, values: Record<string, string>) {
  try {
    const state = await action({ status: "idle" }, form(values));
    return state.status === "refused" ? state.refusal : state.status;
  } catch (redirected) {
    return (redirected as Error).message;
  }
}

/** Signs in with a password, and where this browser is not known yet also with the code that is mailed. */
async function comeIn(values: { email: string; password: string; next?: string }) {
  const way = await post(enter, values);
  return way === "→ /zh-Hant/sign-in/code" ? post(give, { code: await mailedCode(values.email) }) : way;
}

const signedIn = () => readSession(browser.cookies.get(sessionCookie));

/** The code of the newest mail to an address, read in the mailbox. */
async function mailedCode(email: string): Promise<string> {
  const mail = await database.mail.findFirstOrThrow({
    where: { email, template: { in: ["mailed_code", "sign_in_code"] } },
    orderBy: { dedupeKey: "desc" },
  });
  await settleMail(database, mail.id, "sent", new Date("2026-11-23T02:00:00Z"));
  return String((mail.params as { code: string }).code);
}

let count = 0;
const somebody = () => `somebody.${++count}@example.com`;
const password = "a heron walks slowly";

async function account(kind: "professional" | "staff" = "professional", email = somebody()) {
  const { id } = await database.account.create({
    data: {
      kind,
      email,
      locale: "en",
      passwordHash: await hashPassword(password),
      ...(kind === "staff" ? { displayName: "Lee" } : { person: { create: {} } }),
    },
    select: { id: true },
  });
  return { id, email };
}

beforeEach(() => {
  browser = new Browser();
});

describe("signing up", () => {
  test("a mailed code and a password make an account, sign in, and lead back to where one came from", async () => {
    const email = somebody();
    expect(await post(signUp, { email: ` ${email.toUpperCase()} `, next: "/filings/new" })).toBe(
      "→ /zh-Hant/sign-up/code",
    );
    expect(await database.account.count({ where: { email } })).toBe(0);

    const code = await mailedCode(email);
    expect(code).toMatch(/^\d{6}$/);
    expect(await post(confirm, { code: `${code.slice(0, 3)} ${code.slice(3)}`, password })).toBe(
      "→ /zh-Hant/filings/new",
    );

    expect((await signedIn())?.actor).toMatchObject({ kind: "professional", email });
    expect(await database.account.findUnique({ where: { email } })).toMatchObject({
      kind: "professional",
      locale: "zh_Hant",
    });
    expect([...browser.cookies.keys()]).toEqual([sessionCookie, deviceCookie]);
  });

  test("nothing tells a known address from an unknown one: the same page, the same mail, the same rows", async () => {
    const known = await account();
    const strangers = somebody();
    const seen = [];
    for (const email of [known.email, strangers]) {
      browser = new Browser();
      const answer = await post(signUp, { email, next: "" });
      const [mail] = await database.mail.findMany({
        where: { email },
        omit: { id: true, dedupeKey: true, email: true, createdAt: true, params: true },
      });
      const codes = await database.mailedCode.count({ where: { email } });
      seen.push({ answer, mail, codes, cookies: [...browser.cookies.keys()] });
    }
    expect(seen[0]).toEqual(seen[1]);
  });

  test("a code works once, in time, for five tries, and only the newest of them", async () => {
    const email = somebody();
    await post(signUp, { email });
    const first = await mailedCode(email);
    await post(signUp, { email });
    const code = await mailedCode(email);
    const wrong = { code: "invalid_input", fields: { code: "validation.code_wrong" } };
    if (first !== code) expect(await post(confirm, { code: first, password })).toEqual(wrong);

    const other = code === "000000" ? "000001" : "000000";
    for (let tries = first === code ? 0 : 1; tries < 5; tries++)
      expect(await post(confirm, { code: other, password })).toEqual(wrong);
    expect(await post(confirm, { code, password })).toEqual(wrong);

    await post(signUp, { email });
    const third = await mailedCode(email);
    await database.mailedCode.updateMany({ where: { email }, data: { expiresAt: new Date("2020-01-01T00:00:00Z") } });
    expect(await post(confirm, { code: third, password })).toEqual(wrong);
    expect(await database.account.count({ where: { email } })).toBe(0);
  });

  test("a code is not readable where it is kept, and leaves its mail once it was used", async () => {
    const email = somebody();
    await post(signUp, { email });
    const code = await mailedCode(email);
    const kept = await database.mailedCode.findFirstOrThrow({ where: { email } });
    expect(JSON.stringify(kept)).not.toContain(code);
    await post(confirm, { code, password });
    expect(await database.mail.findFirstOrThrow({ where: { email } })).toMatchObject({ params: {} });
    expect(await post(confirm, { code, password })).toMatchObject({ fields: { code: "validation.code_wrong" } });
  });

  test("a code is of no use without the browser that asked for it", async () => {
    const email = somebody();
    await post(signUp, { email });
    const code = await mailedCode(email);
    browser = new Browser();
    expect(await post(confirm, { code, password })).toMatchObject({ fields: { code: "validation.code_wrong" } });
  });

  test("two who confirm at the same moment make one account", async () => {
    const email = somebody();
    await post(signUp, { email });
    const code = await mailedCode(email);
    const answers = await Promise.all([post(confirm, { code, password }), post(confirm, { code, password })]);
    expect(answers.filter((answer) => typeof answer === "string")).toHaveLength(1);
    expect(await database.account.count({ where: { email } })).toBe(1);
  });

  test("a well-known password is refused without using the code up", async () => {
    const email = somebody();
    await post(signUp, { email });
    const code = await mailedCode(email);
    expect(await post(confirm, { code, password: "qianhai2026!!" })).toMatchObject({
      fields: { password: "validation.password_common" },
    });
    expect(await post(confirm, { code, password })).toBe("→ /zh-Hant/filings");
  });

  test("a forgotten password is set anew the same way, and ends every session of before", async () => {
    const { email } = await account();
    await comeIn({ email, password });
    const elsewhere = browser;
    browser = new Browser();
    await post(signUp, { email });
    expect(await post(confirm, { code: await mailedCode(email), password: "two otters read maps" })).toBe(
      "→ /zh-Hant/filings",
    );
    expect(await readSession(elsewhere.cookies.get(sessionCookie))).toBeNull();
    expect(await signedIn()).not.toBeNull();

    browser = new Browser();
    expect(await comeIn({ email, password })).toMatchObject({ fields: { password: "validation.sign_in" } });
    expect(await comeIn({ email, password: "two otters read maps" })).toBe("→ /zh-Hant/filings");
  });

  test("a disabled account is not brought back by a code", async () => {
    const { id, email } = await account();
    await database.account.update({ where: { id }, data: { status: "disabled" } });
    await post(signUp, { email });
    expect(await post(confirm, { code: await mailedCode(email), password })).toMatchObject({
      fields: { code: "validation.code_wrong" },
    });
    expect(await signedIn()).toBeNull();
  });

  test("one address is mailed a few codes an hour, no more", async () => {
    const email = somebody();
    const answers = [];
    for (let times = 0; times < 8; times++) answers.push(await post(signUp, { email }));
    expect(answers.slice(0, 6).every((answer) => answer === "→ /zh-Hant/sign-up/code")).toBe(true);
    expect(answers.slice(6)).toEqual([{ code: "too_many_requests" }, { code: "too_many_requests" }]);
    expect(await database.mail.count({ where: { email } })).toBe(6);
  });
});

describe("signing in", () => {
  test("unknown, mistaken and disabled get one answer, and the right password lets in", async () => {
    const { email } = await account();
    const disabled = await account();
    await database.account.update({ where: { id: disabled.id }, data: { status: "disabled" } });
    const refused = { code: "invalid_input", fields: { password: "validation.sign_in" } };
    expect(await comeIn({ email: somebody(), password })).toEqual(refused);
    expect(await comeIn({ email, password: "a heron walks quickly" })).toEqual(refused);
    expect(await comeIn({ email: disabled.email, password })).toEqual(refused);
    expect(await comeIn({ email, password: ` ${password}` })).toEqual(refused);
    expect(browser.cookies.size).toBe(0);
    expect(await comeIn({ email, password })).toBe("→ /zh-Hant/filings");
  });

  test("an account without a password opens to none", async () => {
    const { id, email } = await account();
    await database.account.update({ where: { id }, data: { passwordHash: null } });
    expect(await comeIn({ email, password: "nobody's password" })).toMatchObject({ code: "invalid_input" });
    expect(await comeIn({ email, password: "nobody's" })).toMatchObject({ code: "invalid_input" });
  });

  test("gives a new session each time and ends the one this browser had", async () => {
    const { email } = await account();
    await comeIn({ email, password });
    const former = browser.cookies.get(sessionCookie);
    await comeIn({ email, password });
    expect(browser.cookies.get(sessionCookie)).not.toBe(former);
    expect(await readSession(former)).toBeNull();
    expect(await signedIn()).not.toBeNull();
  });

  test("from one place is slowed down after ten mistakes, even with the right password", async () => {
    const { email } = await account();
    for (let mistake = 0; mistake < 10; mistake++) await comeIn({ email, password: "not this one, no" });
    expect(await comeIn({ email, password })).toEqual({ code: "too_many_requests" });
  });

  test("leads to no other site", async () => {
    const { email } = await account();
    expect(await comeIn({ email, password, next: "//elsewhere.example/" })).toBe("→ /zh-Hant/filings");
  });

  test("does nothing for a form that another site posted", async () => {
    const { email } = await account();
    browser.headers = { origin: "https://elsewhere.example" };
    expect(await comeIn({ email, password })).toEqual({ code: "forbidden" });
    expect(browser.cookies.size).toBe(0);
  });

  test("staff come in without a second factor in the demonstration only, and the demonstration's people nowhere else", async () => {
    const lee = await account("staff", "lee.kafai@demo.example");
    await account("staff", "mak.lokyan@demo.example");
    await database.account.update({ where: { email: "mak.lokyan@demo.example" }, data: { status: "disabled" } });
    try {
      env.demo = false;
      expect(await post(enter, { email: lee.email, password })).toBe("→ /zh-Hant/sign-in/code");
      expect(await post(click, { email: lee.email })).toEqual({ code: "not_found" });
      expect(await signedIn()).toBeNull();
    } finally {
      env.demo = true;
    }
    expect(await post(click, { email: lee.email })).toBe("→ /zh-Hant/account");
    expect(await post(click, { email: "mak.lokyan@demo.example" })).toEqual({
      code: "unmet",
      condition: "account_disabled",
    });
    expect(await post(click, { email: "somebody@example.com" })).toMatchObject({ code: "invalid_input" });
  });
});

describe("the owner of an account hears by mail", () => {
  const mailsTo = (email: string) =>
    database.mail.findMany({
      where: { email, template: { not: "sign_in_code" } },
      orderBy: { id: "asc" },
      select: { template: true, params: true },
    });
  const on = (device: string) => ({ ...browser.headers, "user-agent": device });
  const phone = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36";
  const laptop = "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) AppleWebKit/605.1.15 Version/17.0 Safari/605.1.15";

  test("of the fifth mistake within a quarter of an hour, once a day, and a stranger's address hears nothing", async () => {
    const { email } = await account();
    const nobodys = somebody();
    for (let mistake = 1; mistake <= 8; mistake++) {
      for (const tried of [email, nobodys]) await comeIn({ email: tried, password: "not this one, no" });
      expect(await mailsTo(email)).toHaveLength(mistake < 5 ? 0 : 1);
    }
    expect(await mailsTo(email)).toEqual([{ template: "sign_in_refused", params: {} }]);
    expect(await mailsTo(nobodys)).toEqual([]);
  });

  test("nothing of a few mistakes before the right password, however often", async () => {
    const { email } = await account();
    for (let visit = 0; visit < 3; visit++) {
      for (let mistake = 0; mistake < 3; mistake++) await comeIn({ email, password: "not this one, no" });
      await comeIn({ email, password });
    }
    expect(await mailsTo(email)).toEqual([]);
  });

  test("of a sign-in on a device that was never used before, and not of the first one or a known one", async () => {
    const { email } = await account();
    browser.headers = on(phone);
    for (let visit = 0; visit < 2; visit++) await comeIn({ email, password });
    expect(await mailsTo(email)).toEqual([]);

    browser = new Browser();
    browser.headers = on(laptop);
    for (let visit = 0; visit < 2; visit++) await comeIn({ email, password });
    expect(await mailsTo(email)).toEqual([{ template: "new_device", params: { device: "Safari · macOS" } }]);
  });
});

describe("changing the password", () => {
  test("asks for the present one, ends every other session and keeps this one", async () => {
    const { email } = await account();
    await comeIn({ email, password });
    const elsewhere = browser.cookies.get(sessionCookie);
    browser = new Browser();
    await comeIn({ email, password });

    const next = "two otters read maps";
    expect(await post(change, { currentPassword: "not this one, no", password: next })).toMatchObject({
      fields: { currentPassword: "validation.password_current" },
    });
    expect(await post(change, { currentPassword: password, password: next })).toBe("done");
    expect(await readSession(elsewhere)).toBeNull();
    expect(await signedIn()).not.toBeNull();
    expect(await comeIn({ email, password: next })).toBe("→ /zh-Hant/filings");
  });
});
