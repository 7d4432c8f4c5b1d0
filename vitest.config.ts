import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const deep = process.env["DEEP"] === "1";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const alias = {
  "@": at("."),
  // Outside Next nobody draws the line between server and browser.
  "server-only": at("node_modules/server-only/empty.js"),
};
// What every test is told in place of an office's settings.
const env = {
  TZ: "Asia/Kathmandu", // An odd one, so that a forgotten time zone fails on every machine.
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
  DEMO: "1",
  APP_ORIGIN: "http://localhost:3000",
  MASTER_SECRET: "4Qm9XrVb2LkYw7HsNc5JfGz8PdUa3tEsT",
  LOG_LEVEL: "silent",
};
const nowhere = ["node_modules/**", ".next/**", ".data/**", "e2e/**"];
const crashes = "**/*.crash.test.ts";
const races = "**/*.race.test.ts";
// Files are the same on every database: once is enough.
const corpora = "**/*-corpus.db.test.ts";

const databaseProject = (name: string, include: string[], exclude: string[]) => ({
  resolve: { alias },
  test: {
    name,
    include,
    exclude: [...nowhere, ...exclude],
    environment: "node" as const,
    env,
    globalSetup: `scripts/testing/${name}.mjs`,
    setupFiles: "scripts/testing/open-database.mjs",
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    pool: "forks",
    // An embedded database takes half a gigabyte.
    maxWorkers: Math.max(2, Math.min(4, availableParallelism())),
    // How long the tests that try many times go on; npm run test:deep goes on longer. Read with inject("rounds").
    provide: {
      // The same sequences again: SEED=… npx vitest run lib/services/workflow.db.test.ts
      seed: Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31)),
      rounds: deep ? { races: 200, sequences: 5_000, kills: 100 } : { races: 50, sequences: 1_000, kills: 10 },
    },
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["**/*.test.ts"],
          exclude: [...nowhere, "**/*.db.test.ts", races, crashes],
          environment: "node",
          env,
          // It names the framework's files the way a bundler does.
          server: { deps: { inline: ["next-intl"] } },
        },
      },
      {
        resolve: { alias },
        test: {
          name: "components",
          include: ["**/*.test.tsx"],
          exclude: nowhere,
          environment: "jsdom",
          env,
          setupFiles: ["scripts/testing/quiet-console.mjs", "scripts/testing/patient-screen.mjs"],
          testTimeout: 30_000,
        },
      },
      databaseProject("db-embedded", ["**/*.db.test.ts"], []),
      { resolve: { alias }, test: { name: "crash", include: [crashes], exclude: nowhere, environment: "node", env } },
      // What races two people needs two connections at once, which the embedded database has not.
      ...(process.env["TEST_DATABASE_URL"]
        ? [databaseProject("db-server", ["**/*.db.test.ts", races], [corpora])]
        : []),
    ],
  },
});
