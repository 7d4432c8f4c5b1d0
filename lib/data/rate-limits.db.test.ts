import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { database } from "./client";
import { clearOldLimits, forgiveAttempts, takeAttempt } from "./rate-limits";

const limit = { name: "knock", points: 3, seconds: 60 };

async function inAnotherProcess(who: string): Promise<boolean> {
  const script = `import("./lib/data/rate-limits.ts")
    .then(({ takeAttempt }) => takeAttempt(${JSON.stringify(limit)}, ${JSON.stringify(who)}))
    .then((may) => { console.log(may); process.exit(); });`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--conditions=react-server",
    "--import=tsx",
    "--eval",
    script,
  ]);
  return stdout.trim() === "true";
}

test("a limit holds for all processes together", async () => {
  expect(await takeAttempt(limit, "chan")).toBe(true);
  expect(await inAnotherProcess("chan")).toBe(true);
  expect(await takeAttempt(limit, "chan")).toBe(true);
  expect(await inAnotherProcess("chan")).toBe(false);
  expect(await takeAttempt(limit, "chan")).toBe(false);
  expect(await takeAttempt(limit, "wong")).toBe(true);
});

test("of ten attempts at once as many pass as the limit says", async () => {
  const passed = await Promise.all(Array.from({ length: 10 }, () => takeAttempt(limit, "lee")));
  expect(passed.filter(Boolean)).toHaveLength(3);
});

test("attempts are forgotten after their time, or when somebody has shown who they are", async () => {
  for (let times = 0; times < 4; times++) await takeAttempt(limit, "ho");
  expect(await takeAttempt(limit, "ho")).toBe(false);
  await forgiveAttempts(limit, "ho");
  expect(await takeAttempt(limit, "ho")).toBe(true);

  const later = Date.parse("2100-01-01T00:00:00Z");
  vi.setSystemTime(later);
  try {
    expect(await takeAttempt(limit, "lee")).toBe(true);
  } finally {
    vi.useRealTimers();
  }
  await clearOldLimits(new Date(later + 120_000));
  expect(await database.rateLimit.count()).toBe(0);
});

test("who knocked is counted without being kept", async () => {
  await takeAttempt(limit, "chan@example.com");
  const rows = await database.rateLimit.findMany();
  expect(rows).not.toHaveLength(0);
  expect(JSON.stringify(rows.map(({ key }) => key))).not.toContain("chan");
});
