import { transaction } from "@/lib/data/client";
import { findPublishedVersion } from "@/lib/data/entry-versions";
import { changedColumns } from "@/lib/domain/accreditation/version";
import type { ReturnVersionInput, SeenVersionInput } from "@/lib/domain/accreditation/version-schema";
import type { Staff } from "@/lib/domain/actor";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { stepVersion } from "@/lib/services/step-version";

type Stepped = Promise<Result<{ entry: string }>>;

/** Sends a draft to whoever publishes it. What says the same as the list already does is not sent. */
export function submitVersion(actor: Staff, { entry, version }: SeenVersionInput, now: Date): Stepped {
  return transaction(async (db) => {
    const stepped = await stepVersion(db, actor, { entry, action: "submit", version }, now, async (open) => {
      const published = await findPublishedVersion(db, entry);
      const fields = changedColumns(published?.content ?? null, open.content);
      return fields.length > 0 ? ok({ fields }) : refuse({ code: "unmet", condition: "entry_unchanged" });
    });
    return stepped.ok ? ok({ entry }) : stepped;
  });
}

/** Gives a version back to whoever wrote it, with words. An approval for a later day ends with it. */
export function returnVersion(actor: Staff, { entry, version, words }: ReturnVersionInput, now: Date): Stepped {
  return transaction(async (db) => {
    const step = { entry, action: "return", version, words } as const;
    const stepped = await stepVersion(db, actor, step, now, async () => ok({ move: { approval: null } }));
    return stepped.ok ? ok({ entry }) : stepped;
  });
}

/** Ends a version before it was published: it never stands on the list, and stays in the history. */
export function withdrawVersion(actor: Staff, { entry, version }: SeenVersionInput, now: Date): Stepped {
  return transaction(async (db) => {
    const step = { entry, action: "withdraw", version } as const;
    const stepped = await stepVersion(db, actor, step, now, async () => ok({ move: { approval: null } }));
    return stepped.ok ? ok({ entry }) : stepped;
  });
}
