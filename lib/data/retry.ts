import { causesOf } from "./causes";

/** How often a transaction is tried again after a conflict with another one. */
export const retries = 3;

/** Runs the work again, up to three times, while it fails for no other reason than somebody else writing at the same moment. */
export async function retryConflicts<T>(
  work: () => Promise<T>,
  pause: (ms: number) => Promise<void> = sleep,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt > retries || !isConflict(error)) throw error;
      // Jitter, so that the two who met do not meet again.
      await pause(2 ** attempt * 10 * (0.5 + Math.random()));
    }
  }
}

/** Whether PostgreSQL rolled the transaction back as a deadlock or serialization failure, so that running it again is safe. */
export function isConflict(error: unknown): boolean {
  const causes = [...causesOf(error)];
  // P2028 is a transaction that ran out of time: what became of it is not known, so it is never run again.
  if (causes.some(({ code }) => code === "P2028")) return false;
  return causes.some(({ code, kind }) => conflictCodes.has(code) || kind === "TransactionWriteConflict");
}

const conflictCodes = new Set<unknown>(["P2034", "40P01", "40001"]);

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
