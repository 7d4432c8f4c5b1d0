import { defineConfig } from "@playwright/test";
import journeys from "./scripts/testing/journeys.json" with { type: "json" };

const chromium = process.env["CHROMIUM_PATH"];
const isRoot = process.getuid?.() === 0;

// What they compare before and after, or with its rows, is compared when nobody else signs in or files any more.
const comparing = ["access.spec.ts", "numbers.spec.ts"];

export default defineConfig({
  testDir: "e2e",
  testMatch: process.env["DEEP"] === "1" ? /\.(spec|deep)\.ts$/ : /\.spec\.ts$/,
  globalSetup: "./scripts/testing/reach-database.mjs",
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/journeys.json" }]],
  outputDir: "test-results/journeys",
  use: {
    baseURL: journeys.APP_ORIGIN,
    timezoneId: "Asia/Kathmandu",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      ...(chromium && { executablePath: chromium }),
      args: isRoot ? ["--no-sandbox"] : [],
    },
  },
  projects: [
    { name: "people", testIgnore: comparing },
    { name: "comparing", testMatch: comparing, dependencies: ["people"] },
  ],
  webServer: {
    command: "node scripts/testing/serve-journeys.mjs",
    url: `${journeys.APP_ORIGIN}/api/health`,
    timeout: 300_000,
    stdout: "pipe",
    env: { NODE_OPTIONS: "" }, // What the journeys' own processes need would break the app's.
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});
