import { findCredentialsOf } from "@/lib/data/accounts";
import { database } from "@/lib/data/client";
import {
  findCredentialsByIdentity,
  linkIdentity,
  listIdentitiesOf,
  unlinkIdentity,
} from "@/lib/data/external-identities";
import type { DigitalIdentity } from "@/lib/domain/account/digital-identity";
import type { Person } from "@/lib/domain/actor";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { changeAccess } from "./change-access";
import { currentSession } from "./current-actor";
import { identityStep, type Linking } from "./identity-steps";

/** What opens the account of whoever asks besides a password; null where no provider is offered. */
export async function viewIdentity(actor: Person): Promise<{ linkedSince: Date | null; hasPassword: boolean } | null> {
  const provider = env.identityProvider;
  if (!provider) return null;
  const [account, identities] = await Promise.all([
    findCredentialsOf(database, actor.accountId),
    listIdentitiesOf(database, actor.accountId),
  ]);
  const linked = identities.find(({ issuer }) => issuer === provider.issuer);
  return { linkedSince: linked?.since ?? null, hasPassword: Boolean(account?.passwordHash) };
}

/** Notes that whoever acts wants to link an identity to this account, in this session and nowhere else. */
export async function beginLink(actor: Person): Promise<Result<null>> {
  const [identity, session] = await Promise.all([viewIdentity(actor), currentSession()]);
  if (!identity) return refuse({ code: "not_found" });
  if (!session) return refuse({ code: "unauthenticated" });
  if (identity.linkedSince) return refuse({ code: "unmet", condition: "identity_linked" });
  await identityStep.give({ step: "link", link: { account: actor.accountId, session: session.idHash } });
  return ok(null);
}

/** Has whoever acts said in this session that they want to link an identity? */
export async function wantsToLink(actor: Person): Promise<boolean> {
  const [step, session] = await Promise.all([identityStep.read(), currentSession()]);
  return step?.step === "link" && step.link.account === actor.accountId && step.link.session === session?.idHash;
}

/** Links the identity that was shown to the account whose owner asked for it, in the session in which they asked. */
export async function finishLink(
  { account, session: begun }: Linking,
  identity: DigitalIdentity,
  officeNow: Date,
): Promise<Result<null>> {
  const session = await currentSession();
  if (session?.idHash !== begun || session.actor.accountId !== account) return refuse({ code: "unauthenticated" });
  if ((await findCredentialsByIdentity(database, identity))?.id === account) return ok(null);
  return changeAccess(session.actor, officeNow, { what: "digital_identity_linked" }, async (db, now) =>
    (await linkIdentity(db, account, identity, now))
      ? ok(null)
      : refuse({ code: "unmet", condition: "identity_taken" }),
  );
}

/** Takes the identity off the account of whoever acts, unless nothing else would open it. */
export async function unlink(actor: Person, _input: unknown, officeNow: Date): Promise<Result<null>> {
  const provider = env.identityProvider;
  if (!provider) return refuse({ code: "not_found" });
  return changeAccess(actor, officeNow, { what: "digital_identity_unlinked" }, async (db) => {
    const account = await findCredentialsOf(db, actor.accountId);
    if (!account?.passwordHash) return refuse({ code: "unmet", condition: "identity_last_way" });
    return (await unlinkIdentity(db, actor.accountId, provider.issuer)) ? ok(null) : refuse({ code: "not_found" });
  });
}
