// npm run migrate: brings the database of DATABASE_URL to the newest migration, as `prisma migrate deploy` would.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import pg from "pg";
import { isMain, run, say, Stop } from "./say.mjs";

const directory = resolve("prisma/migrations");

/** Applies what is missing and names it. Refuses a database that knows migrations this version does not. */
export async function migrate(databaseUrl) {
  const onDisk = await readMigrations();
  const applied = await readApplied(databaseUrl);

  const unknown = applied.filter((row) => !onDisk.some(({ name }) => name === row.name));
  if (unknown.length > 0) {
    throw new Stop(
      `The database is from a newer version of this app: it holds ${unknown.map(({ name }) => name).join(", ")}, ` +
        "which this version does not know.\nUpdate the app (git pull), or start it with another database.",
    );
  }
  const edited = applied.filter((row) =>
    onDisk.some(({ name, sum }) => row.finished && name === row.name && sum !== row.sum),
  );
  if (edited.length > 0) {
    throw new Stop(
      `${edited.map(({ name }) => name).join(", ")} was changed after this database had applied it.\n` +
        "Put the file back and write a new migration (npm run migration -- <name>); where the database holds nothing " +
        "of value, remove it and start again (the embedded one is the folder .data/pg).",
    );
  }
  if (applied.filter((row) => row.finished).length === onDisk.length) return [];

  const { noFilters, withSchemaEngine } = await import("./schema-engine.mjs");
  return withSchemaEngine(
    databaseUrl,
    async (engine, pool) => {
      await settleInterrupted(pool, applied);
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: migrationsList(onDisk),
        filters: noFilters,
      });
      return appliedMigrationNames;
    },
    { seal: (script) => (onDisk.some(({ content }) => content === script) ? commitMark : "") },
  );
}

// A process killed after a migration and before Prisma's own note of it leaves an unfinished row. This mark is written
// in the migration's transaction, so the next start knows whether the work is there.
const commitMark = `
;UPDATE "_prisma_migrations" SET "logs" = 'committed' WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL`;

async function settleInterrupted(pool, applied) {
  if (applied.every((row) => row.finished)) return;
  await pool.query(
    `UPDATE "_prisma_migrations" SET "finished_at" = now(), "applied_steps_count" = 1, "logs" = NULL
     WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL AND "logs" = 'committed'`,
  );
  await pool.query(
    `UPDATE "_prisma_migrations" SET "rolled_back_at" = now() WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL`,
  );
}

async function readMigrations() {
  if (!existsSync(directory)) return [];
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const content = await readFile(join(directory, name, "migration.sql"), "utf8");
      return { name, content, sum: createHash("sha256").update(content).digest("hex") };
    }),
  );
}

async function readApplied(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new Stop(
      `The database does not answer (${error.message || error.code}). Check DATABASE_URL and that it runs.`,
    );
  }
  try {
    const { rows } = await client.query(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS known`);
    if (!rows[0].known) return [];
    const { rows: applied } = await client.query(
      `SELECT "migration_name" AS name, "checksum" AS sum, "finished_at" IS NOT NULL AS finished
       FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
    );
    return applied;
  } finally {
    await client.end();
  }
}

function migrationsList(migrations) {
  return {
    baseDir: directory,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, content }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: content } },
    })),
  };
}

const plain = (error) =>
  [error.message, error.detail, error.where, error.hint, error.position && `at character ${error.position}`]
    .filter(Boolean)
    .join("\n");

if (isMain(import.meta.url)) {
  await run(async () => {
    const databaseUrl = process.env["DATABASE_URL"];
    if (!databaseUrl)
      throw new Stop("Set DATABASE_URL to the database to migrate. (npm start migrates the embedded one.)");
    const names = await migrate(databaseUrl);
    say(names.length === 0 ? "The database is up to date." : `Applied ${names.join(", ")}.`);
  });
  process.exit(); // The engine leaves a ten-second timer behind.
}
