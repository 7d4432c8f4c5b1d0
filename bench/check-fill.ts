import type pg from "pg";
import type { Db } from "@/lib/data/client";
import { compareTallies } from "@/lib/data/statistics";
import { findBrokenTrail } from "@/prisma/testing/trails";

/** Sees to it that the rows are such as the triggers and foreign keys would have let in, or throws what is wrong. */
export async function checkFill(client: pg.Client, db: Db): Promise<void> {
  const { differences } = await compareTallies(db);
  if (differences.length > 0) throw new Error(`The counters differ from a recount: ${JSON.stringify(differences[0])}`);

  const broken = await findBrokenTrail(client, "event");
  if (broken) throw new Error(broken);

  for (const { reference, query } of await rowsOf<{ reference: string; query: string }>(client, orphanQueries)) {
    if ((await rowsOf(client, query)).length > 0) throw new Error(`A row refers to nothing: ${reference}`);
  }
}

// One question for each foreign key of one column: is there a row that refers to none?
const orphanQueries = `
  SELECT c.conname AS reference, format('SELECT 1 FROM %s a WHERE a.%I IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %s b WHERE b.%I = a.%I) LIMIT 1',
    c.conrelid::regclass, own.attname, c.confrelid::regclass, other.attname, own.attname) AS query
  FROM pg_constraint c
  JOIN pg_attribute own ON own.attrelid = c.conrelid AND own.attnum = c.conkey[1]
  JOIN pg_attribute other ON other.attrelid = c.confrelid AND other.attnum = c.confkey[1]
  WHERE c.contype = 'f' AND cardinality(c.conkey) = 1 AND c.connamespace = 'public'::regnamespace`;

async function rowsOf<T extends pg.QueryResultRow = pg.QueryResultRow>(client: pg.Client, text: string): Promise<T[]> {
  return (await client.query<T>(text)).rows;
}
