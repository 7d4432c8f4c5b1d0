import { database, transaction } from "@/lib/data/client";
import { dayColumnOrNull } from "@/lib/data/days";

/** What a further version of an entry may say otherwise. */
export type EntryChange = {
  evidence?: string[];
  experienceYears?: number | null;
  cleanRecordYears?: number | null;
  qualificationEn?: string;
  scopeEn?: string;
  effectiveTo?: string | null;
};

/** Publishes a further version of an entry, as an administrator would; the one before it is superseded. */
export async function publishVersion(entryCode: string, { effectiveTo, ...change }: EntryChange, publishedAt: Date) {
  await transaction(async (db) => {
    const { id, number, ...words } = await db.listEntryVersion.findFirstOrThrow({
      where: { entryCode, state: "published" },
    });
    await db.listEntryVersion.update({ where: { id }, data: { state: "superseded" }, select: { id: true } });
    await db.listEntryVersion.create({
      data: {
        ...words,
        ...change,
        ...(effectiveTo !== undefined && { effectiveTo: dayColumnOrNull(effectiveTo) }),
        number: number + 1,
        publishedAt,
      },
      select: { id: true },
    });
  });
}

/** Takes an entry off the list. */
export async function withdrawEntry(entryCode: string) {
  await database.listEntryVersion.updateMany({
    where: { entryCode, state: "published" },
    data: { state: "withdrawn" },
  });
}
