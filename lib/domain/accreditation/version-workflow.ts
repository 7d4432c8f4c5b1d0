import { accountOf, type Actor } from "@/lib/domain/actor";
import { may } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import type { VersionState, VersionStepKind } from "./version";

/** `keeper`: whoever keeps the list. `other`: the same, but nobody who wrote a word of the version. */
type Party = "keeper" | "other" | "clock";
type VersionStep = { from: readonly VersionState[]; to: VersionState; by: Party; kind: VersionStepKind };

/** The life of a version of a list entry. Written by one person and published by another. */
export const versionWorkflow = {
  save: { from: ["draft"], to: "draft", by: "keeper", kind: "changed" },
  submit: { from: ["draft"], to: "submitted", by: "keeper", kind: "submitted" },
  return: { from: ["submitted"], to: "draft", by: "other", kind: "returned" },
  approve: { from: ["submitted"], to: "submitted", by: "other", kind: "approved" },
  publish: { from: ["submitted"], to: "published", by: "other", kind: "published" },
  put_in_force: { from: ["submitted"], to: "published", by: "clock", kind: "published" },
  withdraw: { from: ["draft", "submitted"], to: "withdrawn", by: "keeper", kind: "withdrawn" },
} as const satisfies Record<string, VersionStep>;
export type VersionAction = keyof typeof versionWorkflow;

/** What a step goes by: where the version stands, who wrote of it, and whether somebody approved it for a later day. */
export type VersionFacts = { state: VersionState; writers: readonly string[]; isApproved: boolean };

const writing: readonly VersionStepKind[] = ["prepared", "changed", "submitted"];

/** Everybody who wrote any of a version, or sent it on as theirs. */
export function writersOf(steps: readonly { kind: VersionStepKind; accountId: string | null }[]): string[] {
  return steps.flatMap(({ kind, accountId }) => (accountId && writing.includes(kind) ? [accountId] : []));
}

/** May this actor take this step of a version now? Permission is asked before state. */
export function decideOnVersion(version: VersionFacts, action: VersionAction, actor: Actor): Result<VersionStep> {
  const step: VersionStep = versionWorkflow[action];
  if (!isParty(step.by, actor, version.writers)) return refuse({ code: "forbidden" });
  const isInOrder = step.from.includes(version.state) && !(isPublication(action) && version.isApproved);
  return isInOrder ? ok(step) : refuse({ code: "wrong_status" });
}

// What is approved already waits for its day; to choose another it is returned first.
const isPublication = (action: VersionAction) => action === "approve" || action === "publish";

function isParty(by: Party, actor: Actor, writers: readonly string[]): boolean {
  if (by === "clock") return actor.kind === "clock";
  const account = accountOf(actor);
  return may(actor, "keep_list") && account !== null && (by === "keeper" || !writers.includes(account));
}
