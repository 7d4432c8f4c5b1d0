import type pg from "pg";
import type { Db } from "@/lib/data/client";
import { findTallyDifferences } from "@/lib/data/statistics";

/** Sees to it that the rows are such as the triggers and foreign keys would have let in, or throws what is wrong. */
export async function checkFill(client: pg.Client, db: Db): Promise<void> {
  const differences = await findTallyDifferences(db);
  if (differences.length > 0) throw new Error(`The counters differ from a recount: ${JSON.stringify(differences[0])}`);

  const [broken] = await rowsOf<{ seq: string }>(
    client,
    `
    SELECT e.seq::text FROM (
      SELECT seq, prev_hash, hash, event_content(event) AS content, row_number() OVER before AS nth, lag(hash, 1, '') OVER before AS hash_before
      FROM event WINDOW before AS (ORDER BY seq)) AS e
    WHERE e.seq <> e.nth OR e.prev_hash <> e.hash_before OR e.hash <> chain_hash(e.prev_hash, e.content) LIMIT 1`,
  );
  if (broken) throw new Error(`The trail of events is broken at ${broken.seq}.`);
  const [head] = await rowsOf(
    client,
    `
    SELECT 1 FROM trail_head h JOIN event e ON e.seq = h.seq AND e.hash = h.hash
    WHERE h.trail = 'event' AND h.seq = (SELECT max(seq) FROM event)`,
  );
  if (!head) throw new Error("The head of the trail is not its last event.");

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
