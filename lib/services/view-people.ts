import { listActsOn } from "@/lib/data/audit";
import { listFields } from "@/lib/data/authorities";
import { database } from "@/lib/data/client";
import { listOpenInvitations, type OpenInvitation } from "@/lib/data/invitations";
import { countHeld, listColleagues, type ColleagueRow, type Held } from "@/lib/data/staff";
import { readGrant } from "@/lib/domain/account/invitation";
import { actsOnStaff, colleagueSchema, isReviewDue } from "@/lib/domain/account/staff";
import type { ActOnStaff, PeopleShown, ProposedLine, RightsLine } from "@/lib/domain/account/staff";
import { capabilities, type Grant, type Staff } from "@/lib/domain/actor";
import { may } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";

export type PersonLine = {
  id: string;
  name: string;
  email: string;
  isActive: boolean;
  isSelf: boolean;
  rights: RightsLine[];
  lastSeenAt: Date | null;
  held: Held;
  reviewedAt: Date | null;
  isDue: boolean;
};

export type PeopleView = {
  people: PersonLine[];
  counts: Record<PeopleShown, number>;
  waiting: ProposedLine[];
  invited: OpenInvitation[];
};

export type HistoryLine = { key: string; action: ActOnStaff; rights: Grant[]; by: string | null; at: Date };

export type ColleagueView = PersonLine & {
  proposed: ProposedLine[];
  history: HistoryLine[];
  /** Every field there is. */
  fields: string[];
};

const nothing: Held = { open: 0, toQueue: 0 };
const mostHistory = 100;

/** Who works in the office, of one sort, and which rights wait for a second administrator. */
export async function viewPeople(actor: Staff, shown: PeopleShown, now: Date): Promise<Result<PeopleView>> {
  if (!may(actor, "look_after_people")) return refuse({ code: "not_found" });
  const [rows, held, invited] = await Promise.all([
    listColleagues(database),
    countHeld(database),
    listOpenInvitations(database, wallTime()),
  ]);
  const everybody = rows.map((row) => lineOf(actor, row, held, now));
  const isShown: Record<PeopleShown, (line: PersonLine) => boolean> = {
    active: ({ isActive }) => isActive,
    due: ({ isDue }) => isDue,
    archived: ({ isActive }) => !isActive,
  };
  const count = (which: PeopleShown) => everybody.filter(isShown[which]).length;
  return ok({
    people: everybody.filter(isShown[shown]),
    counts: { active: count("active"), due: count("due"), archived: count("archived") },
    waiting: rows.flatMap((row) => proposedOf(actor, row)),
    invited,
  });
}

/** One member of staff, what they may do, and who gave what. */
export async function viewColleague(actor: Staff, accountId: string, now: Date): Promise<Result<ColleagueView>> {
  if (!may(actor, "look_after_people")) return refuse({ code: "not_found" });
  const [row] = colleagueSchema.safeParse({ accountId }).success ? await listColleagues(database, accountId) : [];
  if (!row) return refuse({ code: "not_found" });
  const [held, acts, fields] = await Promise.all([
    countHeld(database),
    listActsOn(database, `account:${accountId}`, actsOnStaff, mostHistory),
    listFields(database),
  ]);
  return ok({
    ...lineOf(actor, row, held, now),
    proposed: proposedOf(actor, row),
    history: acts.map(({ seq, action, fields: named, by, at }) => {
      return { key: seq, action: action as ActOnStaff, rights: named.flatMap((it) => readGrant(it) ?? []), by, at };
    }),
    fields,
  });
}

function lineOf(actor: Staff, row: ColleagueRow, held: ReadonlyMap<string, Held>, now: Date): PersonLine {
  const { id, name, email, isActive, rights, lastSeenAt, reviewedAt } = row;
  return {
    id,
    name,
    email,
    isActive,
    isSelf: id === actor.accountId,
    rights: capabilities.flatMap((capability) => {
      const grants = rights.filter((right) => right.capability === capability);
      return grants.length > 0 ? [{ capability, grants: grants.map(({ id, field }) => ({ id, field })) }] : [];
    }),
    lastSeenAt,
    held: held.get(id) ?? nothing,
    reviewedAt,
    isDue: isActive && isReviewDue(row.rightsSince, now),
  };
}

function proposedOf(actor: Staff, { id: accountId, name, proposed }: ColleagueRow): ProposedLine[] {
  const mayDrop = accountId !== actor.accountId;
  return proposed.map(({ proposedById, ...right }) => {
    return { ...right, accountId, name, mayDrop, mayConfirm: mayDrop && proposedById !== actor.accountId };
  });
}
