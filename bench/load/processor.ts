import { readFileSync } from "node:fs";
import { pool } from "@/lib/data/client";

/** Milliseconds of processor time by process. */
type ProcessorTime = Map<number, number>;

// Linux counts in hundredths of a second, whatever its kernel ticks in.
const tick = 10;

/** What the app and each connection of its database have used of the processor; empty where the system does not tell. */
export async function processorTime(app: number): Promise<ProcessorTime> {
  const { rows } = await pool.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  return new Map(
    [app, ...rows.map(({ pid }) => pid)].flatMap((pid) => {
      const used = usedBy(pid);
      return used === null ? [] : [[pid, used] as const];
    }),
  );
}

/** What was used in between, or null where it is not told. */
export function usedBetween(before: ProcessorTime, after: ProcessorTime): number | null {
  if (after.size === 0) return null;
  return [...after].reduce((sum, [pid, used]) => sum + used - (before.get(pid) ?? 0), 0);
}

function usedBy(pid: number): number | null {
  try {
    // The name in brackets may hold anything; user and system time are the 12th and 13th word after it.
    const words = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return tick * (Number(words[11]) + Number(words[12]));
  } catch {
    return null;
  }
}
