import { NextRequest } from "next/server";
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { database, pool, transaction } from "@/lib/data/client";
import { isDatabaseAway } from "@/lib/data/away";
import { ok } from "@/lib/domain/result";
import { Browser, form } from "@/prisma/testing/browser";
import { defineAction } from "./define-action";
import { defineRoute } from "./define-route";

// The tests' own settings name a port where nobody listens: here every question to the database is refused.
let browser: Browser;

vi.mock("next/headers", () => ({
  cookies: () => Promise.resolve(browser.jar),
  headers: () => Promise.resolve(new Headers(browser.headers)),
}));
vi.mock("next-intl/server", async () => {
  const { createTranslator } = await import("next-intl");
  const { messagesIn } = await import("@/lib/i18n/messages");
  return {
    getLocale: () => Promise.resolve("zh-Hant"),
    getTranslations: ({ locale }: { locale: "en" }) =>
      Promise.resolve(createTranslator({ locale, messages: messagesIn(locale), namespace: "errors" })),
  };
});

beforeEach(() => void (browser = new Browser()));

const visit = (route: ReturnType<typeof defineRoute>, headers: Record<string, string> = {}) =>
  route(new NextRequest("http://localhost:3000/api/papers", { headers }), { params: Promise.resolve({}) });

describe("while the database is away", () => {
  test("an address answers that it will be back, in the visitor's language, and to a program in its own", async () => {
    const papers = defineRoute({ access: "public" }, () => Promise.resolve(new Response("a paper")));
    const answer = await visit(papers, { cookie: "locale=zh-Hant" });
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("10");
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(await answer.text()).toContain("你已儲存的內容全部保留");

    const told = await visit(papers, { accept: "application/json" });
    expect(await told.json()).toEqual({ ok: false, refusal: { code: "unavailable" } });
  });

  test("what needs no database goes on", async () => {
    const alive = defineRoute({ access: "public", clock: "wall" }, () => Promise.resolve(new Response("alive")));
    expect((await visit(alive)).status).toBe(200);
  });

  test("a form keeps what was typed and says that it will be back", async () => {
    const save = vi.fn(() => Promise.resolve(ok(null)));
    const action = defineAction(z.strictObject({ word: z.string() }), save, { access: "public" });
    expect(await action({ status: "idle" }, form({ word: "建築師" }))).toEqual({
      status: "refused",
      refusal: { code: "unavailable" },
      values: { word: "建築師" },
    });
    expect(save).not.toHaveBeenCalled();
  });

  test("an accident of another kind stays an accident", async () => {
    const broken = defineRoute({ access: "public", clock: "wall" }, () => Promise.reject(new Error("a bug")));
    await expect(visit(broken)).rejects.toThrow("a bug");
  });

  test.each([
    ["a read", () => database.account.count()],
    ["a statement", () => pool.query("SELECT 1")],
    ["raw SQL", () => database.$queryRaw`SELECT 1`],
    ["a transaction", () => transaction((db) => db.account.count())],
  ])("%s tells so", async (_what, ask) => {
    const error: unknown = await ask().catch((accident: unknown) => accident);
    expect(isDatabaseAway(error)).toBe(true);
  });
});

test.each([
  ["a server that is going down", { code: "57P01" }, true],
  ["a server that has no room", { meta: { driverAdapterError: { cause: { kind: "TooManyConnections" } } } }, true],
  ["a line that was cut", new Error("Connection terminated unexpectedly"), true],
  ["a row that is there already", { code: "P2002", meta: { target: ["email"] } }, false],
  ["a mistake of ours", new TypeError("Cannot read properties of undefined"), false],
  ["nothing at all", undefined, false],
])("%s is told apart from other accidents", (_what, error, isAway) => {
  expect(isDatabaseAway(error)).toBe(isAway);
});
