import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import {
  appendVersionStep,
  columnsOf,
  findEntryKey,
  findOpenVersion,
  insertVersion,
  listVersions,
  lockEntry,
} from "@/lib/data/entry-versions";
import type { Staff } from "@/lib/domain/actor";
import type { PrepareVersionInput } from "@/lib/domain/accreditation/version-schema";
import { may } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";

/**
 * Begins a new version of an entry as a copy of one that stood on the list: words that nobody has approved are not taken
 * over, since who wrote them could then publish them. One is worked on at a time: a second answer leads to the first.
 */
export async function prepareVersion(
  actor: Staff,
  { entry: code, from }: PrepareVersionInput,
  now: Date,
): Promise<Result<{ entry: string }>> {
  if (!may(actor, "keep_list")) return refuse({ code: "not_found" });
  const entry = await findEntryKey(database, code);
  const earlier = (await listVersions(database, code)).find(
    ({ number, publishedAt }) => number === from && publishedAt !== null,
  );
  if (!entry || !earlier) return refuse({ code: "not_found" });
  const columns = columnsOf(entry, earlier.content);

  return transaction(async (db) => {
    await lockEntry(db, code);
    if (await findOpenVersion(db, code)) return ok({ entry: code });
    const id = await insertVersion(db, code, "draft", columns);
    await appendVersionStep(db, { versionId: id, kind: "prepared", accountId: actor.accountId, at: now });
    await appendAudit(db, { actor, action: "prepared_entry_version", object: `entry_version:${id}` });
    return ok({ entry: code });
  });
}
