import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Migrates in a process of its own, as a user would, and leaves nothing of the engine in the runner's. */
export async function migrateApart(databaseUrl) {
  const environment = { ...process.env, DATABASE_URL: databaseUrl };
  await promisify(execFile)(process.execPath, ["scripts/migrate.mjs"], { env: environment });
}
