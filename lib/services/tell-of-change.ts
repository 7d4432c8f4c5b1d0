import { database, transaction } from "@/lib/data/client";
import { listTouched } from "@/lib/data/entry-impact";
import { appendVersionStep, listVersions, listVersionsToTell } from "@/lib/data/entry-versions";
import { queueMail } from "@/lib/data/mails";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { changedColumns } from "@/lib/domain/accreditation/version";

const atOnce = 200;

/** Writes to holders and to whoever drafts a filing that an entry has changed, where its publisher chose so; each once. */
export async function tellOfChanges(now: Date): Promise<void> {
  for (const { id, entryCode, number } of await listVersionsToTell(database)) {
    const versions = await listVersions(database, entryCode);
    const changed = versions.find((version) => version.id === id);
    const before = versions.find((version) => version.number < number && version.state === "superseded");
    if (!changed) continue;

    const { content, publishedAt } = changed;
    const params = {
      entryCode,
      qualification: {
        en: content.qualification_en,
        "zh-Hant": content.qualification_zh_hant,
        "zh-Hans": content.qualification_zh_hans,
      },
      dueOn: officeDay(publishedAt ?? now),
      changed: changedColumns(before?.content ?? null, content),
    };
    let page: string[] = [];
    do {
      page = await listTouched(database, entryCode, officeDay(now), page.at(-1) ?? null, atOnce);
      await transaction(async (db) => {
        for (const accountId of page) {
          const dedupeKey = `entry_version:${id}:${accountId}`;
          await queueMail(db, { dedupeKey, accountId, template: "entry_changed", params, at: now });
        }
      });
    } while (page.length === atOnce);
    await appendVersionStep(database, { versionId: id, kind: "told", accountId: null, at: now });
  }
}
