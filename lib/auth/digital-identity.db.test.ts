import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database, transaction } from "@/lib/data/client";
import { askProviderSchema, providerAnswerSchema } from "@/lib/domain/account/digital-identity";
import { buttonSchema } from "@/lib/domain/account/schema";
import { before } from "@/lib/domain/account/session-rules";
import { giveCodeSchema } from "@/lib/domain/account/second-factor";
import type { ActionState } from "@/lib/domain/form";
import { env } from "@/lib/env";
import { wallTime } from "@/lib/ports/clock";
import { connectionHeader } from "@/lib/ports/connection";
import { Browser, form } from "@/prisma/testing/browser";
import { showWho, startProvider, type RunningProvider } from "@/prisma/testing/identity-provider";
import { defineAction } from "./define-action";
import { defineRoute } from "./define-route";
import { askProvider, takeAnswer } from "./digital-identity";
import { beginLink, unlink } from "./link-identity";
import { readSession } from "./read-session";
import { giveSession, startSession } from "./session-cookies";
import { opened, sealWords, sessionCookie } from "./session-token";
import { currentStep, giveCode } from "./sign-in-steps";
import { signUpWithIdentity } from "./sign-up-with-identity";

let browser: Browser;
let provider: RunningProvider;

vi.mock("next/headers", () => ({
  cookies: () => Promise.resolve(browser.jar),
  headers: () => Promise.resolve(new Headers(browser.headers)),
}));
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next-intl/server", () => ({
  getLocale: () => Promise.resolve("en"),
  getTranslations: () => Promise.resolve((key: string) => key),
}));
vi.mock("react", async (load) => ({ ...(await load<object>()), cache: (work: unknown) => work }));
vi.mock("next/navigation", () => ({
  redirect: (address: string) => {
    throw new Error(`→ ${address}`);
  },
}));

const open = { access: "public", next: ({ to }: { to: string }) => to } as const;
const mine = { access: "signed_in", fresh: true } as const;
const start = defineRoute({ access: "public", schema: { query: askProviderSchema }, clock: "wall" }, ({ query }) =>
  askProvider(query),
);
const callback = defineRoute({ access: "public", schema: { query: providerAnswerSchema } }, ({ visitor, query, now }) =>
  takeAnswer(visitor, query, now),
);
const signUp = defineAction(buttonSchema, signUpWithIdentity, open);
const give = defineAction(giveCodeSchema, giveCode, open);
const begin = defineAction(buttonSchema, beginLink, mine);
const remove = defineAction(buttonSchema, unlink, mine);

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

/** Opens an address of ours and tells where it leads, or its status. */
async function visit(route: typeof start, address: string | URL) {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const request = new NextRequest(new URL(address, env.origin), { headers: { ...browser.headers, cookie } });
  const answer = await route(request, { params: Promise.resolve({}) });
  return answer.headers.get("location") ?? String(answer.status);
}

const setOut = (query = "") => visit(start, `/api/digital-identity/start?locale=en${query}`);

/** Goes to the provider, shows there who one is, and gives the address at which one comes back. */
const shownBy = async (login: string, query = "") => showWho(await setOut(query), login, env.origin);

/** Goes to the provider and back again. */
const comeBackAs = async (login: string, query = "") => visit(callback, await shownBy(login, query));

const signedIn = () => readSession(browser.cookies.get(sessionCookie));

let count = 0;
/** Somebody at the provider whom nobody here has met. */
function stranger(known: { email?: string; isVerified?: boolean } = {}) {
  const login = `person-${++count}`;
  const email = `${login}@example.com`;
  provider.people.set(login, { email, ...known });
  return { login, email };
}

async function account(kind: "professional" | "staff" = "professional", passwordHash: string | null = "a hash") {
  const { id, email } = await database.account.create({
    data: {
      kind,
      email: `owner.${++count}@example.com`,
      locale: "en",
      passwordHash,
      ...(kind === "staff" ? { displayName: "Lee" } : { person: { create: {} } }),
    },
    select: { id: true, email: true },
  });
  return { id, email };
}

