import type { Locale } from "next-intl";
import type * as z from "zod";
import { findCredentialsByIdentity } from "@/lib/data/external-identities";
import { database } from "@/lib/data/client";
import { takeAttempt } from "@/lib/data/rate-limits";
import type {
  askProviderSchema,
  DigitalIdentity,
  IdentityProblem,
  ProviderAnswer,
} from "@/lib/domain/account/digital-identity";
import type { Credentials } from "@/lib/data/accounts";
import { stepAfterPassword } from "@/lib/domain/account/second-factor";
import { ok, refuse, type Refusal, type Result } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { wallTime } from "@/lib/ports/clock";
import { addressToAsk, newAsking, readAnswer } from "@/lib/ports/identity-provider";
import type { Visitor } from "./access";
import { arrive, openFor, type Way } from "./arrive";
import { identityStep, onceEach, type IdentityStep } from "./identity-steps";
import { isKnownDevice } from "./known-devices";
import { finishLink } from "./link-identity";
import { askFor } from "./sign-in-steps";
import { whileUnchanged } from "./while-unchanged";

type Asked = Extract<IdentityStep, { step: "asked" }>;

/** Sends somebody to the provider, to come in or to link what it knows of them to the account they are signed in to. */
export async function askProvider({
  locale,
  next,
  purpose,
}: z.output<typeof askProviderSchema>): Promise<Result<Response>> {
  const provider = env.identityProvider;
  if (!provider) return refuse({ code: "not_found" });

  const here = purpose === "link" ? await identityStep.read() : null;
  const link = here?.step === "link" ? here.link : null;
  if (purpose === "link" && !link) return ok(leadTo(locale, "/account/digital-identity", { identity: "over" }));

  const asking = newAsking();
  const asked: Asked = { step: "asked", ...asking, locale, next: next ?? "", link };
  const address = await addressToAsk(provider, asking, { locale, withEmail: !link });
  if (!address) return ok(sentBack(asked, "away"));
  await identityStep.give(asked);
  return ok(seeOther(address));
}

/** Takes what the provider answered, once and only in the browser that asked: signs in, links, or offers to make an account. */
export async function takeAnswer(visitor: Visitor, answer: ProviderAnswer, officeNow: Date): Promise<Result<Response>> {
  const provider = env.identityProvider;
  if (!provider) return refuse({ code: "not_found" });

  const asked = await identityStep.read();
  // What nobody here asked for changes nothing, not even for whoever is on their way.
  if (asked?.step !== "asked" || asked.state !== answer.state) {
    return ok(leadTo(visitor.locale, "/sign-in", { identity: "over" }));
  }
  await identityStep.drop();
  if (!(await takeAttempt(onceEach("answer"), asked.state))) return ok(sentBack(asked, "over"));

  const shown = await readAnswer(provider, answer, asked, { withEmail: !asked.link });
  if (shown.kind !== "shown") return ok(sentBack(asked, shown.kind));
  if (asked.link) {
    const linked = await finishLink(asked.link, shown.identity, officeNow);
    if (!linked.ok) return ok(sentBack(asked, problemOf(linked.refusal)));
    return ok(leadTo(asked.locale, "/account/digital-identity", { done: "linked" }));
  }

  const account = await findCredentialsByIdentity(database, shown.identity);
  const way = account
    ? await comeIn({ ...visitor, locale: asked.locale }, account, shown.identity, asked.next || null, officeNow)
    : await offerAccount(asked, shown);
  return ok(way.ok ? leadTo(asked.locale, way.value.to) : sentBack(asked, problemOf(way.refusal)));
}

const notLinked: Refusal = { code: "unmet", condition: "identity_not_linked" };

/** The identity counts as the password does: what is asked after a password is asked here as well. */
async function comeIn(
  visitor: Visitor,
  account: Credentials,
  identity: DigitalIdentity,
  next: string | null,
  officeNow: Date,
): Promise<Result<Way>> {
  if (account.status === "disabled") return refuse(notLinked);
  const isKnown = await isKnownDevice(account);
  const step = stepAfterPassword({ ...account, isKnownDevice: isKnown, isDemonstration: env.demo });
  if (step) return askFor(step, account, visitor, next, officeNow);

  const arrival = { device: visitor.device, shown: null, now: wallTime() };
  const session = await whileUnchanged(account, notLinked, async (db) => {
    const isLinkedStill = (await findCredentialsByIdentity(db, identity))?.id === account.id;
    return isLinkedStill ? ok(await openFor(db, account, arrival, officeNow)) : refuse(notLinked);
  });
  return session.ok ? ok(await arrive(session.value, next, arrival)) : session;
}

/** Whoever is unknown may make an account with an address that the provider answers for. Whether it has one already is not said. */
async function offerAccount(
  { state, next }: Asked,
  { identity, email }: { identity: DigitalIdentity; email: string | null },
): Promise<Result<Way>> {
  if (!email) return refuse(notLinked);
  await identityStep.give({ step: "sign_up", state, ...identity, email, next });
  return ok({ to: "/sign-up/digital-identity" });
}

function problemOf(refusal: Refusal): IdentityProblem {
  if (refusal.code === "too_many_requests") return "wait";
  if (refusal.code !== "unmet") return "over";
  return refusal.condition === "identity_taken" ? "taken" : "not_linked";
}

/** Back to where somebody set out, with what they can do instead. */
function sentBack({ locale, next, link }: Asked, identity: IdentityProblem): Response {
  // Whoever is not signed in any more reads it where they sign in.
  if (link && identity !== "over") return leadTo(locale, "/account/digital-identity", { identity });
  return leadTo(locale, "/sign-in", { identity, ...(next && { next }) });
}

function leadTo(locale: Locale, path: string, query: Record<string, string> = {}): Response {
  const asked = new URLSearchParams(query);
  return seeOther(`/${locale}${path}${asked.size > 0 ? `?${asked}` : ""}`);
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } });
