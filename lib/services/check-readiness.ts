import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { listAppliedMigrations } from "@/lib/data/readiness";
import { isStorageThere } from "@/lib/ports/storage-room";

export type Readiness = { database: boolean; migrations: boolean; storage: boolean };

/** Can this process serve people: does the database answer, has it every migration of this version, can files be kept? */
export async function checkReadiness(): Promise<Readiness> {
  const [applied, needed, storage] = await Promise.all([
    listAppliedMigrations().catch(() => null),
    neededMigrations(),
    isStorageThere(),
  ]);
  return {
    database: applied !== null,
    migrations: applied !== null && needed.every((name) => applied.includes(name)),
    storage,
  };
}

async function neededMigrations(): Promise<string[]> {
  const entries = await readdir(join(/* turbopackIgnore: true */ process.cwd(), "prisma/migrations"), {
    withFileTypes: true,
  });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