/** Opens a session for somebody in this browser. */
async function cameIn(id: string, kind: "professional" | "staff" = "professional", now = wallTime()) {
  await giveSession(await transaction((db) => startSession(db, { id, kind }, "", null, now)), now);
}

const linkTo = (accountId: string, subject: string) =>
  database.externalIdentity.create({ data: { issuer: provider.issuer, subject, accountId, since: wallTime() } });

const linksOf = (accountId: string) => database.externalIdentity.count({ where: { accountId } });

async function mailedCode(email: string): Promise<string> {
  const mail = await database.mail.findFirstOrThrow({
    where: { email, template: "sign_in_code" },
    orderBy: { dedupeKey: "desc" },
  });
  return String((mail.params as { code: string }).code);
}

function elsewhere() {
  browser = new Browser();
  browser.headers[connectionHeader] = `198.51.100.${++count % 250}`;
}

const offered = () => ({
  issuer: provider.issuer,
  clientId: provider.clientId,
  clientSecret: provider.clientSecret,
  names: { en: undefined, "zh-Hant": undefined, "zh-Hans": undefined },
});

beforeAll(async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  provider = await startProvider(env.origin);
});
afterAll(() => provider.stop());
beforeEach(() => {
  elsewhere();
  env.identityProvider = offered();
});

test("where no provider is set up there is no way to it", async () => {
  env.identityProvider = null;
  expect(await setOut()).toBe("404");
  expect(await visit(callback, "/api/digital-identity/callback?code=a&state=b")).toBe("404");
  const { id } = await account();
  await cameIn(id);
  expect(await post(begin)).toEqual({ code: "not_found" });
});

describe("somebody whom nobody here knows", () => {
  test("makes an account with the address the provider answers for, and comes in with it afterwards", async () => {
    const { login, email } = stranger();
    expect(await comeBackAs(login, "&next=/filings/new")).toBe("/en/sign-up/digital-identity");
    expect(await database.account.findUnique({ where: { email } })).toBeNull();
    expect(await post(signUp)).toBe("→ /en/filings/new");
    expect((await signedIn())?.actor.email).toBe(email);
    expect(await database.account.findUnique({ where: { email } })).toMatchObject({
      kind: "professional",
      passwordHash: null,
    });

    elsewhere();
    expect(await comeBackAs(login, "&next=/messages")).toBe("/en/sign-in/code");
    expect(await signedIn()).toBeNull();
    expect(await post(give, { code: await mailedCode(email) })).toBe("→ /en/messages");
    browser.cookies.delete(sessionCookie);
    expect(await comeBackAs(login)).toBe("/en/filings");
    expect((await signedIn())?.actor.email).toBe(email);
  });

  test("makes one account of it, however often they press", async () => {
    const { login, email } = stranger();
    await comeBackAs(login);
    const answers = await Promise.all([post(signUp), post(signUp)]);
    expect(answers).toContainEqual({ code: "unmet", condition: "sign_in_again" });
    expect(await database.account.count({ where: { email } })).toBe(1);
  });

  test.each([
    ["did not verify their address", { isVerified: false }],
    ["has none that can be written to", { email: "nobody" }],
  ])("is sent to sign up by mail where the provider %s", async (_, known) => {
    expect(await comeBackAs(stranger(known).login)).toBe("/en/sign-in?identity=not_linked");
    expect(await post(signUp)).toEqual({ code: "unmet", condition: "sign_in_again" });
  });

  test("neither comes in with an address that has an account, nor is linked to it", async () => {
    const { id, email } = await account();
    const { login } = stranger({ email: email.toUpperCase() });
    expect(await comeBackAs(login)).toBe("/en/sign-up/digital-identity");
    expect(await post(signUp)).toEqual({ code: "unmet", condition: "identity_not_new" });
    expect(await signedIn()).toBeNull();
    expect(await linksOf(id)).toBe(0);
  });
});

