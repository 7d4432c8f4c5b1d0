import { createHash } from "node:crypto";
import { custom, errors, Issuer, type CallbackParamsType, type Client } from "openid-client";
import type { DigitalIdentity, ProviderAnswer } from "@/lib/domain/account/digital-identity";
import { emailSchema } from "@/lib/domain/account/schema";
import { stepMinutes } from "@/lib/domain/account/second-factor";
import { env, type IdentityProvider } from "@/lib/env";
import { wallTime } from "./clock";
import { unguessable } from "./random";

/** Where a provider sends people back to. */
export const answerPath = "/api/digital-identity/callback";

/** What ties a provider's answer to the browser that asked; nobody can guess any of it. */
export type Asking = { state: string; nonce: string; verifier: string };

/** Who somebody showed to be, why they did not, or that the provider could not be asked. */
export type Shown =
  { kind: "shown"; identity: DigitalIdentity; email: string | null } | { kind: "declined" | "over" | "away" };

// The library waits this long for each answer's beginning; all of them together may take no longer than a person waits.
const patience = 10_000;
const remembered = 60 * 60_000;
const clockTolerance = 30;

/** New words to ask with, for one use. */
export function newAsking(): Asking {
  const word = () => Buffer.from(unguessable(32)).toString("base64url");
  return { state: word(), nonce: word(), verifier: word() };
}

/** The provider's address at which somebody shows who they are, and shows it now; null while the provider is away. */
export async function addressToAsk(
  provider: IdentityProvider,
  { state, nonce, verifier }: Asking,
  { locale, withEmail }: { locale: string; withEmail: boolean },
): Promise<string | null> {
  // Asked anew each time: nobody is sent to a provider that is not there.
  const client = await discover(provider).catch(noteAway);
  return (
    client?.authorizationUrl({
      redirect_uri: `${env.origin}${answerPath}`,
      scope: withEmail ? "openid email" : "openid",
      state,
      nonce,
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
      // An old session at the provider is no sign that its owner sits there: whoever comes back counts as freshly signed in.
      prompt: "login",
      max_age: stepMinutes * 60,
      ui_locales: locale,
    }) ?? null
  );
}

/** Has the provider say who came back with this answer; its issuer, audience, nonce, age and signature are verified. */
export async function readAnswer(
  provider: IdentityProvider,
  answer: ProviderAnswer,
  { state, nonce, verifier }: Asking,
  { withEmail }: { withEmail: boolean },
): Promise<Shown> {
  const client = await reach(provider).catch(noteAway);
  if (!client) return { kind: "away" };
  const checks = { state, nonce, code_verifier: verifier, response_type: "code", max_age: stepMinutes * 60 };
  try {
    return await inTime(
      (async () => {
        const tokens = await client.callback(`${env.origin}${answerPath}`, given(answer), checks);
        const { iss: issuer, sub: subject, ...claims } = tokens.claims();
        const mustAsk = withEmail && claims.email === undefined && client.issuer.metadata.userinfo_endpoint;
        // The library compares whom both speak of.
        const about = mustAsk ? await client.userinfo(tokens) : claims;
        return { kind: "shown", identity: { issuer, subject }, email: verifiedEmail(about) } as const;
      })(),
    );
  } catch (error) {
    return { kind: whyNot(error) };
  }
}

let known: { issuer: string; clientId: string; until: number; client: Client } | null = null;

async function reach(provider: IdentityProvider): Promise<Client> {
  const isKnown = known?.issuer === provider.issuer && known.clientId === provider.clientId;
  return known && isKnown && wallTime().getTime() < known.until ? known.client : discover(provider);
}

async function discover({ issuer, clientId, clientSecret }: IdentityProvider): Promise<Client> {
  const found = await inTime(Issuer.discover(issuer));
  if (found.metadata.issuer !== issuer) throw new errors.RPError("the provider calls itself something else");
  const { token_endpoint_auth_methods_supported: methods } = found.metadata;
  const client = new found.Client({
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uris: [`${env.origin}${answerPath}`],
    response_types: ["code"],
    token_endpoint_auth_method:
      Array.isArray(methods) && !methods.includes("client_secret_basic") ? "client_secret_post" : "client_secret_basic",
  });
  client[custom.clock_tolerance] = clockTolerance;
  known = { issuer, clientId, until: wallTime().getTime() + remembered, client };
  return client;
}

function given(answer: ProviderAnswer): CallbackParamsType {
  return Object.fromEntries(Object.entries(answer).filter(([, said]) => said !== undefined));
}

/** An address only if the provider says that it is theirs, and in the form in which addresses are kept. */
function verifiedEmail(about: { email?: unknown; email_verified?: unknown }): string | null {
  const read = about.email_verified === true ? emailSchema.safeParse(about.email) : null;
  return read?.success ? read.data : null;
}

class TooLate extends Error {}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let bell: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    bell = setTimeout(() => reject(new TooLate()), patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(bell));
}

const unwilling = /^(access_denied|(login|interaction|consent|account_selection)_required)$/;

function whyNot(error: unknown): "declined" | "over" | "away" {
  const said = (error instanceof errors.OPError && error.error) || "";
  if (unwilling.test(said)) return "declined";
  note(error);
  if (said === "invalid_grant") return "over";
  return error instanceof errors.RPError && !error.message.includes("timed out") ? "over" : "away";
}

function noteAway(error: unknown): null {
  note(error);
  return null;
}

/** Tells the office why it failed, and nothing of what the provider said of anybody. */
function note(error: unknown): void {
  const { name, code, error: said } = error as { name?: string; code?: string; error?: string };
  console.warn(JSON.stringify({ event: "identity_provider_failed", error: name, code: code ?? said }));
}
