// npm run migration -- <name>: writes the migration that leads from the last migrated schema to prisma/schema.prisma.
// The engine cannot read a live database through the adapter, so it compares files: prisma/migrations/schema-before.prisma
// is the schema as the last migration left it.
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { diffSchemas } from "./schema-engine.mjs";

const schemaFile = "prisma/schema.prisma";
const beforeFile = "prisma/migrations/schema-before.prisma";

const name = process.argv[2]
  ?.trim()
  .toLowerCase()
  .replace(/[^a-z0-9]+/g, "_");
if (!name) {
  console.error("Say what the migration does: npm run migration -- add_referee");
  process.exit(1);
}

const after = await readFile(schemaFile, "utf8");
const before = existsSync(beforeFile) ? await readFile(beforeFile, "utf8") : null;
const sql = await diffSchemas(before, after);

if (before !== null && /^\s*(-- This is an empty migration\.)?\s*$/.test(sql)) {
  console.log("Prisma sees no difference. The migration is written empty, for what Prisma cannot say.");
}

const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const directory = `prisma/migrations/${stamp}_${name}`;
await mkdir(directory, { recursive: true });
await writeFile(`${directory}/migration.sql`, sql);
await writeFile(beforeFile, after);
const lock = "prisma/migrations/migration_lock.toml";
if (!existsSync(lock)) await writeFile(lock, '# Prisma reads this. Please do not edit it.\nprovider = "postgresql"\n');

console.log(`Wrote ${directory}/migration.sql. Finish it by hand: checks, partial indexes, exclusions, triggers.`);