describe("an answer counts only", () => {
  const over = "/en/sign-in?identity=over";

  test("in the browser that asked, and with the state it asked with", async () => {
    const { id } = await account();
    const { login } = stranger();
    await linkTo(id, login);
    const asked = browser;
    const answer = await shownBy(login);
    elsewhere();
    expect(await visit(callback, answer)).toBe(over);
    expect(await visit(callback, "/api/digital-identity/callback")).toBe(over);

    browser = asked;
    const forged = new URL(answer);
    forged.searchParams.set("state", "x".repeat(43));
    expect(await visit(callback, forged)).toBe(over);
    forged.searchParams.delete("state");
    expect(await visit(callback, forged)).toBe(over);
    // Whoever was led astray meanwhile still arrives.
    expect(await visit(callback, answer)).toBe("/en/sign-in/code");
  });

  test("once, even with the cookie put back, and once of two at the same moment", async () => {
    const { login } = stranger();
    const answer = await shownBy(login);
    const cookies = new Map(browser.cookies);
    expect(await visit(callback, answer)).toBe("/en/sign-up/digital-identity");
    browser.cookies = cookies;
    expect(await visit(callback, answer)).toBe(over);

    elsewhere();
    const other = await shownBy(login);
    const both = await Promise.all([visit(callback, other), visit(callback, other)]);
    expect(both.sort()).toEqual([over, "/en/sign-up/digital-identity"]);
  });

  test.each(["nonce", "verifier"])("with the %s it was asked with", async (word) => {
    const { login } = stranger();
    const answer = await shownBy(login);
    const asked = await opened(browser.cookies.get("digital-identity"), "digital-identity");
    const other = await sealWords({ ...asked, [word]: "y".repeat(43) }, "digital-identity", 60);
    browser.cookies.set("digital-identity", other);
    expect(await visit(callback, answer)).toBe(over);
    expect(await post(signUp)).toEqual({ code: "unmet", condition: "sign_in_again" });
  });

  test("from the provider that was asked", async () => {
    const answer = await shownBy(stranger().login);
    answer.searchParams.set("iss", "https://elsewhere.example");
    expect(await visit(callback, answer)).toBe(over);
  });
});

describe("the identity stands in for the password alone", () => {
  test("so staff are asked for their app or led to one, and are not in before", async () => {
    const { id, email } = await account("staff");
    const { login } = stranger();
    await linkTo(id, login);
    try {
      env.demo = false;
      expect(await comeBackAs(login)).toBe("/en/sign-in/code");
      expect(await signedIn()).toBeNull();
      expect(await post(give, { code: await mailedCode(email) })).toBe("→ /en/sign-in/set-up");
      const app = { sealKey: new Uint8Array(60), secret: new Uint8Array(60), lastStep: 1, since: wallTime() };
      await database.secondFactor.create({ data: { accountId: id, ...app } });
      expect(await comeBackAs(login)).toBe("/en/sign-in/code");
      expect((await currentStep())?.step).toBe("app");
      expect(await signedIn()).toBeNull();
    } finally {
      env.demo = true;
    }
  });

  test("so a disabled account stays shut, and is not told from one that was never linked", async () => {
    const { id } = await account();
    const { login } = stranger();
    await linkTo(id, login);
    await database.account.update({ where: { id }, data: { status: "disabled" } });
    expect(await comeBackAs(login)).toBe("/en/sign-in?identity=not_linked");
    expect(await signedIn()).toBeNull();
  });
});

describe("a provider that does not answer", () => {
  test("because its visitor turned back, leads back to where they go on", async () => {
    expect(await comeBackAs("", "&next=/messages")).toBe("/en/sign-in?identity=declined&next=%2Fmessages");
  });

  test("is away for whoever sets out and for whoever comes back, and nobody waits for long", async () => {
    const other = await startProvider(env.origin);
    const theirs = { ...offered(), issuer: other.issuer };
    env.identityProvider = theirs;
    const answer = await showWho(await setOut(), "somebody", env.origin);
    await other.stop();
    expect(await visit(callback, answer)).toBe("/en/sign-in?identity=away");
    expect(await setOut()).toBe("/en/sign-in?identity=away");

    const silent = createServer(() => undefined).listen(0, "localhost");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    env.identityProvider = { ...theirs, issuer: `http://localhost:${port}` };
    const began = performance.now();
    expect(await setOut("&next=/messages")).toBe("/en/sign-in?identity=away&next=%2Fmessages");
    expect(performance.now() - began).toBeLessThan(12_000);
    silent.closeAllConnections();
    silent.close();
  });
});

