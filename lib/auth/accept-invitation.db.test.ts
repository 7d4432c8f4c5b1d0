import { randomUUID } from "node:crypto";
import { TOTP } from "otpauth";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database, transaction } from "@/lib/data/client";
import { insertInvitation } from "@/lib/data/invitations";
import { acceptInvitationSchema } from "@/lib/domain/account/schema";
import { setUpSchema } from "@/lib/domain/account/second-factor";
import type { ActionState } from "@/lib/domain/form";
import { env } from "@/lib/env";
import { linkHash, linkToken } from "@/lib/ports/links";
import { wallTime } from "@/lib/ports/clock";
import { Browser, form } from "@/prisma/testing/browser";
import { openOffice, staff } from "@/prisma/testing/review-office";
import { acceptInvitation } from "./accept-invitation";
import { defineAction } from "./define-action";
import { readSession } from "./read-session";
import { sessionCookie } from "./session-token";
import { currentStep, finishSetUp } from "./sign-in-steps";

let browser: Browser;

vi.mock("next/headers", () => ({
  cookies: () => Promise.resolve(browser.jar),
  headers: () => Promise.resolve(new Headers(browser.headers)),
}));
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next-intl/server", () => ({ getLocale: () => Promise.resolve("en") }));
vi.mock("next/navigation", () => ({
  redirect: (address: string) => {
    throw new Error(`→ ${address}`);
  },
}));

const open = { access: "public", next: ({ to }: { to: string }) => to } as const;
const accept = defineAction(acceptInvitationSchema, acceptInvitation, open);
const setUp = defineAction(setUpSchema, finishSetUp, open);

type Posted = (state: ActionState, data: FormData) => Promise<ActionState>;
async function post(action: Posted, values: Record<string, string> = {}) {
  try {
    const state = await action({ status: "idle" }, form(values));
    return state.status === "refused" ? state.refusal : state.status;
  } catch (redirected) {
    return (redirected as Error).message;
  }
}

const password = "four herons count tides";
let count = 0;
const somebody = () => ({ email: `first.${++count}@office.example`, name: "Fong Ka Yan", grants: ["view_statistics"] });

/** Somebody who holds a link, and what it says. */
async function invited(whom = somebody(), invitedById: string | null = null) {
  const id = randomUUID();
  const token = linkToken("invitation", id);
  const now = wallTime();
  const kept = { id, ...whom, invitedById, tokenHash: linkHash(token), expiresAt: new Date(now.getTime() + 60_000) };
  await transaction((db) => insertInvitation(db, kept, now));
  return { ...whom, token };
}

const signedIn = () => readSession(browser.cookies.get(sessionCookie));

async function setAppUp() {
  const secret = (await currentStep())?.setUp?.secret ?? "";
  return post(setUp, { code: new TOTP({ secret }).generate(), kept: "yes" });
}

beforeAll(openOffice);
beforeEach(() => {
  browser = new Browser();
});

describe("an invitation to become staff", () => {
  test("leads in outside the demonstration: a password of 15 characters, then the app, then the rights that were given", async () => {
    const { email, token } = await invited();
    try {
      env.demo = false;
      expect(await post(accept, { token, password: "four herons" })).toMatchObject({
        fields: { password: "validation.password_short_staff" },
      });
      expect(await post(accept, { token, password })).toBe("→ /en/sign-in/set-up");
      expect(await signedIn()).toBeNull();
      expect(await setAppUp()).toBe("→ /en/admin");
      expect((await signedIn())?.actor).toMatchObject({
        kind: "staff",
        email,
        displayName: "Fong Ka Yan",
        grants: [{ capability: "view_statistics", field: null }],
      });
    } finally {
      env.demo = true;
    }
  });

  test("works once, for an hour, and only the newest", async () => {
    const whom = somebody();
    const [first, second] = [await invited(whom), await invited(whom)];
    expect(await post(accept, { token: first.token, password })).toEqual({ code: "not_found" });
    expect(JSON.stringify(await database.invitation.findMany({ where: { email: whom.email } }))).not.toContain(
      second.token,
    );
    const answers = await Promise.all([
      post(accept, { token: second.token, password }),
      post(accept, { token: second.token, password }),
    ]);
    expect(answers.filter((answer) => typeof answer === "string")).toHaveLength(1);
    expect(await post(accept, { token: second.token, password })).toEqual({ code: "not_found" });

    const late = await invited();
    await database.invitation.updateMany({ where: { email: late.email }, data: { expiresAt: new Date(0) } });
    expect(await post(accept, { token: late.token, password })).toEqual({ code: "not_found" });
    expect(await database.account.count({ where: { email: late.email } })).toBe(0);
  });

  test("to somebody who is staff already sets password and app anew, ends their sessions and leaves their rights", async () => {
    const whom = somebody();
    await post(accept, { token: (await invited(whom)).token, password });
    await setAppUp();
    const before = browser;
    browser = new Browser();
    const again = await invited({ ...whom, grants: ["audit"] });
    expect(await readSession(before.cookies.get(sessionCookie))).not.toBeNull();
    expect(await post(accept, { token: again.token, password: "seven otters read maps" })).toBe("→ /en/sign-in/set-up");
    expect(await readSession(before.cookies.get(sessionCookie))).toBeNull();
    await setAppUp();
    expect((await signedIn())?.actor).toMatchObject({ grants: [{ capability: "view_statistics", field: null }] });
  });

  test("works no more for somebody new once two administrators are there", async () => {
    const { email, token } = await invited();
    for (const name of ["One", "Two"]) await staff(name, ["manage_people"], null);
    expect(await post(accept, { token, password })).toEqual({ code: "not_found" });
    expect(await database.account.count({ where: { email } })).toBe(0);
  });

  test("from an administrator works however many there are, until they look after people no more", async () => {
    for (const name of ["One", "Two"]) await staff(name, ["manage_people"], null);
    const { accountId } = await staff("Three", ["manage_people"], null);
    const { email, token } = await invited({ ...somebody(), grants: [] }, accountId);
    expect(await post(accept, { token, password })).toBe("→ /en/sign-in/set-up");
    await setAppUp();
    expect((await signedIn())?.actor).toMatchObject({ kind: "staff", email, grants: [] });

    browser = new Browser();
    const late = await invited(somebody(), accountId);
    await database.account.update({ where: { id: accountId }, data: { status: "disabled" } });
    expect(await post(accept, { token: late.token, password })).toEqual({ code: "not_found" });
    expect(await database.account.count({ where: { email: late.email } })).toBe(0);
  });
});
