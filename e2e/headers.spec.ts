import { request, type APIRequestContext, type APIResponse } from "@playwright/test";
import { locales } from "@/lib/i18n/locales";
import { expect, test } from "./fixtures";
import { architect } from "./professional";

const html = { accept: "text/html" };

/** Public pages, a page nobody has, an address in no language of ours, and things that name nothing. */
const pages = [
  ...locales.flatMap((locale) => [
    `/${locale}`,
    `/${locale}/list`,
    `/${locale}/list/${architect}`,
    `/${locale}/nowhere`,
  ]),
  "/en/register",
  "/en/verify/0000-0000",
  "/en/sign-in",
  "/en/demo/mailbox",
  "/fr/list",
  "/nowhere",
];
const others = ["/api/health", "/api/ready", "/api/open/list", "/api/nowhere", "/icon.svg", "/_next/static/nowhere.js"];

test("every answer says to browsers what they may not do with it", async ({ request: visitor }) => {
  for (const path of [...pages, ...others]) {
    const answer = await visitor.get(path, { headers: html, maxRedirects: 0 });
    const headers = answer.headers();
    expect(headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "strict-transport-security": "max-age=31536000; includeSubDomains",
    });
    expect(headers["permissions-policy"], path).toContain("camera=()");
    expect(headers, path).not.toHaveProperty("x-powered-by");
    expect(headers, path).not.toHaveProperty("access-control-allow-origin");
  }
});

test("every page, 404 included, runs only scripts that carry its own nonce, and has no inline style", async ({
  request: visitor,
}) => {
  const nonces = new Set<string>();
  for (const path of pages) {
    const answer = await visitor.get(path, { headers: html });
    nonces.add(await expectStrictPage(answer, path));
  }
  expect(nonces.size).toBe(pages.length);
});

test("pages of people are kept by no cache, and have no inline style either", async ({ as }) => {
  const own = {
    "chan.taiman": ["/en/filings", "/en/filings/new", "/en/account", "/zh-Hant/nowhere"],
    "lee.kafai": ["/en/review?lane=all", "/zh-Hans/review/second-check"],
    "cheung.waiman": ["/en/admin", "/zh-Hant/admin/rows/registered"],
  } as const;
  for (const [person, paths] of Object.entries(own) as [keyof typeof own, readonly string[]][]) {
    const { page } = await as(person);
    for (const path of paths) await expectStrictPage(await page.request.get(path, { headers: html }), path);
  }
});

test("whatever nonsense is sent, the app says that it is not found or not right, and never breaks", async ({
  as,
  baseURL,
}) => {
  const { page } = await as("chan.taiman");
  const nobody = await request.newContext({ ...(baseURL && { baseURL }) });
  const strange = ["%00", "..%2f..%2fetc%2fpasswd", "'%20OR%201=1", "-1", "9".repeat(400), "%F0%9F%92%A9"];
  const rooms = "list register verify filings registrations review demo/mailbox admin/rows".split(" ");
  const places = [...rooms.map((room) => `/en/${room}/`), "/api/documents/", "/api/registrations/"];
  for (const place of places) {
    for (const word of strange) await expectCalm([nobody, page.request], place + word);
  }
  // Half a character: an address that nobody can read.
  for (const room of rooms) await expectCalm([nobody, page.request], `/en/${room}/%E0%A4%A`);

  const queries = [
    ...["list?q=a&q=b", "list?page=-1&page=x", "list?field[]=construction", "list?page=1e9", "list?q=%00"],
    ...["register?q=a&q=b", "register?field=nothing&after=nowhere", `register?q=${"a".repeat(5000)}`],
    ...["sign-in?next=https://elsewhere.example&next=//elsewhere.example", "filings/new?entry=a&entry=b"],
    ...["demo/mailbox?to=a&to=b&before=x", "admin?sort=a&sort=b", "review?lane=x&after=%00"],
  ].map((query) => `/en/${query}`);
  for (const path of queries) await expectCalm([nobody, page.request], path);
  await nobody.dispose();
});

test("ten megabytes of nonsense are refused wherever they are sent", async ({ as, baseURL }) => {
  const { page } = await as("chan.taiman");
  const origin = String(baseURL);
  const data = Buffer.alloc(10 * 1024 * 1024, "nonsense ");
  const upload = "/api/filings/3f0c8f5e-3b55-4b7e-9f6c-0a9c1f0e5d11/documents";
  for (const door of ["/api/csp-report", upload, "/en/sign-in", "/en/list"]) {
    for (const kind of ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
      const headers = { origin, "content-type": kind };
      const answer = await page.request.post(door, { headers, data, maxRedirects: 0 });
      expect(answer.status(), `${door} ${kind}`).toBeLessThan(500);
    }
  }
  expect((await page.request.get("/api/health")).status()).toBe(200);
});

async function expectStrictPage(answer: APIResponse, path: string): Promise<string> {
  const headers = answer.headers();
  // The framework says more of it on its 404 page.
  expect(headers["cache-control"], path).toMatch(/^private, (no-cache, )?no-store/);
  const policy = Object.fromEntries(
    (headers["content-security-policy"] ?? "")
      .split("; ")
      .map((it) => [it.slice(0, it.indexOf(" ")), it.slice(it.indexOf(" ") + 1)]),
  );
  const nonce = /'nonce-([\w+/=-]+)'/.exec(policy["script-src"] ?? "")?.[1] ?? "";
  expect(nonce.length, path).toBeGreaterThan(15);
  expect(policy, path).toMatchObject({
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src": `'self' 'nonce-${nonce}'`,
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  });

  const text = await answer.text();
  expect(text.match(/<[a-z][^>]*\sstyle=/gi), path).toBeNull();
  expect(text.match(/<[a-z][^>]*\son[a-z]+=/gi), path).toBeNull();
  const scripts = text.match(/<script\b[^>]*>/g) ?? [];
  expect(
    scripts.filter((script) => !script.includes(`nonce="${nonce}"`)),
    path,
  ).toEqual([]);
  return nonce;
}

async function expectCalm(visitors: readonly APIRequestContext[], path: string) {
  for (const visitor of visitors) {
    const answer = await visitor.get(path, { headers: html, maxRedirects: 0 });
    expect.soft(answer.status(), path).toBeLessThan(500);
    expect.soft(answer.headers()["location"] ?? "", path).not.toContain("elsewhere.example");
  }
}