describe("somebody who is signed in", () => {
  const own = "/en/account/digital-identity";

  test("links an identity, hears of it, is signed in nowhere else, and comes in with it", async () => {
    const { id, email } = await account();
    const { login } = stranger();
    await cameIn(id);
    const former = await signedIn();
    elsewhere();
    await cameIn(id);
    const other = await signedIn();
    expect(await post(begin)).toBe("done");
    expect(await comeBackAs(login, "&purpose=link")).toBe(`${own}?done=linked`);
    expect((await signedIn())?.actor.accountId).toBe(id);
    expect(await database.session.count({ where: { accountId: id, endedAt: null } })).toBe(1);
    expect([former?.idHash, other?.idHash]).not.toContain((await signedIn())?.idHash);
    expect(await database.mail.count({ where: { email, template: "digital_identity_linked" } })).toBe(1);
    expect(
      await database.auditEntry.count({ where: { action: "digital_identity_linked", object: `account:${id}` } }),
    ).toBe(1);
    expect(await post(begin)).toEqual({ code: "unmet", condition: "identity_linked" });

    elsewhere();
    expect(await comeBackAs(login)).toBe("/en/sign-in/code");
    expect((await currentStep())?.account.id).toBe(id);
  });

  test("links nothing without having said so lately, nor by an address alone", async () => {
    const { id } = await account();
    await cameIn(id, "professional", before(wallTime(), 16 * 60_000));
    expect(await post(begin)).toEqual({ code: "reauthenticate" });
    expect(await setOut("&purpose=link")).toBe(`${own}?identity=over`);
    expect(await comeBackAs(stranger().login)).toBe("/en/sign-up/digital-identity");
    expect(await linksOf(id)).toBe(0);
  });

  test("links nothing to an account, or in a session, in which it was not asked for", async () => {
    const [attacker, victim] = [await account(), await account()];
    const { login } = stranger();
    await cameIn(attacker.id);
    await post(begin);
    const answer = await shownBy(login, "&purpose=link");
    const theirs = browser.cookies.get("digital-identity") ?? "";
    for (const { id } of [victim, attacker]) {
      elsewhere();
      await cameIn(id);
      browser.cookies.set("digital-identity", theirs);
      expect(await visit(callback, answer)).toBe("/en/sign-in?identity=over");
      expect(await linksOf(id)).toBe(0);
    }
  });

  test("does not link what opens another account, and is told so", async () => {
    const [one, other] = [await account(), await account()];
    const { login } = stranger();
    await linkTo(one.id, login);
    await cameIn(other.id);
    await post(begin);
    expect(await comeBackAs(login, "&purpose=link")).toBe(`${own}?identity=taken`);
    expect([await linksOf(one.id), await linksOf(other.id)]).toEqual([1, 0]);
  });

  test("removes the link, after which it opens nothing, not even for somebody half way in", async () => {
    const { id, email } = await account();
    const { login } = stranger({ isVerified: false });
    await linkTo(id, login);
    await comeBackAs(login);
    const halfWay = browser;
    expect((await currentStep())?.account.id).toBe(id);

    elsewhere();
    await cameIn(id);
    expect(await post(remove)).toBe("done");
    expect(await linksOf(id)).toBe(0);
    expect(await database.mail.count({ where: { email, template: "digital_identity_unlinked" } })).toBe(1);
    browser = halfWay;
    expect(await currentStep()).toBeNull();
    elsewhere();
    expect(await comeBackAs(login)).toBe("/en/sign-in?identity=not_linked");
  });

  test("keeps the last way in", async () => {
    const { id } = await account("professional", null);
    await linkTo(id, stranger().login);
    await cameIn(id);
    expect(await post(remove)).toEqual({ code: "unmet", condition: "identity_last_way" });
    expect(await linksOf(id)).toBe(1);
    expect(await signedIn()).not.toBeNull();
  });
});
