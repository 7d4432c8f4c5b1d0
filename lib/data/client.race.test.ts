import { expect, test } from "vitest";
import { pool, transaction } from "./client";

test("two people who lock the same two rows in opposite order both finish", async () => {
  await pool.query("CREATE TABLE tally (id int PRIMARY KEY, n int NOT NULL)");
  await pool.query("INSERT INTO tally VALUES (1, 0), (2, 0)");

  const add = (first: number, second: number) =>
    transaction(async (db) => {
      await db.$executeRaw`UPDATE tally SET n = n + 1 WHERE id = ${first}`;
      await db.$executeRaw`SELECT pg_sleep(0.05)`;
      await db.$executeRaw`UPDATE tally SET n = n + 1 WHERE id = ${second}`;
    });
  await Promise.all([add(1, 2), add(2, 1)]);

  expect((await pool.query("SELECT n FROM tally ORDER BY id")).rows).toEqual([{ n: 2 }, { n: 2 }]);
});

test("a statement that never ends is ended by the server", async () => {
  const client = await pool.connect();
  try {
    const { rows } = await client.query(
      "SELECT name, setting FROM pg_settings WHERE name LIKE '%timeout' AND setting <> '0'",
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        { name: "statement_timeout", setting: "10000" },
        { name: "lock_timeout", setting: "3000" },
        { name: "idle_in_transaction_session_timeout", setting: "5000" },
      ]),
    );
  } finally {
    client.release();
  }
});
