import { transaction } from "@/lib/data/client";

type Changed = {
  evidence?: string[];
  experienceYears?: number | null;
  cleanRecordYears?: number | null;
  confirmed?: boolean;
  effectiveFrom?: Date | null;
  effectiveTo?: Date | null;
};

/** Publishes a new version of a list entry that differs from the one before in this. */
export function publishVersion(entryCode: string, changed: Changed, publishedAt: Date): Promise<void> {
  return transaction(async (db) => {
    const before = await db.listEntryVersion.findFirstOrThrow({ where: { entryCode, state: "published" } });
    await db.listEntryVersion.update({ where: { id: before.id }, data: { state: "superseded" }, select: { id: true } });
    const { id: _, number, ...same } = before;
    await db.listEntryVersion.create({
      data: { ...same, ...changed, number: number + 1, state: "published", publishedAt },
      select: { id: true },
    });
  });
}
