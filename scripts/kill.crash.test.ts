import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { startDatabase } from "./testing/victims";

const kills = 20;
const directory = mkdtempSync(join(tmpdir(), "filing-crash-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function connect(url: string) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** Files and their entries in the trail, written together, until the database is gone. */
async function writeUntilKilled(url: string, next: () => number, acknowledged: Set<number>) {
  let client: pg.Client | undefined;
  try {
    client = await connect(url);
    for (;;) {
      const id = next();
      await client.query("BEGIN");
      await client.query("INSERT INTO filed VALUES ($1, repeat('x', 500))", [id]);
      await client.query("INSERT INTO trail VALUES ($1)", [id]);
      await client.query("COMMIT");
      acknowledged.add(id);
    }
  } catch {
    await client?.end().catch(() => undefined);
  }
}

test(`what was acknowledged is still there after each of ${kills} kills under load`, { timeout: 180_000 }, async () => {
  const acknowledged = new Set<number>();
  let counter = 0;
  const next = () => ++counter;

  let database = await startDatabase(join(directory, "pg"));
  const setUp = await connect(database.url);
  await setUp.query(
    "CREATE TABLE filed (id int PRIMARY KEY, answers text NOT NULL); CREATE TABLE trail (id int NOT NULL)",
  );
  await setUp.end();

  for (let round = 1; round <= kills; round++) {
    const before = acknowledged.size;
    const writers = [1, 2, 3].map(() => writeUntilKilled(database.url, next, acknowledged));
    while (acknowledged.size < before + 10) await pause(10);
    await pause((round * 137) % 400);
    await database.kill();
    await Promise.all(writers);

    database = await startDatabase(join(directory, "pg"));
    const reader = await connect(database.url);
    const { rows: filed } = await reader.query<{ id: number }>("SELECT id FROM filed");
    const { rows: halves } = await reader.query(
      "SELECT id FROM filed FULL JOIN trail USING (id) WHERE filed.id IS NULL OR trail.id IS NULL",
    );
    await reader.end();

    const there = new Set(filed.map(({ id }) => id));
    expect(
      [...acknowledged].filter((id) => !there.has(id)),
      `lost in round ${round}`,
    ).toEqual([]);
    expect(halves, `half written in round ${round}`).toEqual([]);
  }

  await database.closePipe();
});

test(
  "the database ends by itself when whoever started it is gone, and can be opened again",
  { timeout: 60_000 },
  async () => {
    const first = await startDatabase(join(directory, "pg"));
    const client = await connect(first.url);
    await first.closePipe();
    await client.end().catch(() => undefined);

    const second = await startDatabase(join(directory, "pg"));
    await (await connect(second.url)).end();
    await second.closePipe();
  },
);

test("nobody gets in without the password", { timeout: 60_000 }, async () => {
  const database = await startDatabase(join(directory, "pg"));
  const url = new URL(database.url);
  url.password = "guessed";
  await expect(connect(url.href)).rejects.toThrow();
  await database.closePipe();
});
