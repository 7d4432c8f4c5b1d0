import { pool } from "@/lib/data/client";

/** How many jobs are in each state but done, oldest failures included, until the queue lets go of them. */
export async function countJobs(): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ state: string; count: number }>(`
    SELECT wanted."state"::text, count(job."id")::int
    FROM unnest('{created,retry,active,failed}'::pgboss.job_state[]) wanted ("state")
    LEFT JOIN pgboss.job USING ("state") GROUP BY 1`);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** How busy this process' connections to the database are. */
export function countConnections(): Record<"open" | "idle" | "awaited", number> {
  return { open: pool.totalCount, idle: pool.idleCount, awaited: pool.waitingCount };
}
