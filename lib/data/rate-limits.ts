import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/lib/data/client";
import { keyedHash } from "@/lib/env";

export type Limit = { name: string; points: number; seconds: number };

const limiters = new Map<string, RateLimiterPostgres>();

function limiterFor({ name, points, seconds }: Limit): RateLimiterPostgres {
  const key = `${name}/${points}/${seconds}`;
  const known = limiters.get(key);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
  });
  limiters.set(key, made);
  return made;
}

/** Counts one attempt against a limit that all processes share; false when there were too many. */
export async function takeAttempt(limit: Limit, who: string): Promise<boolean> {
  try {
    await limiterFor(limit).consume(nameless(who));
    return true;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false;
    throw refused;
  }
}

/** Forgets the attempts of somebody who has shown who they are. */
export async function forgiveAttempts(limit: Limit, who: string): Promise<void> {
  await limiterFor(limit).delete(nameless(who));
}

/** Removes the counts that have run out. */
export async function clearOldLimits(now: Date): Promise<void> {
  await pool.query(`DELETE FROM "rate_limit" WHERE "expire" < $1`, [now.getTime()]);
}

// Addresses of people and networks are counted without being kept.
const nameless = (who: string) => keyedHash("rate-limits", who).toString("base64url");
