import { beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { database, transaction } from "@/lib/data/client";
import { ok } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import { Browser, form } from "@/prisma/testing/browser";
import { professional } from "@/prisma/testing/review-office";
import { defineAction } from "./define-action";
import { resumedPost, waitsFor } from "./kept-post";
import { giveSession, startSession } from "./session-cookies";

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
// One request is one page here: nothing is remembered from the one before.
vi.mock("react", async (original) => ({ ...(await original()), cache: (read: unknown) => read }));

const page = "/filings/7/hearing";
const save = defineAction(
  z.strictObject({ statement: z.string(), password: z.string().optional(), code: z.string().optional() }),
  () => Promise.resolve(ok(null)),
  { access: "signed_in" },
);

async function post(values: Record<string, string>): Promise<unknown> {
  try {
    return await save({ status: "idle" }, form(values));
  } catch (error) {
    return (error as Error).message;
  }
}

let account: string;

async function signIn(accountId: string): Promise<void> {
  const now = wallTime();
  const session = await transaction((db) => startSession(db, { id: accountId, kind: "professional" }, "", null, now));
  await giveSession(session, now);
}

/** So long ago that the session has run out. */
const leaveAlone = () =>
  database.session.updateMany({
    where: { accountId: account },
    data: { lastSeenAt: new Date("2020-01-01T00:00:00Z") },
  });

beforeEach(async () => {
  browser = new Browser();
  browser.headers["x-page"] = page;
  account = (await professional()).accountId;
  await signIn(account);
});

describe("a form posted without script after its session ran out", () => {
  test("leads to sign in, and its words stand in it again until it is sent anew", async () => {
    await leaveAlone();
    expect(await post({ statement: "It is proven." })).toBe(
      `→ /en/sign-in?${new URLSearchParams({ next: page, ended: "1" })}`,
    );
    expect(await resumedPost()).toBeNull();
    await signIn(account);
    expect(await resumedPost()).toEqual({ page, values: { statement: "It is proven." } });

    browser.headers["x-page"] = "/filings";
    expect(await resumedPost()).toBeNull();
    browser.headers["x-page"] = page;
    expect(await post({ statement: "It is proven." })).toEqual({ status: "done" });
    expect(await resumedPost()).toBeNull();
    expect(await database.keptPost.count({ where: { accountId: account } })).toBe(0);
  });

  test("is sealed, without passwords and codes, and for an hour only", async () => {
    await leaveAlone();
    await post({ statement: "It is proven.", password: "harbour ferry", code: "123456" });
    const kept = await database.keptPost.findUniqueOrThrow({ where: { accountId: account } });
    expect(Buffer.from(kept.sealed).toString()).not.toContain("proven");
    await signIn(account);
    expect((await resumedPost())?.values).toEqual({ statement: "It is proven." });
    const before = new Date(wallTime().getTime() - waitsFor * 1000);
    await database.keptPost.update({ where: { accountId: account }, data: { keptAt: before } });
    expect(await resumedPost()).toBeNull();
  });

  test("is nobody else's: not of another account, nor in another browser", async () => {
    await leaveAlone();
    await post({ statement: "It is proven." });
    const desk = browser.cookies;
    await signIn((await professional("黃小玲")).accountId);
    expect(await resumedPost()).toBeNull();
    browser = new Browser();
    browser.headers["x-page"] = page;
    await signIn(account);
    expect(await resumedPost()).toBeNull();
    expect(desk.has("words")).toBe(true);
  });

  test("is refused where it stands when script sent it, or nobody knows whose it was, or it is too long", async () => {
    const refused = { status: "refused", refusal: { code: "unauthenticated" } };
    await leaveAlone();
    expect(await post({ statement: "x".repeat(64_000) })).toMatchObject(refused);
    browser.headers["next-action"] = "a";
    expect(await post({ statement: "Here." })).toMatchObject(refused);
    delete browser.headers["next-action"];
    browser.cookies.clear();
    expect(await post({ statement: "Here." })).toMatchObject(refused);
    expect(await database.keptPost.count({ where: { accountId: account } })).toBe(0);
  });
});
