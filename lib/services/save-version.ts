import { database, transaction } from "@/lib/data/client";
import { columnsOf, findEntryKey } from "@/lib/data/entry-versions";
import type { EntryFormInput } from "@/lib/domain/accreditation/schema";
import { changedColumns } from "@/lib/domain/accreditation/version";
import type { Staff } from "@/lib/domain/actor";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { stepVersion } from "@/lib/services/step-version";

/** Keeps what an administrator wrote into the draft of an entry's next version. */
export async function saveVersion(
  actor: Staff,
  { entry, version, ...content }: EntryFormInput,
  now: Date,
): Promise<Result<{ entry: string }>> {
  const key = await findEntryKey(database, entry);
  if (!key) return refuse({ code: "not_found" });
  const columns = columnsOf(key, content);
  const saved = await transaction((db) =>
    stepVersion(db, actor, { entry, action: "save", version }, now, async (open) =>
      ok({ move: { columns }, fields: changedColumns(open.content, content) }),
    ),
  );
  return saved.ok ? ok({ entry }) : saved;
}
