import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { env } from "@/lib/env";

// The app speaks to the database through a line that the test can cut.
const open = new Set<Socket>();
let line: Server;
let port = 0;

const database = new URL(env.databaseUrl);

async function layLine(): Promise<void> {
  line = createServer((here) => {
    const there = connect(Number(database.port), database.hostname);
    for (const [from, to] of [[here, there] as const, [there, here] as const]) {
      open.add(from);
      from.on("error", () => to.destroy()).on("close", () => to.destroy());
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => line.listen(port, "127.0.0.1", resolve));
  port = (line.address() as AddressInfo).port;
}

async function cutLine(): Promise<void> {
  const closed = new Promise((resolve) => line.close(resolve));
  for (const socket of open) socket.destroy();
  open.clear();
  await closed;
}

beforeAll(async () => {
  await layLine();
  const url = new URL(env.databaseUrl);
  url.host = `127.0.0.1:${port}`;
  env.databaseUrl = url.href;
});
afterAll(cutLine);

test("the office notices within seconds that its database went away, and that it came back", async () => {
  const { isDatabaseThere } = await import("./pulse");
  const told = vi.spyOn(console, "error").mockReturnValue();
  expect(await isDatabaseThere()).toBe(true);

  await cutLine();
  await expect.poll(isDatabaseThere, { timeout: 5_000, interval: 250 }).toBe(false);
  expect(await isDatabaseThere()).toBe(false);

  await layLine();
  await expect.poll(isDatabaseThere, { timeout: 5_000, interval: 250 }).toBe(true);
  expect(told.mock.calls).toEqual([['{"event":"database_away"}'], ['{"event":"database_back"}']]);
});
