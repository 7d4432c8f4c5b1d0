import { expect, test } from "vitest";
import { database, pool, transaction } from "./client";

const rows = async (name: string) =>
  (await pool.query<{ count: number }>("SELECT count(*)::int AS count FROM note WHERE body = $1", [name])).rows[0]
    ?.count;

test("what a transaction wrote before it failed is gone", async () => {
  await pool.query("CREATE TABLE note (body text PRIMARY KEY)");
  const broken = transaction(async (db) => {
    await db.$executeRaw`INSERT INTO note VALUES ('half')`;
    throw new Error("the second half is missing");
  });
  await expect(broken).rejects.toThrow("the second half is missing");
  expect(await rows("half")).toBe(0);

  await transaction((db) => db.$executeRaw`INSERT INTO note VALUES ('whole')`);
  expect(await rows("whole")).toBe(1);
});

test("a transaction inside a transaction is refused at once, not waited for", async () => {
  await expect(transaction(() => transaction(() => Promise.resolve()))).rejects.toThrow("begun inside a transaction");
});

test("a transaction that met another writer is run again from its beginning", async () => {
  let runs = 0;
  await transaction(async (db) => {
    await db.$executeRaw`INSERT INTO note VALUES ('again')`;
    if (++runs < 3) await db.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'met' USING ERRCODE = '40001'; END $$`;
  });
  expect(runs).toBe(3);
  expect(await rows("again")).toBe(1);
});

test("an instant comes back as it went in, wherever the computer stands", async () => {
  const noon = new Date("2026-07-01T04:00:00.000Z");
  const [row] = await database.$queryRaw<{ at: Date; zone: string }[]>`
    SELECT ${noon}::timestamptz AS at, current_setting('TimeZone') AS zone`;
  expect(row?.at.toISOString()).toBe(noon.toISOString());
});

const sayKept = (body: string) => database.$queryRaw<unknown[]>`SELECT 'kept' FROM note WHERE body = ${body}`;

test("a statement said twice is read once", async () => {
  for (const body of ["whole", "again"]) expect(await sayKept(body)).toHaveLength(1);
  const kept = await database.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_prepared_statements WHERE statement LIKE 'SELECT ''kept''%'`;
  expect(kept).toHaveLength(1);
});

test("a statement is read anew by a connection that took the place of a lost one, also where one backend serves both", async () => {
  expect(await sayKept("whole")).toHaveLength(1);
  (await pool.connect()).release(true);
  expect(await sayKept("whole")).toHaveLength(1);
});
