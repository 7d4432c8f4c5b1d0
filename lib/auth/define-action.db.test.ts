import { beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { transaction } from "@/lib/data/client";
import { ok, refuse, type Result } from "@/lib/domain/result";
import type { ActionState } from "@/lib/domain/form";
import { wallTime } from "@/lib/ports/clock";
import { Browser, form } from "@/prisma/testing/browser";
import { professional } from "@/prisma/testing/review-office";
import { defineAction } from "./define-action";
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

const idle: ActionState = { status: "idle" };
const schema = z.strictObject({ word: z.string().min(1, "words.required"), version: z.string().optional() });
const done: string[] = [];

function save(_actor: unknown, { word }: { word: string }): Promise<Result<{ word: string }>> {
  if (word === "refused") return Promise.resolve(refuse({ code: "wrong_status" }));
  done.push(word);
  if (word === "broken") throw new Error("the line broke");
  return new Promise((answer) => setTimeout(() => answer(ok({ word })), 50));
}

const action = defineAction(schema, save, { access: "signed_in", next: ({ word }) => `/words/${word}` });
const staying = defineAction(schema, save, { access: "signed_in" });

async function post(values: Record<string, string>, use = action) {
  try {
    return await use(idle, form(values));
  } catch (error) {
    return (error as Error).message;
  }
}

beforeEach(async () => {
  done.length = 0;
  browser = new Browser();
  const { accountId } = await professional();
  const now = wallTime();
  const session = await transaction((db) => startSession(db, { id: accountId, kind: "professional" }, "", null, now));
  await giveSession(session, now);
});

describe("a door asks first", () => {
  test("where the form was sent from, before anybody is let in", async () => {
    browser.headers = {};
    expect(await post({ word: "a" })).toMatchObject({ status: "refused", refusal: { code: "forbidden" } });
    expect(done).toEqual([]);
  });

  test("who sent it, and keeps what a stranger typed", async () => {
    browser.cookies.clear();
    expect(await post({ word: "a" })).toEqual({
      status: "refused",
      refusal: { code: "unauthenticated" },
      values: { word: "a" },
    });
    expect(done).toEqual([]);
  });

  test("what it says, field by field", async () => {
    expect(await post({ word: "" })).toMatchObject({
      refusal: { code: "invalid_input", fields: { word: "words.required" } },
    });
    expect(await post({ word: "a", role: "staff" })).toMatchObject({ refusal: { code: "invalid_input" } });
    expect(done).toEqual([]);
  });

  test("how often, for all of an account's browsers together", async () => {
    const rare = defineAction(schema, save, {
      access: "signed_in",
      limit: { name: `rare-${Math.random()}`, points: 2, seconds: 60, by: "account" },
    });
    const answers = [await post({ word: "a" }, rare), await post({ word: "b" }, rare), await post({ word: "c" }, rare)];
    expect(answers).toMatchObject([{ status: "done" }, { status: "done" }, { refusal: { code: "too_many_requests" } }]);
    expect(done).toEqual(["a", "b"]);
  });
});

describe("a form that is sent again", () => {
  test("five times at once is done once, and every sending gets the same answer", async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => post({ word: "one", idempotencyKey: "k1" })));
    expect(done).toEqual(["one"]);
    expect(new Set(answers)).toEqual(new Set(["→ /en/words/one"]));
    expect(await post({ word: "one", idempotencyKey: "k1" })).toBe("→ /en/words/one");
    expect(done).toEqual(["one"]);
  });

  test("is answered again where the page stays, too", async () => {
    const once = await post({ word: "stay", idempotencyKey: "k2" }, staying);
    expect(await post({ word: "stay", idempotencyKey: "k2" }, staying)).toEqual(once);
    expect(done).toEqual(["stay"]);
  });

  test("with another answer in it is another command, back and forth", async () => {
    for (const word of ["a", "b", "a"]) await post({ word, idempotencyKey: "k3" });
    expect(done).toEqual(["a", "b", "a"]);
  });

  test("after a refusal is tried again: a refusal did nothing", async () => {
    expect(await post({ word: "refused", idempotencyKey: "k4" })).toMatchObject({ refusal: { code: "wrong_status" } });
    expect(await post({ word: "mended", idempotencyKey: "k4" })).toBe("→ /en/words/mended");
  });

  test("after it broke off half way is not run again blindly", async () => {
    expect(await post({ word: "broken", idempotencyKey: "k5" })).toBe("the line broke");
    expect(await post({ word: "broken", idempotencyKey: "k5" })).toMatchObject({ refusal: { code: "stale" } });
    expect(done).toEqual(["broken"]);
  });

  test("by somebody else with the same key is their own", async () => {
    await post({ word: "mine", idempotencyKey: "k6" });
    browser = new Browser();
    const { accountId } = await professional();
    const now = wallTime();
    await giveSession(
      await transaction((db) => startSession(db, { id: accountId, kind: "professional" }, "", null, now)),
      now,
    );
    await post({ word: "mine", idempotencyKey: "k6" });
    expect(done).toEqual(["mine", "mine"]);
  });

  test("without a key is done each time", async () => {
    await post({ word: "a" });
    await post({ word: "a" });
    expect(done).toEqual(["a", "a"]);
  });
});
