import { NextRequest } from "next/server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as pulse from "@/lib/data/pulse";
import { proxy } from "./proxy";

function visit(path: string, headers: Record<string, string> = {}) {
  return proxy(new NextRequest(`http://localhost:3000${path}`, { headers }));
}

beforeEach(() => void vi.spyOn(pulse, "isDatabaseThere").mockResolvedValue(true));
afterEach(() => vi.restoreAllMocks());

describe("an address without a language leads to the visitor's", () => {
  test.each([
    ["zh-HK,zh;q=0.9,en;q=0.8", "/zh-Hant/list"],
    ["zh-HK,zh-TW;q=0.9,zh;q=0.8,en-US;q=0.7,en;q=0.6", "/zh-Hant/list"],
    ["en;q=0.5,zh-Hant-HK", "/zh-Hant/list"],
    ["zh,zh-HK;q=0.9", "/zh-Hant/list"],
    ["zh-TW", "/zh-Hant/list"],
    ["zh-MO", "/zh-Hant/list"],
    ["zh-CN,zh;q=0.9", "/zh-Hans/list"],
    ["zh-SG", "/zh-Hans/list"],
    ["zh", "/zh-Hans/list"],
    ["fr,de;q=0.9,zh-CN;q=0.8,en;q=0.1", "/zh-Hans/list"],
    ["en-GB,en;q=0.9", "/en/list"],
    ["fr-FR", "/en/list"],
    ["", "/en/list"],
  ])("%s is sent to %s", async (languages, address) => {
    const answer = await visit("/list?q=architect", { "accept-language": languages });
    expect(answer.status).toBe(307);
    expect(answer.headers.get("location")).toBe(`http://localhost:3000${address}?q=architect`);
  });

  test("what somebody chose goes before what their browser says", async () => {
    const answer = await visit("/list", { "accept-language": "en", cookie: "locale=zh-Hant" });
    expect(answer.headers.get("location")).toBe("http://localhost:3000/zh-Hant/list");
  });
});

describe("every page", () => {
  test("has a content policy with a nonce of its own and nothing unsafe", async () => {
    const policies = (await Promise.all([visit("/en"), visit("/en")])).map(
      (page) => page.headers.get("content-security-policy") ?? "",
    );
    for (const policy of policies) {
      expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{32,}' 'strict-dynamic';/);
      expect(policy).toMatch(/style-src 'self' 'nonce-[\w+/=]{32,}';/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
    }
    expect(policies[0]).not.toBe(policies[1]);
  });

  test("is kept by nobody and has a number to quote", async () => {
    const page = await visit("/en/filings");
    expect(page.headers.get("cache-control")).toBe("private, no-store");
    expect(page.headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
  });

  test("is told which page it is, so that whoever signs in comes back to it in any language", async () => {
    const told = async (path: string) => (await visit(path)).headers.get("x-middleware-request-x-page");
    expect(await told("/zh-Hans/filings/new?entry=hk-arb")).toBe("/filings/new?entry=hk-arb");
    expect(await told("/en")).toBe("/");
  });

  test("believes no number and no nonce that the visitor brings", async () => {
    const page = await visit("/en", { "x-request-id": "mine", "content-security-policy": "script-src *" });
    expect(page.headers.get("x-request-id")).not.toBe("mine");
    expect(page.headers.get("x-middleware-request-content-security-policy")).toContain("'strict-dynamic'");
  });
});

describe("while the database is away", () => {
  // The tests' own settings name a port where nobody listens.
  beforeEach(() => void vi.restoreAllMocks());
  beforeEach(() => void vi.spyOn(console, "error").mockReturnValue());

  test.each([
    ["/en/filings", "en", "Nothing you saved is lost", "Try again"],
    ["/zh-Hant/filings", "zh-Hant", "你已儲存的內容全部保留", "再試一次"],
    ["/zh-Hans/filings", "zh-Hans", "您已保存的内容全部保留", "再试一次"],
  ])("whoever asks for %s is told what is kept and what to do", async (path, locale, kept, again) => {
    const answer = await visit(`${path}?q="&lt;`);
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");

    const page = await answer.text();
    expect(page).toContain(`<html lang="${locale}">`);
    expect(page).toContain(kept);
    expect(page).toContain(`<a href="${path}?q=%22&#38;lt%3B=">${again}</a>`);
    const nonce = /<style nonce="([^"]+)">/.exec(page)?.[1];
    expect(answer.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
  });

  test("an address without a language is answered in the visitor's", async () => {
    expect(await (await visit("/", { "accept-language": "zh-HK" })).text()).toContain('<html lang="zh-Hant">');
    expect(await (await visit("/", { cookie: "locale=zh-Hans" })).text()).toContain('<html lang="zh-Hans">');
  });

  test("a form with script goes on to its own door, which keeps what was typed", async () => {
    expect((await visit("/en/filings", { "next-action": "00" })).status).toBe(200);
  });
});
