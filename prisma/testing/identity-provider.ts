import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import Provider from "oidc-provider";
import { freePort } from "./free-port";

/** What a provider says of somebody, by the name with which they sign in there. */
export type KnownThere = { email?: string; isVerified?: boolean };

export type RunningProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Whom it knows; everybody else it knows by name alone. */
  people: Map<string, KnownThere>;
  stop: () => Promise<void>;
};

const registered = { clientId: "qianhai-filing", clientSecret: "Yd3mQ8rWz5KxUv7NcB2pTs9LfHg4Ja6E" };

/** The port at which the app that the journeys visit looks for its provider: scripts/testing/journeys.json. */
export const registeredAt = 3124;

/** A real OpenID provider on this machine, at which anybody signs in by their name. */
export async function startProvider(appOrigin: string, port?: number): Promise<RunningProvider> {
  const at = port ?? (await freePort());
  const issuer = `http://localhost:${at}`;
  const people = new Map<string, KnownThere>();
  const { clientId, clientSecret } = registered;
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${appOrigin}/api/digital-identity/callback`],
      },
    ],
    cookies: { keys: [clientSecret] },
    jwks: { keys: [generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" })] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    findAccount: (_, sub) => {
      const { email, isVerified = true } = people.get(sub) ?? {};
      return {
        accountId: sub,
        claims: () => Promise.resolve({ sub, ...(email && { email, email_verified: isVerified }) }),
      };
    },
    // Whoever signs in agrees.
    loadExistingGrant: async ({ oidc: { client, session } }) => {
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  });

  const answer = provider.callback();
  const server = createServer((request, response) => {
    void (request.url?.startsWith("/interaction/") ? askWho(provider, request, response) : answer(request, response));
  });
  server.listen(at, "localhost");
  await once(server, "listening");
  return {
    issuer,
    clientId,
    clientSecret,
    people,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** Signs in by a name and agrees, as a browser would; gives the address to which the provider sends back. */
export async function showWho(address: string, login: string, appOrigin: string): Promise<URL> {
  const cookies = new Map<string, string>();
  for (let at = new URL(address), steps = 0; steps < 10; steps++) {
    const answer = await fetch(at, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(at.pathname.startsWith("/interaction/") && { method: "POST", body: new URLSearchParams({ login }) }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    at = new URL(answer.headers.get("location") ?? "", at);
    if (at.origin === appOrigin) return at;
  }
  throw new Error("The provider leads nowhere.");
}

const page = `<!doctype html><html lang="en"><title>Provider</title><h1>Provider</h1>
  <form method="post"><label>Name <input name="login"></label> <button>Sign in</button></form>
  <form method="post"><button>Cancel</button></form></html>`;

async function askWho(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "POST") {
    response.setHeader("content-type", "text/html; charset=utf-8").end(page);
    return;
  }
  const accountId = new URLSearchParams(await text(request)).get("login");
  await provider.interactionFinished(
    request,
    response,
    accountId ? { login: { accountId } } : { error: "access_denied" },
  );
}
