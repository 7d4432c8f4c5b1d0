import { expect, test, vi } from "vitest";
import { database } from "@/lib/data/client";
import { enqueue } from "@/lib/data/jobs";
import { readMetrics } from "./read-metrics";

const token = vi.hoisted(() => "kept-for-the-collector-alone");
vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>();
  return { ...real, env: { ...real.env, metricsToken: token } };
});

test("a collector who knows the token reads what waits, and how the process does", async () => {
  const before = countIn(await textFor(`Bearer ${token}`));
  await enqueue(database, "office_clock", {});
  const text = await textFor(`Bearer ${token}`);
  expect(countIn(text)).toBe(before + 1);
  expect(text).toContain('filing_database_connections{use="open"}');
  expect(text).toContain("process_cpu_seconds_total");
});

test.each([null, "", token, "Bearer another-token-of-such-a-length", `Bearer ${token} `])(
  "somebody who says %j finds nothing there",
  async (said) => {
    expect(await readMetrics(said)).toEqual({ ok: false, refusal: { code: "not_found" } });
  },
);

async function textFor(authorization: string): Promise<string> {
  const read = await readMetrics(authorization);
  return read.ok ? read.value.text : "";
}

const countIn = (text: string) => Number(/^filing_jobs\{state="created"\} (\d+)$/m.exec(text)?.[1]);
