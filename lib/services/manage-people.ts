import { appendAudit } from "@/lib/data/audit";
import { listFields } from "@/lib/data/authorities";
import { transaction, type Db } from "@/lib/data/client";
import { endSessionsOf } from "@/lib/data/sessions";
import {
  deleteGrantProposal,
  deleteGrants,
  deleteGrantsOf,
  deleteProposalsBy,
  findGrantProposal,
  findGrants,
  insertGrant,
  insertGrantProposal,
  listRightsOf,
  lockColleagues,
  noteReview,
  setStatus,
  type FoundProposal,
} from "@/lib/data/staff";
import { grantsOf, needsSecond, writeGrant } from "@/lib/domain/account/staff";
import type { ColleagueInput, GiveRightInput, ProposalInput, TakeRightsInput } from "@/lib/domain/account/staff";
import type { Grant, Staff } from "@/lib/domain/actor";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import { requeueFilingsOf } from "@/lib/services/requeue-filings";

export type OfColleague = { accountId: string };

/** Gives somebody a right, in each field that is named; a grave one waits until another administrator confirms it. */
export function giveRight(actor: Staff, input: GiveRightInput, now: Date): Promise<Result<OfColleague>> {
  const { accountId, capability, fields } = input;
  return changing(actor, accountId, "active", async (db) => {
    const grants = grantsOf(capability, fields);
    if (!grants) return refuse({ code: "invalid_input", fields: { fields: "validation.choose_fields" } });
    const known = await listFields(db);
    if (grants.some(({ field }) => field !== null && !known.includes(field))) {
      return refuse({ code: "invalid_input", fields: { fields: "validation.invalid" } });
    }
    const had = new Set((await listRightsOf(db, accountId)).map(writeGrant));
    const rights = grants.filter((grant) => !had.has(writeGrant(grant)));
    if (rights.length === 0) return refuse({ code: "unmet", condition: "has_right" });

    if (needsSecond(capability)) {
      const proposal = { accountId, proposedById: actor.accountId, proposedAt: now };
      for (const grant of rights) await insertGrantProposal(db, { ...proposal, ...grant });
      return ok({ action: "propose_right", rights });
    }
    for (const grant of rights) await insertGrant(db, accountId, grant);
    await endSessionsOf(db, accountId, wallTime());
    return ok({ action: "give_right", rights });
  });
}

/** Confirms a right that another administrator proposed for somebody else. */
export function confirmRight(actor: Staff, { proposalId }: ProposalInput): Promise<Result<OfColleague>> {
  return onProposal(actor, proposalId, "confirm_right", async (db, proposal) => {
    if (proposal.proposedById === actor.accountId) return refuse({ code: "forbidden" });
    await insertGrant(db, proposal.accountId, proposal);
    await endSessionsOf(db, proposal.accountId, wallTime());
    return ok(null);
  });
}

/** Drops a right that was proposed: one's own proposal or another's. */
export function dropRight(actor: Staff, { proposalId }: ProposalInput): Promise<Result<OfColleague>> {
  return onProposal(actor, proposalId, "drop_right", () => Promise.resolve(ok(null)));
}

/** Takes rights back at once: all that are named, or none where one of them is gone already. */
export function takeBackRights(actor: Staff, { accountId, grants }: TakeRightsInput): Promise<Result<OfColleague>> {
  return changing(actor, accountId, "active", async (db) => {
    const ids = [...new Set(grants)];
    const rights = await findGrants(db, accountId, ids);
    if (rights.length < ids.length) return refuse({ code: "stale" });

    await deleteGrants(db, accountId, ids);
    if (rights.some(({ capability }) => capability === "manage_people")) await deleteProposalsBy(db, accountId);
    await endSessionsOf(db, accountId, wallTime());
    return ok({ action: "take_back_right", rights });
  });
}

/** Notes that somebody's rights were looked through and are right. */
export function confirmReview(actor: Staff, { accountId }: ColleagueInput, now: Date): Promise<Result<OfColleague>> {
  return changing(actor, accountId, "active", async (db) => {
    await noteReview(db, accountId, now);
    return ok({ action: "review_rights", rights: [] });
  });
}

/**
 * Closes the account of somebody who works here no more: every session ends, every right is gone, and what they held goes
 * back into the queue, all at once.
 */
export function archiveColleague(actor: Staff, { accountId }: ColleagueInput, now: Date): Promise<Result<OfColleague>> {
  return changing(actor, accountId, "active", async (db) => {
    await setStatus(db, accountId, "disabled");
    await endSessionsOf(db, accountId, wallTime());
    await deleteProposalsBy(db, accountId);
    const rights = await deleteGrantsOf(db, accountId);
    await requeueFilingsOf(db, accountId, now);
    return ok({ action: "archive_staff", rights });
  });
}

/** Opens the account of somebody who is back; whatever they may do is given to them anew. */
export function reactivateColleague(
  actor: Staff,
  { accountId }: ColleagueInput,
  now: Date,
): Promise<Result<OfColleague>> {
  return changing(actor, accountId, "archived", async (db) => {
    const rights = await deleteGrantsOf(db, accountId);
    await setStatus(db, accountId, "active");
    await noteReview(db, accountId, now);
    return ok({ action: "reactivate_staff", rights });
  });
}

type Change = { action: string; rights: readonly Grant[] };

/** Changes a colleague while both accounts are held: the actor still looks after people, and it is not their own. */
function changing(
  actor: Staff,
  accountId: string,
  must: "active" | "archived",
  change: (db: Db) => Promise<Result<Change>>,
): Promise<Result<OfColleague>> {
  return transaction(async (db) => {
    const locked = await lockColleagues(db, [actor.accountId, accountId]);
    const self = locked.get(actor.accountId);
    const colleague = locked.get(accountId);
    if (!self?.isActive || !self.managesPeople || !colleague) return refuse({ code: "not_found" });
    // So one administrator is always left: whoever takes the last right but one keeps their own.
    if (accountId === actor.accountId) return refuse({ code: "forbidden" });
    if (colleague.isActive !== (must === "active")) return refuse({ code: "stale" });

    const changed = await change(db);
    if (!changed.ok) return changed;
    const { action, rights } = changed.value;
    await appendAudit(db, { actor, action, object: `account:${accountId}`, fields: rights.map(writeGrant) });
    return ok({ accountId });
  });
}

/** Ends a proposal one way or the other. */
function onProposal(
  actor: Staff,
  proposalId: string,
  action: string,
  end: (db: Db, proposal: FoundProposal) => Promise<Result<null>>,
): Promise<Result<OfColleague>> {
  return transaction(async (db) => {
    const found = await findGrantProposal(db, proposalId);
    const locked = await lockColleagues(db, [actor.accountId, ...(found ? [found.accountId] : [])]);
    const self = locked.get(actor.accountId);
    if (!self?.isActive || !self.managesPeople) return refuse({ code: "not_found" });
    // Of two who press at once the second finds it gone.
    const proposal = await findGrantProposal(db, proposalId);
    if (!proposal) return refuse({ code: "stale" });
    if (proposal.accountId === actor.accountId) return refuse({ code: "forbidden" });

    const ended = await end(db, proposal);
    if (!ended.ok) return ended;
    await deleteGrantProposal(db, proposalId);
    const { accountId } = proposal;
    await appendAudit(db, { actor, action, object: `account:${accountId}`, fields: [writeGrant(proposal)] });
    return ok({ accountId });
  });
}
