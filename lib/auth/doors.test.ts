import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Person, Professional, Staff } from "@/lib/domain/actor";
import { env } from "@/lib/env";
import { connectionHeader, noteConnections } from "@/lib/ports/connection";
import { admit, type Access, type Visitor } from "./access";
import { isFromOurPages } from "./origin";
import { withoutCarried } from "@/lib/domain/form-problems";
import { parse, typedAgain } from "./parse";
import {
  newSessionId,
  openProgress,
  openSession,
  sealProgress,
  sealSession,
  sessionCookie,
  sessionKey,
} from "./session-token";
import { networkOf } from "./visitor";

const chan: Professional = { kind: "professional", accountId: "a", personId: "p", email: "chan@example.com" };
const staff = (grants: Staff["grants"]): Staff => ({
  kind: "staff",
  accountId: "s",
  personId: null,
  displayName: "Lee",
  email: "lee@example.com",
  grants,
});
const lee = staff([{ capability: "examine", field: "construction" }]);
const cheung = staff([{ capability: "view_statistics", field: null }]);
const nobodyYet = staff([]);
// A right without the field it needs is no right.
const boundless = staff([{ capability: "examine", field: null }]);

describe("a request counts as sent by our own pages", () => {
  const asked = (headers: Record<string, string>) => isFromOurPages(new Headers(headers));

  test("when the browser says so in either way", () => {
    expect(asked({ origin: env.origin })).toBe(true);
    expect(asked({ "sec-fetch-site": "same-origin" })).toBe(true);
  });

  test("and not when it says nothing, or names another site, a sibling or a host of its own choosing", () => {
    expect(asked({})).toBe(false);
    expect(asked({ origin: "https://elsewhere.example" })).toBe(false);
    expect(asked({ origin: "null" })).toBe(false);
    expect(asked({ "sec-fetch-site": "same-site" })).toBe(false);
    expect(asked({ "sec-fetch-site": "none" })).toBe(false);
    expect(asked({ origin: "https://elsewhere.example", host: "elsewhere.example" })).toBe(false);
    expect(asked({ origin: `${env.origin}.elsewhere.example` })).toBe(false);
  });
});

describe("a door lets in", () => {
  const visit = (actor: Person | null): Visitor => ({ network: "direct", device: "", locale: "en", actor });
  const answers = (access: Access) =>
    [null, chan, lee, cheung, nobodyYet, boundless].map((actor) => {
      const admitted = admit(access, visit(actor));
      return admitted.ok ? "in" : admitted.refusal.code;
    });

  test.each<[Access, string[]]>([
    ["public", ["in", "in", "in", "in", "in", "in"]],
    ["signed_in", ["unauthenticated", "in", "in", "in", "in", "in"]],
    ["professional", ["unauthenticated", "in", "not_found", "not_found", "not_found", "not_found"]],
    ["staff", ["unauthenticated", "not_found", "in", "in", "in", "in"]],
    ["read_queue", ["unauthenticated", "not_found", "in", "not_found", "not_found", "not_found"]],
    ["view_statistics", ["unauthenticated", "not_found", "not_found", "in", "not_found", "not_found"]],
    ["read_audit", ["unauthenticated", "not_found", "not_found", "not_found", "not_found", "not_found"]],
  ])(
    "for %s: strangers, professionals, reviewers, administrators, staff without rights, staff without a field",
    (access, expected) => {
      expect(answers(access)).toEqual(expected);
    },
  );

  test("nobody to the demonstration's rooms where there is none", () => {
    const was = env.demo;
    try {
      env.demo = false;
      expect(new Set(answers("demonstration"))).toEqual(new Set(["not_found"]));
      env.demo = true;
      expect(new Set(answers("demonstration"))).toEqual(new Set(["in"]));
    } finally {
      env.demo = was;
    }
  });
});

