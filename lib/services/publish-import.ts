import { appendAudits } from "@/lib/data/audit";
import { transaction } from "@/lib/data/client";
import { appendVersionSteps, listVersionsOfImport } from "@/lib/data/entry-versions";
import { approveVersions, lockEntries } from "@/lib/data/list-imports";
import type { PublishImportInput } from "@/lib/domain/accreditation/import";
import type { Staff } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { may } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { dayProblem } from "@/lib/services/publish-version";
import { mayPublish, seenHash, waitingVersions } from "@/lib/services/view-import";

/** Publishes in one go what a file of entries brought and still waits: all of it, by somebody who wrote none of it. */
export function publishImport(
  actor: Staff,
  { import: id, seen, publish_on: publishOn, treatment }: PublishImportInput,
  now: Date,
): Promise<Result<{ import: string }>> {
  const today = officeDay(now);
  return transaction(async (db) => {
    if (!may(actor, "keep_list")) return refuse({ code: "not_found" });
    await lockEntries(
      db,
      (await listVersionsOfImport(db, id)).map(({ entryCode }) => entryCode),
    );
    const versions = waitingVersions(await listVersionsOfImport(db, id));
    if (versions.length === 0) return refuse({ code: "wrong_status" });
    if (!versions.every((version) => mayPublish(actor, version))) return refuse({ code: "forbidden" });
    if (seenHash(versions) !== seen) return refuse({ code: "stale" });
    const problem = dayProblem(publishOn, today);
    if (problem) return refuse({ code: "invalid_input", fields: { publish_on: problem } });

    const isLater = publishOn > today;
    await approveVersions(db, versions, {
      byId: actor.accountId,
      publishOn,
      treatment,
      publishedAt: isLater ? null : now,
    });
    const kind = isLater ? "approved" : "published";
    const ids = versions.map((version) => version.id);
    await appendVersionSteps(db, ids, { kind, accountId: actor.accountId, at: now });
    await appendAudits(
      db,
      ids.map((version) => ({
        actor,
        action: `${kind}_entry_version`,
        object: `entry_version:${version}`,
        fields: ["publish_on"],
        result: treatment,
      })),
    );
    return ok({ import: id });
  });
}
