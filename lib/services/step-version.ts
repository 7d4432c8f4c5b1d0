import { appendAudit } from "@/lib/data/audit";
import type { Db } from "@/lib/data/client";
import {
  appendVersionStep,
  findOpenVersion,
  lockEntry,
  moveVersion,
  type EntryVersion,
  type VersionMove,
} from "@/lib/data/entry-versions";
import {
  versionWorkflow,
  decideOnVersion,
  writersOf,
  type VersionAction,
} from "@/lib/domain/accreditation/version-workflow";
import { accountOf, type Actor } from "@/lib/domain/actor";
import { may } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";

type Step = {
  entry: string;
  action: VersionAction;
  /** The revision that was on the page; the clock takes whatever stands there. */
  version?: number;
  words?: string;
};

/** What a step writes beside the state: columns, and the names of what changed for the audit. */
export type Besides = { move?: Omit<VersionMove, "state">; fields?: string[]; result?: string };

/** Takes one step of the version of an entry that is worked on, with its line in the history and in the audit, or nothing. */
export async function stepVersion(
  db: Db,
  actor: Actor,
  { entry, action, version, words }: Step,
  now: Date,
  besides: (open: EntryVersion) => Promise<Result<Besides>> = async () => ok({}),
): Promise<Result<EntryVersion>> {
  if (actor.kind !== "clock" && !may(actor, "keep_list")) return refuse({ code: "not_found" });
  const open = (await lockEntry(db, entry)) && (await findOpenVersion(db, entry));
  if (!open) return refuse({ code: "wrong_status" });

  const { id, state, revision, publishOn, steps } = open;
  const facts = { state, writers: writersOf(steps), isApproved: publishOn !== null };
  const decision = decideOnVersion(facts, action, actor);
  if (!decision.ok) return decision;
  if (version !== undefined && version !== revision) return refuse({ code: "stale" });

  const beside = await besides(open);
  if (!beside.ok) return beside;
  const { move = {}, fields = [], result } = beside.value;
  const { to, kind } = decision.value;
  if (!(await moveVersion(db, { id, revision }, { ...move, state: to }))) return refuse({ code: "stale" });

  await appendVersionStep(db, { versionId: id, kind, accountId: accountOf(actor), at: now, ...(words && { words }) });
  await appendAudit(db, {
    actor,
    action: `${versionWorkflow[action].kind}_entry_version`,
    object: `entry_version:${id}`,
    fields,
    ...(result && { result }),
  });
  return ok(open);
}