describe("where a visitor comes from", () => {
  const from = (forwarded: string, proxies: number) => {
    const was = env.trustedProxies;
    env.trustedProxies = proxies;
    try {
      return networkOf(new Headers({ "x-forwarded-for": forwarded }));
    } finally {
      env.trustedProxies = was;
    }
  };

  test("is what our own proxy added, whatever was written before it", () => {
    expect(from("203.0.113.9", 1)).toBe("203.0.113.9");
    expect(from("1.1.1.1, 2.2.2.2, 203.0.113.9", 1)).toBe("203.0.113.9");
    expect(from("1.1.1.1, 203.0.113.9, 10.0.0.1", 2)).toBe("203.0.113.9");
  });

  test("is not believed where no proxy stands before us, or too few hops are named", () => {
    expect(from("1.1.1.1", 0)).toBe("direct");
    expect(from("1.1.1.1", 2)).toBe("direct");
  });

  test("is where the connection comes from, where no proxy stands before us", async () => {
    noteConnections();
    const server = createServer((request, response) => {
      response.end(networkOf(new Headers(request.headers as Record<string, string>)));
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const { port } = server.address() as AddressInfo;
    const headers = { "x-forwarded-for": "1.1.1.1", [connectionHeader]: "2.2.2.2" };
    const answer = await fetch(`http://127.0.0.1:${port}`, { headers });
    expect(await answer.text()).toBe("127.0.0.1");
    server.close();
  });

  test("is one network for all the addresses of one house", () => {
    expect(from("2001:db8:1:2:aaaa::1", 1)).toBe("2001:db8:1:2::/64");
    expect(from("2001:0db8:0001:0002:ffff:1:2:3", 1)).toBe("2001:db8:1:2::/64");
    expect(from("2001:db8::1", 1)).toBe("2001:db8:0:0::/64");
  });
});

describe("a session's token", () => {
  test("says which session, and nothing else", async () => {
    const sessionId = newSessionId();
    const token = await sealSession(sessionId, 60);
    expect(Buffer.from(sessionId, "base64url")).toHaveLength(32);
    expect(await openSession(token)).toBe(sessionId);
    expect(token).not.toContain(sessionId);
    expect(sessionKey(sessionId)).toMatch(/^[0-9a-f]{64}$/);
  });

  test("opens nothing when it was changed, has run out, or was sealed for something else", async () => {
    const token = await sealSession(newSessionId(), 60);
    expect(await openSession(`${token.slice(0, -4)}AAAA`)).toBeNull();
    expect(await openSession("nonsense")).toBeNull();
    expect(await openSession(undefined)).toBeNull();
    expect(await openSession(await sealSession(newSessionId(), -120))).toBeNull();
    expect(await openSession(await sealProgress({ email: "a@example.com", next: "" }, 60))).toBeNull();
    expect(await openProgress(token)).toBeNull();
  });

  test("goes by a plain name on a plain loopback address", () => {
    expect(sessionCookie).toBe("session");
  });
});

describe("what a form says", () => {
  const schema = z.strictObject({ name: z.string().min(1, "names.required"), age: z.coerce.number() });

  test("is refused field by field, in keys and never in a library's own words", () => {
    const refused = parse(schema, { name: "", age: "x", more: "1" });
    expect(refused).toEqual({
      ok: false,
      refusal: { code: "invalid_input", fields: { name: "names.required", age: "validation.invalid" } },
    });
    expect(parse(schema, { age: "1" })).toMatchObject({ refusal: { fields: { name: "validation.required" } } });
  });

  test("is refused when it says more than was asked, or one thing twice", () => {
    expect(parse(schema, { name: "a", age: "1", role: "administrator" }).ok).toBe(false);
    expect(parse(schema, { name: ["a", "b"], age: "1" }).ok).toBe(false);
  });

  test("carries its key and version to a schema only if the schema names them", () => {
    const values = { name: "a", idempotencyKey: "k", version: "3" };
    expect(withoutCarried(schema, values)).toEqual({ name: "a" });
    expect(withoutCarried(schema.extend({ version: z.string() }), values)).toEqual({ name: "a", version: "3" });
    expect(
      withoutCarried(
        schema.extend({ version: z.string() }).transform((it) => it),
        values,
      ),
    ).toHaveProperty("version");
  });

  test("comes back as it was typed, but for passwords", () => {
    const typed = { email: "a", password: "secret", currentPassword: "secret", idempotencyKey: "k" };
    expect(typedAgain(typed)).toEqual({ email: "a" });
  });
});
