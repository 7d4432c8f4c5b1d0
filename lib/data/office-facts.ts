import type { Db } from "@/lib/data/client";

/** A fact about this office that is set once or moves on, or null. */
export async function findOfficeFact(db: Db, key: string): Promise<string | null> {
  const fact = await db.officeFact.findUnique({ where: { key }, select: { value: true } });
  return fact?.value ?? null;
}

/** Writes a fact about this office. */
export async function putOfficeFact(db: Db, key: string, value: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "office_fact" ("key", "value") VALUES (${key}, ${value})
    ON CONFLICT ("key") DO UPDATE SET "value" = EXCLUDED."value"`;
}
