import { NextRequest } from "next/server";
import { describe, expect, test } from "vitest";
import { proxy } from "./proxy";

function visit(path: string, headers: Record<string, string> = {}) {
  return proxy(new NextRequest(`http://localhost:3000${path}`, { headers }));
}

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
  ])("%s is sent to %s", (languages, address) => {
    const answer = visit("/list?q=architect", { "accept-language": languages });
    expect(answer.status).toBe(307);
    expect(answer.headers.get("location")).toBe(`http://localhost:3000${address}?q=architect`);
  });

  test("what somebody chose goes before what their browser says", () => {
    const answer = visit("/list", { "accept-language": "en", cookie: "locale=zh-Hant" });
    expect(answer.headers.get("location")).toBe("http://localhost:3000/zh-Hant/list");
  });
});

describe("every page", () => {
  test("has a content policy with a nonce of its own and nothing unsafe", () => {
    const policies = [visit("/en"), visit("/en")].map((page) => page.headers.get("content-security-policy") ?? "");
    for (const policy of policies) {
      expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{32,}' 'strict-dynamic';/);
      expect(policy).toMatch(/style-src 'self' 'nonce-[\w+/=]{32,}';/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
    }
    expect(policies[0]).not.toBe(policies[1]);
  });

  test("is kept by nobody and has a number to quote", () => {
    const page = visit("/en/filings");
    expect(page.headers.get("cache-control")).toBe("private, no-store");
    expect(page.headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
  });

  test("is told which page it is, so that whoever signs in comes back to it in any language", () => {
    const told = (path: string) => visit(path).headers.get("x-middleware-request-x-page");
    expect(told("/zh-Hans/filings/new?entry=hk-arb")).toBe("/filings/new?entry=hk-arb");
    expect(told("/en")).toBe("/");
  });

  test("believes no number and no nonce that the visitor brings", () => {
    const page = visit("/en", { "x-request-id": "mine", "content-security-policy": "script-src *" });
    expect(page.headers.get("x-request-id")).not.toBe("mine");
    expect(page.headers.get("x-middleware-request-content-security-policy")).toContain("'strict-dynamic'");
  });
});
