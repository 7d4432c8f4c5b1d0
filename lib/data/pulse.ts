import { setTimeout as pause } from "node:timers/promises";
import { isDatabaseAway } from "./away";
import { pool } from "./client";

/** How old an answer may be before the database is asked again, and before somebody waits for the new answer. */
const fresh = 1_000;
const stale = 5_000;
const patience = 2_000;

let isThere = true;
let askedAt = Number.NEGATIVE_INFINITY;
let asking: Promise<void> | null = null;

// A connection that broke while nobody used it: whoever comes next waits for a new answer.
pool.on("error", () => (askedAt = Number.NEGATIVE_INFINITY));

/** Does the database answer? It is asked once a second at most; one that takes its time counts as it did before. */
export async function isDatabaseThere(): Promise<boolean> {
  const age = performance.now() - askedAt;
  if (age >= fresh) asking ??= ask();
  if (asking && (age >= stale || !isThere)) {
    const enough = new AbortController();
    await Promise.race([asking, pause(patience, undefined, { signal: enough.signal }).catch(() => undefined)]);
    enough.abort();
  }
  return isThere;
}

async function ask(): Promise<void> {
  const answers = await pool.query("SELECT 1").then(
    () => true,
    (error: unknown) => !isDatabaseAway(error),
  );
  if (answers !== isThere) console.error(JSON.stringify({ event: answers ? "database_back" : "database_away" }));
  isThere = answers;
  askedAt = performance.now();
  asking = null;
}
