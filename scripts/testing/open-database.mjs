// Runs before each test file, so that lib/env finds the file's own database and store when it is first imported.
import { openAsBlob } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";

const { embeddedTemplate, ...server } = inject("database");

if (embeddedTemplate) {
  const { serveEmbedded } = await import("../embedded-database.mjs");
  const database = await serveEmbedded({ copyOf: await openAsBlob(embeddedTemplate) });
  process.env["EMBEDDED"] = "1";
  process.env["DATABASE_URL"] = database.url;
} else {
  const { copyOnServer } = await import("./db-server.mjs");
  process.env["DATABASE_URL"] = await copyOnServer(server);
}

const storage = await mkdtemp(join(tmpdir(), "filing-tests-files-"));
process.env["STORAGE_DIR"] = storage;
afterAll(() => rm(storage, { recursive: true, force: true }));
