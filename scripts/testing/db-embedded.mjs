// Migrates an embedded database once and dumps it; every test file opens a copy of its own in memory.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveEmbedded } from "../embedded-database.mjs";
import { migrateApart } from "./migrate-apart.mjs";

export default async function setup(project) {
  const folder = await mkdtemp(join(tmpdir(), "filing-tests-"));
  const template = join(folder, "template.tar");

  const database = await serveEmbedded({});
  await migrateApart(database.url);
  const dump = await database.db.dumpDataDir("none");
  await writeFile(template, Buffer.from(await dump.arrayBuffer()));
  await database.close();

  project.provide("database", { embeddedTemplate: template });
  return () => rm(folder, { recursive: true, force: true });
}
